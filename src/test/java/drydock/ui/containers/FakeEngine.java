// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.Samples;
import drydock.engine.StandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Containers in memory; remembers what it was asked for.
final class FakeEngine extends StandIn.Engine {
  final Map<String, Container> containers = new LinkedHashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<ContainerSpec> runs = new ArrayList<>();
  @Nullable EngineProblem refuse;

  static Container container(
      String name, Container.Status status, int exitCode, boolean ours, Container.Port... ports) {
    Instant start = Instant.now().minusSeconds(185);
    return Samples.container(
        "id-" + name,
        name,
        ours ? "kiosk:dev" : "postgres:17",
        "sha256:1",
        status,
        exitCode,
        start,
        ours,
        ports);
  }

  EngineState state() {
    return Samples.state(Map.of(), containers);
  }

  private void ask(String what) {
    asked.add(what);
    if (refuse != null) {
      throw new EngineException(refuse);
    }
  }

  @Override
  public Images images() {
    return new StandIn.OfImages() {
      @Override
      public Image inspect(String reference) {
        ask("image " + reference);
        ImageSummary summary =
            new ImageSummary(
                "sha256:1", List.of(reference), List.of(), Instant.EPOCH, 1, Map.of(), List.of());
        Image.Config config =
            new Image.Config(
                List.of(),
                List.of("app.py"),
                List.of("python"),
                "/app",
                "",
                List.of("5000/tcp", "53/udp"),
                Map.of());
        return new Image(summary, "linux", "amd64", config);
      }
    };
  }

  @Override
  public Containers containers() {
    return new StandIn.OfContainers() {
      @Override
      public String run(ContainerSpec spec) {
        ask("run " + spec.image());
        runs.add(spec);
        Container made = FakeEngine.container("new", Container.Status.RUNNING, 0, true);
        containers.put(made.id(), made);
        return made.id();
      }

      @Override
      public Container inspect(String id) {
        return java.util.Objects.requireNonNull(containers.get(id));
      }

      @Override
      public void stop(String id, Duration grace) {
        ask("stop " + id);
      }

      @Override
      public void remove(String id) {
        ask("remove " + id);
      }

      @Override
      public List<Container> list() {
        return List.copyOf(containers.values());
      }
    };
  }

  @Override
  public EngineInfo info() {
    return Samples.INFO;
  }
}
