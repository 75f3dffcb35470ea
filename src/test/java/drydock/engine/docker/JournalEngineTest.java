// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.RealEngine.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.ContainerSpec;
import drydock.engine.EngineEvent;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.Journal;
import drydock.engine.RawDocker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the monitor tells of what happened, against an engine that makes it happen.
@EngineTest
class JournalEngineTest {
  @TempDir Path folder;

  private final RealEngine real = new RealEngine();
  private final List<EngineStatus.Ready> told = new CopyOnWriteArrayList<>();
  private Forwarder forwarder;
  private DockerMonitor monitor;

  @BeforeEach
  void start() throws IOException {
    forwarder = new Forwarder(folder);
    forwarder.lay();
    listen();
  }

  private void listen() {
    monitor = new DockerMonitor(RealEngine.finder(forwarder.host()));
    monitor.subscribe(
        status -> {
          if (status instanceof EngineStatus.Ready ready) {
            told.add(ready);
          }
        });
    eventually("ready", () -> !told.isEmpty());
  }

  @AfterEach
  void cleanUp() throws IOException {
    monitor.close();
    real.close();
    forwarder.close();
  }

  @Test
  void aLifeIsToldInOrderWithItsReasons() {
    String id = real.ours("trap 'exit 3' USR1; sleep 600 & wait");
    real.engine.containers().top(id, "");
    real.engine.containers().execute(id, List.of("true"), Duration.ofSeconds(10));
    real.engine.containers().kill(id, "SIGUSR1");
    eventually("ended", () -> actions(id).contains("die"));
    real.engine.containers().remove(id);
    eventually("gone", () -> actions(id).contains("destroy"));
    assertThat(actions(id)).containsExactly("create", "start", "kill", "die", "destroy");
    assertThat(event(id, "kill").attributes()).containsEntry("signal", "10");
    assertThat(event(id, "die").attributes()).containsEntry("exitCode", "3");
    assertThat(journal().events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void theStateAndItsJournalGoTogether() {
    String id = real.ours("sleep 600");
    eventually("started", () -> actions(id).contains("start"));
    real.engine.containers().kill(id, "SIGKILL");
    eventually("ended", () -> actions(id).contains("die"));
    real.engine.containers().remove(id);
    eventually("gone", () -> actions(id).contains("destroy"));
    for (EngineStatus.Ready ready : told) {
      var container = ready.state().containers().get(id);
      if (container != null && !container.running() && container.state().finished() != null) {
        assertThat(ready.journal().events())
            .as("an end in the state is an end in the journal")
            .anyMatch(e -> e.id().equals(id) && e.action().equals("die"));
      }
    }
  }

  @Test
  void whatChangesNoStateIsToldAtOnce() throws InterruptedException {
    String id = real.ours("trap 'true' USR1; while true; do sleep 1; done");
    eventually("started", () -> actions(id).contains("start"));
    Thread.sleep(500);
    int before = told.size();
    real.engine.containers().kill(id, "SIGUSR1");
    eventually("told", () -> actions(id).contains("kill"));
    assertThat(told).hasSizeGreaterThan(before);
    assertThat(told.getLast().state()).isSameAs(told.get(before - 1).state());
  }

  @Test
  void pollingIsNoNews() throws InterruptedException {
    String id = real.ours("sleep 600");
    eventually("started", () -> actions(id).contains("start"));
    Thread.sleep(500);
    int before = told.size();
    Journal journal = journal();
    for (int i = 0; i < 5; i++) {
      real.engine.containers().top(id, "");
      real.engine.containers().execute(id, List.of("true"), Duration.ofSeconds(10));
    }
    Thread.sleep(500);
    assertThat(told).hasSize(before);
    assertThat(journal()).isSameAs(journal);
  }

  @Test
  void aHealthCheckTellsItsVerdict() {
    String name = real.name("health");
    RawDocker.post(
        "/containers/create?name=" + name,
        """
        {"Image":"%s","Cmd":["sleep","600"],"Healthcheck":{"Test":["CMD","test","-e","/well"],
         "Interval":500000000,"Timeout":5000000000,"Retries":1}}
        """
            .formatted(RealEngine.IMAGE));
    RawDocker.post("/containers/" + name + "/start", "");
    String id = RawDocker.get("/containers/" + name + "/json").json().path("Id").asText();
    eventually("unhealthy", () -> actions(id).contains("health_status"));
    assertThat(event(id, "health_status").detail()).isEqualTo("unhealthy");
    assertThat(actions(id)).containsExactly("create", "start", "health_status");
  }

  @Test
  void theOutOfMemoryKillerIsNamed() {
    String name = real.name("oom");
    String id =
        real.engine
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                    .name(name)
                    .command("sh", "-c", "tail -c 60m /dev/zero | tail -c 60m > /dev/null; exit 5")
                    .limits(drydock.engine.Limits.memory(16 << 20))
                    .build());
    eventually("ended", () -> actions(id).contains("die"));
    assertThat(actions(id)).contains("oom");
    assertThat(event(id, "die").attributes()).containsKey("exitCode");
  }

  @Test
  void streamsThatTakeOverTellNothingTwice() throws Exception {
    String id = real.ours("sleep 600");
    eventually("started", () -> actions(id).contains("start"));
    forwarder.breakConnections();
    real.engine.containers().kill(id, "SIGWINCH");
    eventually("told", () -> actions(id).contains("kill"));
    Thread.sleep(12_000); // two quiet streams are replaced
    assertThat(actions(id)).containsExactly("create", "start", "kill");
    assertThat(journal().dropped()).isZero();
  }

  @Test
  void whatHappenedBeforeIsToldAsFarAsTheEngineRemembersIt() throws IOException {
    String id = real.ours("exit 3");
    eventually("ended", () -> actions(id).contains("die"));
    real.engine.containers().remove(id);
    eventually("gone", () -> actions(id).contains("destroy"));
    Journal seen = journal();
    monitor.close();
    told.clear();
    listen();
    eventually("remembered", () -> actions(id).contains("destroy"));
    assertThat(actions(id)).containsExactly("create", "start", "die", "destroy");
    assertThat(event(id, "die")).isEqualTo(find(seen, id, "die"));
    assertThat(journal().wholeSince()).isBeforeOrEqualTo(event(id, "create").at());
    assertThat(journal().events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void anEngineThatWasLostTellsWhatHappenedMeanwhile() throws IOException {
    String id = real.ours("sleep 600");
    eventually("started", () -> actions(id).contains("start"));
    Journal before = journal();
    forwarder.cut();
    eventually("lost", () -> monitor.status() instanceof EngineStatus.Unavailable);
    real.engine.containers().kill(id, "SIGKILL");
    forwarder.lay();
    monitor.retryNow();
    eventually("back", () -> monitor.status() instanceof EngineStatus.Ready);
    eventually("told", () -> actions(id).contains("die"));
    assertThat(actions(id)).containsExactly("create", "start", "kill", "die");
    assertThat(journal().wholeSince()).isBeforeOrEqualTo(before.wholeSince());
  }

  private Journal journal() {
    return told.getLast().journal();
  }

  private List<String> actions(String id) {
    return journal().events().stream()
        .filter(e -> e.id().equals(id))
        .map(EngineEvent::action)
        .toList();
  }

  private EngineEvent event(String id, String action) {
    return find(journal(), id, action);
  }

  private static EngineEvent find(Journal journal, String id, String action) {
    return journal.events().stream()
        .filter(e -> e.id().equals(id) && e.action().equals(action))
        .findFirst()
        .orElseThrow();
  }
}
