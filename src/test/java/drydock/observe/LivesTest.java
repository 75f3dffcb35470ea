// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import drydock.engine.RestartPolicy;
import drydock.engine.Samples;
import drydock.observe.Life.Kind;
import drydock.observe.Life.Phase;
import drydock.observe.Life.Reason;
import drydock.observe.Life.Stretch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LivesTest {
  private static final Instant T0 = Instant.parse("2026-03-02T14:00:00Z");
  private static final RestartPolicy THREE = new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3);

  private final Lives lives = new Lives();
  private Journal journal = Journal.since(T0);

  @Test
  void aStartByHandIsNoRestartByPolicy() {
    event(1, "create").event(2, "start").event(3, "kill", "signal", "15");
    event(4, "die", "exitCode", "143").event(5, "start");
    Life life = read(container(Container.Status.RUNNING, null, null, THREE));
    assertThat(phases(life))
        .containsExactly(Phase.CREATED, Phase.RUNNING, Phase.EXITED, Phase.RUNNING);
    assertThat(life.marks()).noneMatch(m -> m.kind() == Kind.RESTARTED);
  }

  @Test
  void aPolicyDoesNotRestartWhatEndedWellNorMoreOftenThanItMay() {
    event(1, "create").event(2, "start").event(3, "die", "exitCode", "0").event(4, "start");
    for (int i = 0; i < 4; i++) {
      event(5 + 2 * i, "die", "exitCode", "1").event(6 + 2 * i, "start");
    }
    Life life = read(container(Container.Status.RUNNING, null, null, THREE));
    assertThat(life.marks().stream().filter(m -> m.kind() == Kind.RESTARTED).map(Life.Mark::number))
        .containsExactly(1, 2, 3);
  }

  @Test
  void anHourLaterItWasNotThePolicy() {
    event(1, "create").event(2, "start").event(3, "die", "exitCode", "1").event(3600, "start");
    assertThat(phases(read(container(Container.Status.RUNNING, null, null, THREE))))
        .doesNotContain(Phase.RESTARTING);
  }

  @Test
  void howItWasSeenFirstTellsWhatWasBefore() {
    Container ended = container(Container.Status.EXITED, -50, -40, RestartPolicy.NO);
    read(ended);
    event(10, "start").event(20, "die", "exitCode", "4");
    Life life = read(container(Container.Status.EXITED, 10, 20, RestartPolicy.NO));
    assertThat(phases(life))
        .containsExactly(Phase.UNKNOWN, Phase.RUNNING, Phase.EXITED, Phase.RUNNING, Phase.EXITED);
    assertThat(life.stretches().get(2).from()).isEqualTo(T0.minusSeconds(40));
    assertThat(life.stretches().get(2).to()).isEqualTo(T0.plusSeconds(10));
  }

  @Test
  void oneThatEndedIsEndedAlthoughItsStartWasNotedLater() {
    Life life = read(container(Container.Status.EXITED, -40, -41, RestartPolicy.NO));
    assertThat(life.stretches().getLast().phase()).isEqualTo(Phase.EXITED);
    assertThat(life.stretches().getLast().from()).isEqualTo(T0.minusSeconds(41));
  }

  @Test
  void anEventThatDoesNotFitMakesTheTimeBeforeUnknown() {
    read(container(Container.Status.RUNNING, -50, null, RestartPolicy.NO));
    event(10, "start");
    Life life = read(container(Container.Status.RUNNING, 10, null, RestartPolicy.NO));
    assertThat(phases(life)).containsExactly(Phase.CREATED, Phase.UNKNOWN, Phase.RUNNING);
  }

  @Test
  void whatWasDroppedIsNotGuessed() {
    read(container(Container.Status.EXITED, -50, -40, RestartPolicy.NO));
    event(10, "die", "exitCode", "1").event(20, "start");
    journal = Journal.of(T0.plusSeconds(10), journal.events(), 7);
    Life life = read(container(Container.Status.RUNNING, 20, null, RestartPolicy.NO));
    assertThat(phases(life)).containsExactly(Phase.UNKNOWN, Phase.EXITED, Phase.RUNNING);
  }

  @Test
  void aLostConnectionIsAGapAndThenItIsAsInspectTells() {
    event(1, "create").event(2, "start");
    journal = journal.missedUntil(T0.plusSeconds(30));
    Life life = read(container(Container.Status.EXITED, 2, 20, RestartPolicy.NO));
    assertThat(phases(life))
        .containsExactly(Phase.CREATED, Phase.RUNNING, Phase.UNKNOWN, Phase.EXITED);
    Stretch gap = life.stretches().get(2);
    assertThat(gap.source()).isEqualTo(new Life.Untold(Reason.MISSED));
    assertThat(gap.from()).isEqualTo(T0.plusSeconds(2));
    assertThat(gap.to()).isEqualTo(T0.plusSeconds(30));
  }

  @Test
  void whatWasGoneAfterTheGapWasRemovedInIt() {
    event(1, "create").event(2, "start");
    journal = journal.missedUntil(T0.plusSeconds(30));
    Life life = read(null);
    assertThat(life.removed()).isEqualTo(T0.plusSeconds(30));
    assertThat(phases(life)).containsExactly(Phase.CREATED, Phase.RUNNING, Phase.UNKNOWN);
    assertThat(life.marks()).isEmpty();
  }

  @Test
  void onePausedWhileUnhealthyIsUnhealthyAfterwards() {
    event(1, "create").event(2, "start").event(3, "health_status", "health_status", "unhealthy");
    event(4, "pause").event(5, "unpause");
    Life life = read(container(Container.Status.RUNNING, 2, null, RestartPolicy.NO));
    assertThat(phases(life))
        .containsExactly(
            Phase.CREATED, Phase.RUNNING, Phase.UNHEALTHY, Phase.PAUSED, Phase.UNHEALTHY);
  }

  @Test
  void oneThatCouldNotBeStartedHasItsReason() {
    event(1, "create").event(2, "die", "exitCode", "127");
    Life life = read(container(Container.Status.CREATED, null, null, RestartPolicy.NO));
    assertThat(phases(life)).containsExactly(Phase.CREATED, Phase.EXITED);
    assertThat(life.stretches().getLast().exitCode()).isEqualTo(127);
  }

  @Test
  void stretchesFollowEachOtherWithoutGapsWhateverComes() {
    List<String> actions =
        List.of(
            "start",
            "die",
            "pause",
            "unpause",
            "oom",
            "kill",
            "restart",
            "stop",
            "create",
            "destroy",
            "rename",
            "update",
            "health_status",
            "a-newer-engine's");
    for (int seed = 0; seed < 300; seed++) {
      java.util.Random random = new java.util.Random(seed);
      journal = Journal.since(T0);
      for (int i = 0; i < 12; i++) {
        event(random.nextInt(5) + 5 * i, actions.get(random.nextInt(actions.size())));
      }
      if (random.nextBoolean()) {
        journal = journal.missedUntil(T0.plusSeconds(random.nextInt(70)));
      }
      Container.Status[] all = Container.Status.values();
      Life life =
          read(
              container(
                  all[random.nextInt(all.length)],
                  random.nextInt(70) - 9,
                  random.nextInt(70),
                  THREE));
      for (int i = 1; i < life.stretches().size(); i++) {
        Stretch before = life.stretches().get(i - 1);
        assertThat(life.stretches().get(i).from()).as("seed %s", seed).isEqualTo(before.to());
        assertThat(before.from()).as("seed %s", seed).isBeforeOrEqualTo(before.to());
      }
    }
  }

  private Life read(@Nullable Container container) {
    EngineState state =
        Samples.state(Map.of(), container == null ? Map.of() : Map.of("id", container));
    return lives.read(state, journal).getFirst();
  }

  private static List<Phase> phases(Life life) {
    return life.stretches().stream().map(Stretch::phase).toList();
  }

  private LivesTest event(int second, String action, String... attribute) {
    Map<String, String> attributes = new HashMap<>(Map.of("name", "web", "image", "busybox"));
    if (attribute.length > 0) {
      attributes.put(attribute[0], attribute[1]);
    }
    long nanos = T0.plusSeconds(second).getEpochSecond() * 1_000_000_000;
    journal = journal.with(new EngineEvent("container", action, "", "id", attributes, nanos));
    return this;
  }

  private static @Nullable Instant at(@Nullable Integer second) {
    return second == null ? null : T0.plusSeconds(second);
  }

  private static Container container(
      Container.Status status,
      @Nullable Integer started,
      @Nullable Integer finished,
      RestartPolicy policy) {
    Container plain =
        Samples.container("id", "web", "busybox", "sha256:b", status, 0, T0.minusSeconds(60), true);
    return new Container(
        plain.id(),
        plain.name(),
        plain.image(),
        plain.imageId(),
        plain.command(),
        plain.env(),
        plain.user(),
        plain.created(),
        new Container.State(
            status, 0, false, "", 0, Container.Health.NONE, 0, at(started), at(finished)),
        plain.terminal(),
        plain.labels(),
        plain.ports(),
        plain.networks(),
        plain.mounts(),
        plain.limits(),
        plain.modes(),
        policy);
  }
}
