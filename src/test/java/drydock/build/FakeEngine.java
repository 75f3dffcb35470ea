// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.PullProgress;
import drydock.engine.Samples;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Knows images, pulls and builds. Streams end at once, before they are returned, unless it `holds` them.
final class FakeEngine {
  final List<String> calls = new ArrayList<>();
  final Set<String> images = new HashSet<>();
  @Nullable EngineProblem pullProblem;
  boolean holds;
  EngineInfo info = Samples.INFO;

  ContainerEngine engine() {
    return proxy(ContainerEngine.class);
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call(method.getName(), arguments)));
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object call(String method, Object[] arguments) throws Exception {
    return switch (method) {
      case "info" -> info;
      case "images" -> proxy(Images.class);
      case "inspect" -> image((String) arguments[0]);
      case "pull" -> pull((String) arguments[0], (StreamListener<PullProgress>) arguments[1]);
      case "build" -> build((BuildRequest) arguments[0], (StreamListener<BuildEvent>) arguments[1]);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private Image image(String reference) {
    if (!images.contains(reference)) {
      throw new EngineException(new EngineProblem.NotFound("image", reference));
    }
    return new Image(
        new ImageSummary(
            "sha256:" + reference,
            List.of(reference),
            List.of(),
            Instant.EPOCH,
            0,
            Map.of(),
            List.of("sha256:layer of " + reference)),
        "linux",
        "amd64",
        new Image.Config(List.of("PATH=/bin"), List.of(), List.of(), "", "", List.of(), Map.of()));
  }

  private Subscription pull(String reference, StreamListener<PullProgress> listener) {
    calls.add("pull " + reference);
    if (holds) {
      return () -> listener.onEnd(null);
    }
    listener.onNext(new PullProgress(reference, "", "Pulling", 0, 0));
    EngineProblem problem = pullProblem;
    listener.onEnd(problem == null ? null : new EngineException(problem));
    return () -> calls.add("closed pull " + reference);
  }

  private Subscription build(BuildRequest request, StreamListener<BuildEvent> listener)
      throws Exception {
    calls.add("build " + request.dockerfile());
    request.context().writeTo(OutputStream.nullOutputStream());
    if (holds) {
      return () -> {
        listener.onNext(new BuildEvent.Finished(new BuildOutcome.Cancelled()));
        listener.onEnd(null);
      };
    }
    listener.onNext(new BuildEvent.Finished(new BuildOutcome.Success("sha256:1")));
    listener.onEnd(null);
    return () -> calls.add("closed build");
  }

  static BuildOutcome.Broken broken(BuildRun run) {
    return (BuildOutcome.Broken) Objects.requireNonNull(run.outcome());
  }
}
