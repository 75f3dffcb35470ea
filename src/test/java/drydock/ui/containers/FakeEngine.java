// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.Endpoint;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.PullProgress;
import drydock.engine.RunSpec;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Containers in memory; remembers what it was asked for.
final class FakeEngine implements ContainerEngine {
  final Map<String, Container> containers = new LinkedHashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<RunSpec> runs = new ArrayList<>();
  @Nullable EngineProblem refuse;

  static Container container(
      String name, Container.Status status, int exitCode, boolean ours, Container.Port... ports) {
    Instant start = Instant.now().minusSeconds(185);
    return new Container(
        "id-" + name,
        name,
        ours ? "kiosk:dev" : "postgres:17",
        "sha256:1",
        List.of("python", "app.py"),
        status,
        exitCode,
        false,
        "",
        start,
        start,
        start.plusSeconds(60),
        ours ? Ownership.PLAIN.labels(Ownership.Kind.CONTAINER) : Map.of(),
        List.of(ports));
  }

  EngineState state() {
    EngineInfo info =
        new EngineInfo(
            new Endpoint("unix:///x", Endpoint.Origin.WELL_KNOWN, "x"),
            "",
            "",
            "28.5.2",
            "1.51",
            "1.51",
            "1.24",
            "linux",
            "amd64",
            "Debian",
            "6.12",
            2,
            1L << 30,
            "overlay2",
            EngineInfo.ImageStore.GRAPH_DRIVER,
            "2",
            EngineInfo.Builder.BUILDKIT);
    return new EngineState(info, Map.of(), containers, Instant.now());
  }

  private void ask(String what) {
    asked.add(what);
    if (refuse != null) {
      throw new EngineException(refuse);
    }
  }

  @Override
  public Image image(String reference) {
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

  @Override
  public String run(RunSpec spec) {
    ask("run " + spec.image());
    runs.add(spec);
    Container made = container("new", Container.Status.RUNNING, 0, true);
    containers.put(made.id(), made);
    return made.id();
  }

  @Override
  public Container container(String id) {
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
  public EngineInfo info() {
    return state().info();
  }

  @Override
  public List<Container> containers() {
    return List.copyOf(containers.values());
  }

  @Override
  public List<ImageSummary> images() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<HistoryEntry> history(String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription pull(String reference, StreamListener<PullProgress> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeImage(String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
