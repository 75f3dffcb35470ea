// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LifeFacts;
import drydock.diagram.picture.LimitsFacts;
import drydock.diagram.picture.Looks;
import drydock.diagram.picture.NamespacesFacts;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.StackFacts;
import drydock.engine.BuildEvent;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.EngineInfo;
import drydock.engine.EngineState;
import drydock.engine.HistoryEntry;
import drydock.engine.HostSystem;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Journal;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.engine.RestartPolicy;
import drydock.engine.Samples;
import drydock.engine.Stats;
import drydock.observe.Ground;
import drydock.observe.InnerKernel;
import drydock.observe.Lives;
import drydock.observe.Namespace;
import drydock.observe.Namespaces;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/// An engine with more than anybody should have: 500 containers in 50 networks, an image of 100
/// layers, a build of 300 steps. Each tick something happens to one of the containers.
final class LargeEngine {
  static final int CONTAINERS = 500;
  private static final int NETWORKS = 50;
  private static final int LAYERS = 100;
  private static final int STEPS = 300;
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final Instant AT = Instant.parse("2026-03-02T14:02:31Z");
  private static final ThisComputer HERE =
      new ThisComputer(HostSystem.LINUX, "Linux", "6.12", "amd64", 4, false);
  private static final OptionalLong NONE = OptionalLong.empty();

  private final List<Container> containers = new ArrayList<>();
  private final Map<String, Stats> stats = new LinkedHashMap<>();
  private final Map<String, LimitsFacts.Meter> meters = new LinkedHashMap<>();
  private final Map<String, Integer> looks;
  private final List<Network> networks;
  private final Lives lives = new Lives();
  private Journal journal = Journal.since(AT.minusSeconds(600));
  private BuildState build = BuildState.begin("large:1", AT);
  private int tick;

  LargeEngine() {
    for (int i = 0; i < CONTAINERS; i++) {
      containers.add(container(i, i));
      stats.put(id(i), stats(i));
      meters.put(id(i), LimitsFacts.Meter.next(null, stats(i)));
      journal = journal.with(event(i, "start", AT.minusSeconds(590).plusMillis(i)));
    }
    looks = Looks.next(Map.of(), containers.stream().map(Container::id).toList());
    networks = IntStream.range(0, NETWORKS).mapToObj(LargeEngine::network).toList();
    for (int i = 1; i <= STEPS; i++) {
      String key = "stage-" + i % 6 + "/" + i;
      List<String> inputs = i <= 6 ? List.of() : List.of("stage-" + i % 6 + "/" + (i - 6));
      build =
          build.apply(
              new BuildEvent.StepAnnounced(
                  new BuildStep(
                      key,
                      i <= 6 ? BuildStep.Kind.FROM : BuildStep.Kind.INSTRUCTION,
                      "RUN make target-" + i,
                      "stage-" + i % 6,
                      i,
                      STEPS,
                      inputs,
                      new BuildStep.Lines(i, i))));
    }
  }

  /// Something happens: a container uses more, or is started anew; a step of the build ends.
  void tick() {
    tick++;
    int i = tick * 37 % CONTAINERS;
    containers.set(i, container(i, i + tick));
    stats.put(id(i), stats(i + tick));
    meters.put(id(i), LimitsFacts.Meter.next(meters.get(id(i)), stats(i + tick)));
    journal = journal.with(event(i, tick % 2 == 0 ? "die" : "start", now()));
    int step = 1 + tick % STEPS;
    String key = "stage-" + step % 6 + "/" + step;
    build =
        build.apply(
            tick / STEPS % 2 == 0
                ? new BuildEvent.StepStarted(key, now())
                : new BuildEvent.StepDone(key, Duration.ofMillis(900 + tick)));
  }

  private Instant now() {
    return AT.plusMillis(20L * tick);
  }

  StackFacts stack() {
    Map<String, InnerKernel> kernels = new LinkedHashMap<>();
    containers.forEach(
        c -> kernels.put(c.id(), new InnerKernel(InnerKernel.Outcome.READ, "6.12", now())));
    return new StackFacts(
        Samples.INFO, HERE, containers, new StackReader.Reading(kernels, stats), now());
  }

  NamespacesFacts namespaces() {
    List<NamespacesFacts.Row> rows = new ArrayList<>();
    for (int i = 0; i < CONTAINERS; i++) {
      Map<Namespace, Long> inodes = new EnumMap<>(Namespace.class);
      for (Namespace kind : Namespace.values()) {
        inodes.put(
            kind,
            kind.initial().orElse(4_026_532_000L + i % 490 * 10L + kind.name().hashCode() % 7));
      }
      List<Namespaces.Task> tasks =
          List.of(new Namespaces.Task(4000 + i, 1, OptionalInt.of(1), "python app.py"));
      rows.add(
          new NamespacesFacts.Row(
              containers.get(i), new Namespaces(Namespaces.Method.TOP, inodes, tasks, now())));
    }
    return new NamespacesFacts(rows, looks, Map.of(), id(0), now());
  }

  LimitsFacts limits() {
    return new LimitsFacts(Samples.INFO, containers, meters, Map.of(), now());
  }

  NetworkFacts network() {
    return new NetworkFacts(
        Samples.INFO,
        Ground.of(Samples.INFO, HERE),
        networks,
        containers,
        Looks.next(Map.of(), networks.stream().map(Network::id).toList()),
        Map.of("sha256:app", List.of("80/tcp", "9000/tcp")),
        List.of(),
        Set.of(),
        null,
        null,
        now());
  }

  LifeFacts life() {
    Map<String, Container> byId = new LinkedHashMap<>();
    containers.forEach(c -> byId.put(c.id(), c));
    EngineState state = Samples.state(Map.of(), byId);
    return new LifeFacts(
        lives.read(state, journal),
        Map.of(),
        LifeFacts.edge(now(), SPAN).minus(SPAN),
        LifeFacts.edge(now(), SPAN),
        now(),
        Duration.ZERO,
        journal.dropped(),
        now(),
        ZoneOffset.UTC);
  }

  LayersFacts layers() {
    List<String> layers = IntStream.range(0, LAYERS).mapToObj(i -> "sha256:layer" + i).toList();
    List<HistoryEntry> history =
        IntStream.range(0, LAYERS)
            .mapToObj(
                i ->
                    new HistoryEntry(
                        "",
                        AT,
                        "RUN make target-" + i + " # buildkit",
                        1_000L * (i + 1) * (i + 1),
                        "buildkit.dockerfile.v0",
                        List.of()))
            .toList();
    List<ImageSummary> images =
        IntStream.range(0, 200)
            .mapToObj(i -> image("sha256:i" + i, "i" + i + ":" + tick, layers.subList(0, i / 4)))
            .toList();
    return new LayersFacts(
        new LayersFacts.Shown(
            "large:1",
            new Image(
                image("sha256:large", "large:1", layers),
                "linux",
                "amd64",
                new Image.Config(List.of(), List.of(), List.of(), "", "", List.of(), Map.of())),
            history),
        images,
        EngineInfo.ImageStore.GRAPH_DRIVER,
        now());
  }

  BuildState build() {
    return build;
  }

  private static ImageSummary image(String id, String tag, List<String> layers) {
    return new ImageSummary(id, List.of(tag), List.of(), AT, 4_000_000, Map.of(), layers);
  }

  private static EngineEvent event(int i, String action, Instant at) {
    return new EngineEvent(
        "container",
        action,
        "",
        id(i),
        Map.of("name", "service-" + i, "image", "app:1", "exitCode", "1"),
        at.getEpochSecond() * 1_000_000_000 + at.getNano());
  }

  private static String id(int i) {
    return "%064d".formatted(i);
  }

  private static Container container(int i, int run) {
    String network = "team-" + i % NETWORKS;
    return new Container(
        id(i),
        "service-" + i,
        "app:1",
        "sha256:app",
        List.of("python", "app.py"),
        List.of(),
        "",
        AT.minusSeconds(600).plusMillis(i),
        new Container.State(
            Container.Status.RUNNING,
            0,
            false,
            "",
            4000 + run,
            Container.Health.NONE,
            run - i,
            AT.minusSeconds(590).plusMillis(run),
            null),
        false,
        Ownership.PLAIN.labels(Ownership.Kind.CONTAINER),
        i % 5 == 0 ? List.of(new Container.Port("80/tcp", "127.0.0.1", 8000 + i)) : List.of(),
        Map.of(
            network,
            new Container.Attachment(
                "net" + i % NETWORKS,
                "172.%d.0.%d".formatted(18 + i % NETWORKS, 2 + i / NETWORKS),
                "",
                "172.18.0.1",
                "",
                List.of("service"),
                List.of("service-" + i))),
        List.of(),
        Limits.memory(64L << 20),
        NamespaceModes.USUAL,
        RestartPolicy.NO);
  }

  private static Network network(int i) {
    return new Network(
        "net" + i,
        "team-" + i,
        "bridge",
        "local",
        false,
        AT.minusSeconds(1000 - i),
        List.of(
            new Network.Subnet("172.%d.0.0/16".formatted(18 + i), "172.%d.0.1".formatted(18 + i))),
        Map.of(),
        Map.of(),
        Ownership.PLAIN.labels(Ownership.Kind.NETWORK));
  }

  private static Stats stats(int n) {
    return new Stats(
        AT.plusMillis(n),
        new Stats.Cpu(
            1_000_000_000L + n * 20_000_000L,
            0,
            0,
            9_000_000_000L + n * 80_000_000L,
            4,
            NONE,
            NONE,
            NONE),
        new Stats.Memory((4L + n % 60) << 20, 0, 64L << 20, NONE, NONE),
        OptionalLong.of(1 + n % 7),
        NONE,
        Map.of(),
        NONE,
        NONE,
        2);
  }
}
