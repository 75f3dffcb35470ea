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
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.engine.PathChange;
import drydock.engine.RestartPolicy;
import drydock.engine.Stats;
import drydock.observe.ContainerLayer;
import drydock.observe.Ground;
import drydock.observe.InnerKernel;
import drydock.observe.Lives;
import drydock.observe.Namespace;
import drydock.observe.Namespaces;
import drydock.observe.Reach;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Facts that no sane engine tells, and that the types allow: the same seed gives the same ones.
final class Absurd {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "web",
          "n".repeat(10_000),
          "W W ".repeat(2_500),
          "a\nb\r\n\tc",
          "\u0000\u0007\u001b[31mred\u009f",
          "\u202egpj.exe\u2066\u200f",
          "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
          "e\u0301\u0301\u0301".repeat(200),
          "\ud83d\ude00\u200d\ud83d\udd25".repeat(50),
          "\ud800 half \udc00",
          "{0} '{1}' ''",
          "<svg onload='x'>&amp;]]>",
          "../../etc/passwd",
          "%s%n%d");

  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH.minusSeconds(1L << 36),
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.EPOCH,
          Samples.AT.minusSeconds(30),
          Samples.AT,
          Samples.AT.plusSeconds(5),
          Instant.EPOCH.plusSeconds(1L << 36));

  private static final long[] NUMBERS = {
    Long.MIN_VALUE,
    Integer.MIN_VALUE,
    -1,
    0,
    1,
    7,
    4096,
    64L << 20,
    Integer.MAX_VALUE,
    1L << 62,
    Long.MAX_VALUE
  };

  private final Random random;

  Absurd(long seed) {
    this.random = new Random(seed);
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
                          failed, text(), null, number32(), text(), some(_ -> text())));
            });
    BuildFacts facts = BuildFacts.of(text()).withImage(number()).at(time());
    return BuildMoment.of(state, facts).withBefore(random.nextBoolean() ? state : null);
  }

  // --- parts

  private List<Container> containers() {
    return some(i -> container("id" + i + text()));
  }

  private Container container(String id) {
    Map<String, Container.Attachment> ends = new LinkedHashMap<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      ends.put(
          "net" + i + text(),
          new Container.Attachment(
              random.nextBoolean() ? "" : "net" + i + text(),
              text(),
              text(),
              text(),
              text(),
              some(_ -> text()),
              some(_ -> text())));
    }
    int ports = of(0, 0, 1, 5, 10_000);
    return new Container(
        id,
        text(),
        text(),
        of("image", text()),
        List.of(text()),
        List.of(text()),
        text(),
        maybe(time()),
        new Container.State(
            of(Container.Status.values()),
            number32(),
            random.nextBoolean(),
            text(),
            number32(),
            of(Container.Health.values()),
            number32(),
            maybe(time()),
            maybe(time())),
        random.nextBoolean(),
        random.nextBoolean() ? Ownership.PLAIN.labels(Ownership.Kind.CONTAINER) : Map.of(),
        IntStream.range(0, ports)
            .mapToObj(_ -> new Container.Port(of("80/tcp", text()), text(), number32()))
            .toList(),
        ends,
        List.of(),
        new Limits(number(), number(), number(), number(), number()),
        new NamespaceModes(
            of("", "host", "none", "container:" + text(), text()), text(), "", "", "", ""),
        new RestartPolicy(of(RestartPolicy.Kind.values()), number32()));
  }

  private Network network(String id) {
    Map<String, Network.Endpoint> ends = new HashMap<>();
    some(i -> i + text())
        .forEach(end -> ends.put(end, new Network.Endpoint(text(), text(), text(), text())));
    return new Network(
        id,
        of("bridge", "host", text()),
        of("bridge", "host", "null", text()),
        text(),
        random.nextBoolean(),
        maybe(time()),
        some(_ -> new Network.Subnet(text(), text())),
        ends,
        Map.of(text(), text()),
        random.nextBoolean() ? Ownership.PLAIN.labels(Ownership.Kind.NETWORK) : Map.of());
  }

  private Namespaces seen() {
    return new Namespaces(
        of(Namespaces.Method.values()),
        inodes(),
        some(
            _ ->
                new Namespaces.Task(
                    number32(),
                    number32(),
                    random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(number32()),
                    text())),
        time());
  }

  private Map<Namespace, Long> inodes() {
    Map<Namespace, Long> inodes = new EnumMap<>(Namespace.class);
    for (Namespace kind : Namespace.values()) {
      if (random.nextBoolean()) {
        inodes.put(kind, number());
      }
    }
    return inodes;
  }

  private Stats stats() {
    return new Stats(
        time(),
        random.nextInt(4) == 0
            ? null
            : new Stats.Cpu(
                number(),
                number(),
                number(),
                number(),
                number32(),
                optional(),
                optional(),
                optional()),
        random.nextInt(4) == 0
            ? null
            : new Stats.Memory(number(), number(), number(), optional(), optional()),
        optional(),
        optional(),
        Map.of(),
        optional(),
        optional(),
        number32());
  }

  private EngineInfo engine() {
    EngineInfo plain = drydock.engine.Samples.INFO;
    return new EngineInfo(
        plain.endpoint(),
        text(),
        text(),
        text(),
        text(),
        random.nextBoolean(),
        plain.api(),
        new EngineInfo.Machine(
            of("linux", "windows", text()), text(), text(), text(), number32(), number()),
        new EngineInfo.Storage(text(), of(EngineInfo.ImageStore.values()), text()),
        plain.cgroups(),
        of(EngineInfo.Builder.values()),
        List.of(text()),
        List.of(text()),
        of(Duration.ZERO, Duration.ofDays(-40_000), Duration.ofDays(40_000)));
  }

  private <T> Map<String, Integer> looks(List<T> all, Function<T, String> id) {
    Map<String, Integer> looks = new HashMap<>();
    all.forEach(each -> looks.put(id.apply(each), number32()));
    return looks;
  }

  private <T> @Nullable String id(List<T> all, Function<T, String> id) {
    return all.isEmpty() || random.nextBoolean() ? null : id.apply(all.getFirst());
  }

  private <T> List<T> some(IntFunction<T> make) {
    return IntStream.range(0, of(0, 1, 2, 3, 30)).mapToObj(make).toList();
  }

  private String text() {
    return random.nextBoolean() ? "web" : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private Instant time() {
    return TIMES.get(random.nextInt(TIMES.size()));
  }

  private Duration duration() {
    return of(Duration.ZERO, Duration.ofMillis(40), Duration.between(time(), time()));
  }

  private @Nullable Instant maybe(Instant time) {
    return random.nextInt(3) == 0 ? null : time;
  }

  private long number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private int number32() {
    return Math.clamp(number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private OptionalLong optional() {
    return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(number());
  }

  @SafeVarargs
  private <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
