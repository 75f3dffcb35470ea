// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.diagram.picture.LimitsFacts;
import drydock.diagram.picture.LimitsPicture;
import drydock.diagram.picture.Looks;
import drydock.diagram.picture.NamespacesFacts;
import drydock.diagram.picture.NamespacesPicture;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.NetworkPicture;
import drydock.diagram.picture.StackFacts;
import drydock.diagram.picture.StackPicture;
import drydock.dockerfile.BuildPlan;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineObject;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.observe.Measurements;
import drydock.observe.NamespaceReader;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The pictures that the command line can draw. In lower case, because people type them.
enum PictureKind {
  build(PictureKind::plan),
  layers(LayersSource::draw),
  namespaces(PictureKind::views),
  limits(PictureKind::limits),
  network(PictureKind::networks),
  stack(PictureKind::machines),
  life(LifeSource::draw);

  /// A function without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final PictureSource source;

  PictureKind(PictureSource source) {
    this.source = source;
  }

  PictureSource source() {
    return source;
  }

  private static Scene plan(PictureSource.Request request) throws Unreadable {
    Path file = Objects.requireNonNullElse(request.dockerfile(), Path.of("Dockerfile"));
    String text = DockerfileText.read(file);
    return BuildPicture.of(BuildPlan.of(text, Map.of()), BuildFacts.of(""), request.width());
  }

  private static Scene networks(PictureSource.Request request) {
    ContainerEngine engine = request.engine().get();
    EngineState state =
        new EngineState(
            engine.info(),
            Map.of(),
            byId(engine.containers().list()),
            byId(engine.networks().list()),
            Map.of(),
            engine.info().endpoint().recorded().orElseGet(Instant::now));
    Map<String, List<String>> exposed = new HashMap<>();
    for (Container container : state.containers().values()) {
      if (container.running() && !exposed.containsKey(container.imageId())) {
        exposed.put(container.imageId(), exposed(engine, container.imageId()));
      }
    }
    return NetworkPicture.of(
        NetworkFacts.of(state, ThisComputer.current(), exposed), request.width());
  }

  /// An image can be gone while its container runs, and is in no recording unless it was looked at:
  /// then nobody knows.
  private static List<String> exposed(ContainerEngine engine, String image) {
    try {
      return engine.images().inspect(image).config().exposedPorts();
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.NotFound
          || e.problem() instanceof EngineProblem.NotRecorded) {
        return List.of();
      }
      throw e;
    }
  }

  private static <T extends EngineObject> Map<String, T> byId(List<T> objects) {
    return objects.stream().collect(Collectors.toMap(EngineObject::id, o -> o));
  }

  private static Scene views(PictureSource.Request request) {
    ContainerEngine engine = request.engine().get();
    NamespaceReader reader = new NamespaceReader(Clock.systemUTC());
    List<NamespacesFacts.Row> rows =
        engine.containers().list().stream()
            .sorted(Container.OLDEST_FIRST)
            .map(c -> new NamespacesFacts.Row(c, reader.read(engine, c, true)))
            .toList();
    Map<String, Integer> looks =
        Looks.next(Map.of(), rows.stream().map(row -> row.container().id()).toList());
    String first =
        rows.stream()
            .filter(row -> !row.seen().processes().isEmpty())
            .map(row -> row.container().id())
            .findFirst()
            .orElse(null);
    return NamespacesPicture.of(
        new NamespacesFacts(rows, looks, Map.of(), first, Instant.now()), request.width());
  }

  /// Measured twice, because the share of the processors is what happened in between.
  private static Scene limits(PictureSource.Request request) {
    ContainerEngine engine = request.engine().get();
    List<Container> containers =
        engine.containers().list().stream().sorted(Container.OLDEST_FIRST).toList();
    Map<String, LimitsFacts.Meter> meters = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      Measurements.of(engine, containers)
          .forEach((id, stats) -> meters.put(id, LimitsFacts.Meter.next(meters.get(id), stats)));
    }
    return LimitsPicture.of(
        new LimitsFacts(engine.info(), containers, meters, Map.of(), Instant.now()),
        request.width());
  }

  private static Scene machines(PictureSource.Request request) {
    ContainerEngine engine = request.engine().get();
    List<Container> containers =
        engine.containers().list().stream().sorted(Container.OLDEST_FIRST).toList();
    List<Container> running = containers.stream().filter(Container::alive).toList();
    Clock clock = Clock.systemUTC();
    return StackPicture.of(
        new StackFacts(
            engine.info(),
            ThisComputer.current(),
            containers,
            new StackReader(clock).read(engine, running, StackReader.Reading.NOTHING),
            clock.instant()),
        request.width());
  }
}
