// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.RealEngine.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container.Status;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final String LIST = "GET /containers/json";

  private final Crowd crowd = new Crowd("one");
  private final List<EngineStatus> told = new CopyOnWriteArrayList<>();
  private DockerMonitor monitor = new DockerMonitor(RealEngine.finder("unix:///no/such.sock"));

  @AfterEach
  void close() throws IOException {
    monitor.close();
    crowd.close();
  }

  @Test
  void aBurstOfEventsIsBoundedWorkAndSettlesSoon() {
    int many = 500;
    for (int i = 0; i < many; i++) {
      crowd.set("c" + i, "created");
    }
    watch();
    eventually("all are known", () -> state().containers().size() == many);
    for (int i = 0; i < many; i++) {
      String id = "c" + i;
      for (String action : List.of("attach", "exec_create", "exec_start", "exec_die", "resize")) {
        crowd.tell(action, id);
      }
      for (int again = 0; again < 4; again++) {
        crowd.tell("update", id);
      }
      crowd.set(id, "running").tell("start", id);
    }
    eventually("all run", () -> running() == many);
    assertThat(crowd.requests("GET /containers/c")).as("looks").isBetween(2L * many, 4L * many);
    assertThat(crowd.requests(LIST)).as("listings").isEqualTo(1);
    assertThat(told).as("states").hasSizeLessThan(200);
  }

  @Test
  void aDroppedEventIsHealedWithoutListing() {
    crowd.set("a", "created").set("b", "created");
    watch();
    crowd.tell("start", "a");
    crowd.set("b", "running").remember("start", "b");
    eventually("b runs", () -> status("b") == Status.RUNNING);
    assertThat(crowd.requests(LIST)).isEqualTo(1);
  }

  @Test
  void anEngineThatForgotItsEventsIsListedAgain() {
    crowd.set("a", "created");
    watch();
    crowd.set("a", "running").tell("start", "a");
    eventually("a runs", () -> status("a") == Status.RUNNING);
    crowd.forgetEvents();
    crowd.set("a", "exited").set("b", "running");
    eventually("b is there", () -> status("b") == Status.RUNNING);
    assertThat(status("a")).isEqualTo(Status.EXITED);
    assertThat(crowd.requests(LIST)).isEqualTo(2);
  }

  @Test
  void aCutInTheMiddleOfAlineLosesNothing() {
    crowd.set("a", "created").set("b", "created");
    watch();
    crowd.set("a", "running").tell("start", "a");
    eventually("a runs", () -> status("a") == Status.RUNNING);
    crowd.set("b", "running");
    crowd.say(crowd.remember("start", "b").substring(0, 30));
    crowd.cutStreams();
    eventually("b runs", () -> status("b") == Status.RUNNING);
    assertThat(told).noneMatch(status -> status instanceof EngineStatus.Unavailable);
  }

  @Test
  void afterAlineThatIsNoEventAllIsListedAgain() {
    crowd.set("a", "created");
    watch();
    crowd.set("a", "running");
    crowd.say("{\"Type\":\"container\",,,\n");
    eventually("a runs", () -> status("a") == Status.RUNNING);
    assertThat(crowd.requests(LIST)).isEqualTo(2);
    assertThat(told).noneMatch(status -> status instanceof EngineStatus.Unavailable);
  }

  @Test
  void whatIsSlowOrDamagedHoldsUpNobody() {
    crowd.set("slow", "running").set("damaged", "running").set("a", "created");
    crowd.fake.mute("/containers/slow/json");
    crowd.fake.on("/containers/damaged/json", 500, "{\"message\":\"no such layer\"}");
    watch();
    assertThat(state().containers()).containsOnlyKeys("a");
    for (String id : List.of("slow", "damaged", "a")) {
      crowd.set(id, "running").tell("start", id);
    }
    eventually("a runs", () -> status("a") == Status.RUNNING);
    crowd.fake.on("/containers/damaged/json", 200, "{\"Id\":\"damaged\"}");
    eventually("mended", () -> state().containers().containsKey("damaged"));
  }

  @Test
  void anEngineThatCannotListIsToldAndNotPestered() throws InterruptedException {
    crowd.fake.on("/containers/json", 500, "{\"message\":\"database is locked\"}");
    monitor.close();
    monitor = new DockerMonitor(RealEngine.finder(crowd.fake.host()));
    eventually("told", () -> monitor.status() instanceof EngineStatus.Unavailable);
    EngineStatus.Unavailable none = (EngineStatus.Unavailable) monitor.status();
    assertThat(none.attempts()).hasSize(1);
    assertThat(none.attempts().getFirst().result()).isEqualTo(Result.BAD_ANSWER);
    assertThat(none.attempts().getFirst().detail()).contains("database is locked");
    Thread.sleep(1_000);
    assertThat(crowd.requests(LIST)).as("listings in the first second").isEqualTo(1);
    crowd.lists();
    monitor.retryNow();
    eventually("mended", () -> monitor.status() instanceof EngineStatus.Ready);
  }

  @Test
  void whatGoesBetweenEventAndLookIsNoError() {
    crowd.set("a", "created");
    watch();
    crowd.tell("create", "gone");
    crowd.set("busy", "removing");
    crowd.fake.on("/containers/busy/json", 409, "{\"message\":\"removal in progress\"}");
    crowd.tell("create", "busy");
    crowd.set("a", "running").tell("start", "a");
    eventually("a runs", () -> status("a") == Status.RUNNING);
    assertThat(state().containers()).containsOnlyKeys("a");
  }

  @Test
  void anEngineThatHangsIsGoneAfterAboundedTime() {
    crowd.set("a", "created");
    watch();
    crowd.tell("start", "a");
    for (String path : List.of("/events", "/info", "/version", "/_ping")) {
      crowd.fake.mute(path);
    }
    long start = System.nanoTime();
    eventually("gone", () -> monitor.status() instanceof EngineStatus.Unavailable, 40);
    assertThat((System.nanoTime() - start) / 1_000_000_000).as("s").isLessThan(25);
  }

  @Test
  void whatAThousandStatesShareIsThereOnce() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      crowd.set("c" + i, "running");
    }
    List<EngineState> kept = new ArrayList<>();
    try (DockerEngine engine =
            Objects.requireNonNull(RealEngine.finder(crowd.fake.host()).find().engine());
        StateKeeper keeper = new StateKeeper(engine, new Bell())) {
      keeper.listAll();
      kept.add(keeper.news());
      for (int i = 0; i < 1_000; i++) {
        crowd.set("c7", i % 2 == 0 ? "paused" : "running");
        keeper.apply(Map.of(Thing.container("c7"), Changes.What.LOOK));
        kept.add(keeper.news());
        assertThat(keeper.news()).as("nothing new").isNull();
      }
    }
    EngineState first = kept.getFirst();
    assertThat(kept).hasSize(1_001).doesNotContainNull();
    for (EngineState state : kept) {
      assertThat(state.images()).isSameAs(first.images());
      assertThat(state.networks()).isSameAs(first.networks());
      assertThat(state.volumes()).isSameAs(first.volumes());
      assertThat(state.containers().get("c8")).isSameAs(first.containers().get("c8"));
    }
    assertThat(kept.get(1).containers().get("c7"))
        .extracting(c -> c.status())
        .isEqualTo(Status.PAUSED);
    assertThat(kept.get(2).containers().get("c7"))
        .extracting(c -> c.status())
        .isEqualTo(Status.RUNNING);
  }

  @Test
  void thePreferredEngineIsTakenWhenItAnswers() throws IOException {
    try (Crowd other = new Crowd("two")) {
      watch();
      monitor.prefer(other.fake.host());
      eventually("two", () -> id().equals("two"));
      eventually("nothing holds on to one", () -> crowd.fake.connections() == 0);
      assertThat(monitor.engine().info().id()).isEqualTo("two");
      monitor.prefer("unix:///no/such.sock");
      eventually("one, for want of the preferred", () -> id().equals("one"));
      monitor.prefer(other.fake.host());
      eventually("two again", () -> id().equals("two"));
      monitor.prefer(null);
      eventually("one", () -> id().equals("one"));
      assertThat(told).noneMatch(status -> status instanceof EngineStatus.Unavailable);
    }
  }

  @Test
  void nothingLeaksInAHundredReconnects(@TempDir Path folder) throws IOException {
    crowd.set("a", "created");
    watch();
    crowd.tell("create", "a");
    for (int i = 0; i < 30; i++) {
      long opened = crowd.requests("GET /events");
      crowd.cutStreams();
      eventually("opened again", () -> crowd.requests("GET /events") > opened);
    }
    for (int i = 0; i < 70; i++) {
      monitor.close();
      watch();
    }
    eventually("few connections", () -> crowd.fake.connections() <= 3);
    monitor.close();
    eventually("no connection", () -> crowd.fake.connections() == 0);
    Path dump = folder.resolve("threads.json");
    eventually("no thread", () -> engineThreads(dump).isEmpty());
  }

  private static List<String> engineThreads(Path dump) {
    try {
      Files.deleteIfExists(dump);
      ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
          .dumpThreads(
              dump.toString(),
              com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
      return Files.readAllLines(dump).stream()
          .filter(line -> line.contains("\"engine ") && line.contains("virtual"))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void watch() {
    monitor.close();
    monitor = new DockerMonitor(RealEngine.finder(crowd.fake.host()));
    monitor.subscribe(told::add);
    eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    told.clear();
  }

  private EngineState state() {
    eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    return ((EngineStatus.Ready) monitor.status()).state();
  }

  private String id() {
    return monitor.status() instanceof EngineStatus.Ready ready ? ready.state().info().id() : "";
  }

  private Status status(String id) {
    var container = state().containers().get(id);
    return container == null ? Status.UNKNOWN : container.status();
  }

  private long running() {
    return state().containers().values().stream().filter(c -> c.running()).count();
  }
}
