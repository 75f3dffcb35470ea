// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Aspect;
import drydock.archive.CoreDrill;
import drydock.archive.Entry;
import drydock.archive.Kind;
import drydock.archive.PackageManager;
import drydock.archive.Waste;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.EngineState;
import drydock.engine.HealthResult;
import drydock.engine.HistoryEntry;
import drydock.engine.HostSystem;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Journal;
import drydock.engine.Network;
import drydock.engine.PathChange;
import drydock.engine.Stats;
import drydock.observe.ContainerLayer;
import drydock.observe.Ground;
import drydock.observe.InnerKernel;
import drydock.observe.Lives;
import drydock.observe.Reach;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Facts that no sane engine tells, and that the types allow: the same seed gives the same ones.
final class Absurd extends AbsurdParts {
  Absurd(long seed) {
    super(seed);
  }

  // --- pictures

  StackFacts stack() {
    List<Container> containers = containers();
    Map<String, InnerKernel> kernels = new HashMap<>();
    Map<String, Stats> stats = new HashMap<>();
    for (Container container : containers) {
      if (random.nextBoolean()) {
        kernels.put(
            container.id(), new InnerKernel(of(InnerKernel.Outcome.values()), text(), time()));
      }
      if (random.nextBoolean()) {
        stats.put(container.id(), stats());
      }
    }
    return new StackFacts(
        engine(), computer(), containers, new StackReader.Reading(kernels, stats), time());
  }

  NamespacesFacts namespaces() {
    List<NamespacesFacts.Row> rows =
        containers().stream().map(c -> new NamespacesFacts.Row(c, seen())).toList();
    return new NamespacesFacts(
        rows,
        looks(rows, r -> r.container().id()),
        inodes(),
        id(rows, r -> r.container().id()),
        time());
  }

  LimitsFacts limits() {
    List<Container> containers = containers();
    Map<String, LimitsFacts.Meter> meters = new HashMap<>();
    Map<String, Long> wished = new HashMap<>();
    for (Container container : containers) {
      if (random.nextInt(4) > 0) {
        Stats before = random.nextBoolean() ? null : stats();
        meters.put(container.id(), new LimitsFacts.Meter(stats(), before, number()));
      }
      if (random.nextInt(4) == 0) {
        wished.put(container.id(), number());
      }
    }
    return new LimitsFacts(engine(), containers, meters, wished, time());
  }

  NetworkFacts network() {
    List<Network> networks = some(i -> network("net" + i + text()));
    List<Container> containers = containers();
    List<Reach> reaches = new ArrayList<>();
    for (Container from : containers) {
      for (Container to : containers) {
        if (random.nextInt(5) == 0) {
          reaches.add(
              new Reach(
                  from.id(),
                  to.id(),
                  of(Reach.Answer.values()),
                  text(),
                  of(Reach.Naming.values()),
                  text(),
                  time()));
        }
      }
    }
    EngineInfo engine = engine();
    return new NetworkFacts(
        engine,
        Ground.of(engine, computer()),
        networks,
        containers,
        looks(networks, Network::id),
        Map.of("image", some(i -> i + text() + "/tcp")),
        reaches,
        Set.of(text()),
        random.nextBoolean() ? id(networks, Network::id) : id(containers, Container::id),
        null,
        time());
  }

  private ThisComputer computer() {
    return new ThisComputer(
        of(HostSystem.values()), text(), text(), text(), number32(), random.nextBoolean());
  }

  LifeFacts life() {
    Map<String, Container> containers =
        containers().stream().collect(Collectors.toMap(Container::id, Function.identity()));
    List<String> ids = new ArrayList<>(containers.keySet());
    ids.add("gone" + text());
    List<drydock.engine.EngineEvent> events = new ArrayList<>();
    for (int i = 0; i < random.nextInt(400); i++) {
      events.add(
          new drydock.engine.EngineEvent(
              "container",
              of(
                  "create",
                  "start",
                  "die",
                  "kill",
                  "oom",
                  "pause",
                  "unpause",
                  "destroy",
                  "rename",
                  "health_status",
                  "restart",
                  "update",
                  text()),
              of("healthy", "unhealthy", text()),
              of(ids.toArray(String[]::new)),
              Map.of("exitCode", of("1", "-1", text()), "signal", text(), "name", text()),
              random.nextBoolean()
                  ? number()
                  : Samples.AT.getEpochSecond() * 1_000_000_000 + random.nextInt()));
    }
    Journal journal = Journal.of(time(), events, Math.max(0, number()));
    EngineState state =
        new EngineState(engine(), Map.of(), containers, Map.of(), Map.of(), Samples.AT);
    Map<String, List<HealthResult>> checks = new HashMap<>();
    ids.forEach(id -> checks.put(id, some(_ -> new HealthResult(time(), number32(), text()))));
    Instant to = random.nextInt(3) == 0 ? Samples.AT.plusSeconds(3) : Samples.AT;
    return new LifeFacts(
        new Lives().read(state, journal),
        checks,
        to.minus(Duration.ofSeconds(of(15, 120, 3600, 7 * 86_400))),
        to,
        Samples.AT,
        state.info().clockSkew(),
        number(),
        time(),
        ZoneOffset.UTC);
  }

  LayersFacts layers() {
    List<String> layers = some(i -> i + text());
    List<HistoryEntry> history = some(_ -> entry());
    List<ImageSummary> images =
        some(
            i ->
                new ImageSummary(
                    "image" + i + text(),
                    some(_ -> text()),
                    List.of(),
                    time(),
                    number(),
                    Map.of(),
                    layers.subList(0, random.nextInt(layers.size() + 1))));
    LayersFacts.Shown self = shown("self", layers, history);
    List<LayersFacts.Shown> others =
        List.of(
            shown("other", layers.subList(0, random.nextInt(layers.size() + 1)), history),
            shown("third", some(i -> text() + i), some(_ -> entry())));
    return new LayersFacts(self, images, of(EngineInfo.ImageStore.values()), time())
        .comparedWith(others.subList(0, random.nextInt(3)))
        .with(
            containers().stream()
                .map(c -> new LayersFacts.Own(c, random.nextInt(4) == 0 ? null : own()))
                .toList(),
            number32())
        .withWaste(random.nextBoolean() ? null : some(_ -> waste()));
  }

  private LayersFacts.Shown shown(String id, List<String> layers, List<HistoryEntry> history) {
    ImageSummary summary =
        new ImageSummary(id, some(_ -> text()), List.of(), time(), number(), Map.of(), layers);
    return new LayersFacts.Shown(
        text(),
        new Image(
            summary,
            text(),
            text(),
            new Image.Config(List.of(), List.of(), List.of(), "", "", List.of(), Map.of())),
        history);
  }

  private HistoryEntry entry() {
    return new HistoryEntry(text(), time(), text(), number(), text(), some(_ -> text()));
  }

  private ContainerLayer own() {
    return new ContainerLayer(
        some(_ -> new PathChange(text(), of(PathChange.Kind.values()))),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(number()),
        random.nextInt(3) == 0 ? text() : "",
        time());
  }

  private Waste waste() {
    Waste.Files files =
        new Waste.Files(
            random.nextInt(9), random.nextInt(9), text(), number32(), some(_ -> text()), number());
    return switch (random.nextInt(5)) {
      case 0 -> new Waste.Overwritten(files);
      case 1 -> new Waste.Removed(files, random.nextBoolean());
      case 2 -> new Waste.Retouched(files, Set.of(of(Aspect.values())));
      case 3 -> new Waste.Moved(files, text());
      default -> new Waste.Cache(files, of(PackageManager.values()));
    };
  }

  DrillFacts drill() {
    List<CoreDrill.Said> said =
        some(
            _ ->
                switch (random.nextInt(8)) {
                  case 0 -> new CoreDrill.Unknown();
                  case 1 -> new CoreDrill.Added(file());
                  case 2 -> new CoreDrill.Changed(file(), Set.of(of(Aspect.values())));
                  case 3 -> new CoreDrill.Removed();
                  case 4 -> new CoreDrill.RemovedWith(text());
                  case 5 -> new CoreDrill.Hidden(text());
                  case 6 -> new CoreDrill.Displaced(file());
                  default -> new CoreDrill.Nothing();
                });
    return new DrillFacts(
        text(),
        some(_ -> text()),
        new CoreDrill(text(), said, random.nextInt(said.size() + 1) - 1, text()),
        random.nextBoolean()
            ? null
            : new DrillFacts.Own(text(), of(PathChange.Kind.values()), time()),
        time());
  }

  private Entry file() {
    return new Entry(text(), of(Kind.values()), number(), number32(), 0, 0, time(), text());
  }

  BuildMoment build() {
    List<String> keys = some(i -> of("stage-0/", "a/", "internal/", text() + "/") + i);
    BuildState state = BuildState.begin(text(), time());
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      BuildStep.Lines lines =
          random.nextBoolean() ? null : new BuildStep.Lines(number32(), number32());
      state =
          state.apply(
              new BuildEvent.StepAnnounced(
                  new BuildStep(
                      key,
                      of(BuildStep.Kind.values()),
                      text(),
                      random.nextInt(4) == 0 ? null : of("stage-0", "a", text()),
                      number32(),
                      number32(),
                      some(_ -> of(of(keys.toArray(String[]::new)), text())),
                      lines)));
      state =
          state.apply(
              switch (random.nextInt(5)) {
                case 0 -> new BuildEvent.StepStarted(key, time());
                case 1 -> new BuildEvent.StepCached(key);
                case 2 -> new BuildEvent.StepFailed(key, text(), duration());
                case 3 -> new BuildEvent.StepDone(key, duration());
                default -> new BuildEvent.Notice("");
              });
    }
    String failed = keys.isEmpty() || random.nextBoolean() ? null : keys.getFirst();
    state =
        state.apply(
            switch (random.nextInt(4)) {
              case 0 -> new BuildEvent.Notice("");
              case 1 -> new BuildEvent.Finished(new BuildOutcome.Success(text()));
              case 2 -> new BuildEvent.Finished(new BuildOutcome.Cancelled());
              default ->
                  new BuildEvent.Finished(
                      new BuildOutcome.Failed(
                          failed,
                          text(),
                          new BuildStep.Lines(number32(), number32()),
                          number32(),
                          text(),
                          some(_ -> text())));
            });
    BuildFacts facts = BuildFacts.of(text()).withImage(number()).at(time());
    return BuildMoment.of(state, facts).withBefore(random.nextBoolean() ? state : null);
  }
}
