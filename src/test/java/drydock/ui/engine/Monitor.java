// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.doctor.Report;
import drydock.engine.ContainerEngine;
import drydock.engine.DiskUsage;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.StandIn;
import drydock.engine.Subscription;
import drydock.lesson.pack.PackReader;
import drydock.ui.kit.Background;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An engine that answers, or not, when a test says so, and a model that looks at it.
final class Monitor implements EngineMonitor {
  int searches;
  @Nullable String preferred;
  final List<@Nullable String> remembered = new ArrayList<>();
  boolean answers = true;

  @Override
  public EngineStatus status() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription subscribe(Consumer<EngineStatus> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ContainerEngine engine() {
    if (!answers) {
      throw new EngineException(new EngineProblem.Unreachable(List.of()));
    }
    return new Engine();
  }

  @Override
  public void retryNow() {
    searches++;
  }

  @Override
  public void prefer(@Nullable String uri) {
    preferred = uri;
  }

  @Override
  public void close() {}

  EngineModel model(Background background, @Nullable String chosenBefore) {
    return new EngineModel(background, this, PackReader.bundled(), chosenBefore, remembered::add);
  }

  static EngineStatus ready(EngineInfo info, EndpointAttempt... attempts) {
    return new EngineStatus.Ready(
        new EngineState(info, Map.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH),
        List.of(attempts));
  }

  static String all(Report report) {
    return String.join("\n", report.text());
  }

  static Report report(EngineModel model) {
    return Objects.requireNonNull(model.reportProperty().get());
  }

  private static final class Engine extends StandIn.Engine {
    @Override
    public Images images() {
      return new StandIn.OfImages() {
        @Override
        public List<ImageSummary> list() {
          return List.of();
        }
      };
    }

    @Override
    public DiskUsage diskUsage() {
      return new DiskUsage(1_234_000_000L, 5_600_000L, 0, 789_000_000L);
    }
  }
}
