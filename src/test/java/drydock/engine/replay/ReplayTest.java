// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import static drydock.engine.replay.Tapes.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Limits;
import drydock.engine.NetworkSpec;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Problems;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final Replay replay = new Replay(Tapes.recording());
  private final ReplayMonitor monitor = new ReplayMonitor(replay);
  private final ContainerEngine engine = monitor.engine();

  private EngineStatus.Ready at(int second) {
    replay.seek(second(second));
    return (EngineStatus.Ready) monitor.status();
  }

  @Test
  void aMomentIsAsItWas() {
    assertThat(at(1).state().containers()).isEmpty();
    assertThat(Objects.requireNonNull(at(5).state().containers().get("c1")).running()).isTrue();
    assertThat(Objects.requireNonNull(at(8).state().containers().get("c1")).state().exitCode())
        .isEqualTo(137);
    assertThat(at(10).state().containers()).isEmpty();
    assertThat(at(8).journal().events())
        .extracting(EngineEvent::action)
        .containsExactly("start", "kill", "die");
    assertThat(at(7).journal().events()).hasSize(1);
    replay.seek(second(12));
    assertThat(monitor.status()).isInstanceOf(EngineStatus.Unavailable.class);
    assertThatExceptionOfType(EngineException.class).isThrownBy(monitor::engine);
    assertThat(at(13).state().images()).hasSize(1);
  }

  @Test
  void itSaysThatItIsAReplay() {
    assertThat(at(5).state().info().endpoint().recorded()).contains(Tapes.START);
    assertThat(at(5).state().info().version()).isEqualTo("28.5.2");
    assertThat(Tapes.recording().header().engine().endpoint().recorded()).isEmpty();
  }

  @Test
  void listenersFollowThePosition() {
    List<EngineStatus> told = new ArrayList<>();
    try (Subscription _ = monitor.subscribe(told::add)) {
      at(5);
      at(9);
    }
    at(2);
    assertThat(told)
        .extracting(s -> ((EngineStatus.Ready) s).state().containers().size())
        .containsExactly(0, 1, 0);
  }

  @Test
  void anAnswerIsTheLastOneGivenUntilThen() {
    at(5);
    refused(() -> engine.containers().top("c1", "-ef"));
    assertThat(engine.images().inspect("app:1").config().exposedPorts())
        .as("an image never changes, so a later answer does")
        .containsExactly("80/tcp");
    at(7);
    assertThat(engine.containers().top("web", "-ef").rows()).containsExactly(List.of("1"));
    assertThat(engine.containers().changes("c1")).hasSize(1);
    assertThat(engine.containers().execute("web", List.of("env"), Duration.ZERO).stdout())
        .contains("HOME");
    assertThat(engine.diskUsage().total()).isEqualTo(10);
    assertThat(engine.images().history("app:1")).hasSize(1);
    assertThat(engine.containers().inspect("web").id()).isEqualTo("c1");
    assertThat(engine.networks().inspect("shop").id()).isEqualTo("n1");
    assertThat(engine.volumes().inspect("v1").driver()).isEqualTo("local");
    assertThatExceptionOfType(EngineException.class)
        .as("a refusal that was recorded")
        .isThrownBy(() -> engine.containers().top("c1", "-z"))
        .matches(e -> e.problem().equals(new EngineProblem.NotFound("container", "c1")));
    at(9);
    assertThatExceptionOfType(EngineException.class)
        .as("it is gone by then")
        .isThrownBy(() -> engine.containers().top("web", "-ef"))
        .matches(e -> e.problem() instanceof EngineProblem.NotFound);
  }

  @Test
  void aLogThatNobodyReadIsNotTold() {
    Recording all = Tapes.recording();
    List<Entry> rest = all.entries().stream().filter(e -> !(e instanceof Entry.Wrote)).toList();
    Heard<Output> log = new Heard<>();
    Replay mute = new Replay(new Recording(all.header(), rest, all.notes()));
    mute.seek(Tapes.second(6));
    try (ReplayEngine without = new ReplayEngine(mute)) {
      without.containers().logs("c1", true, log).close();
    }
    assertThat(Problems.sentence(Objects.requireNonNull(log.failure).problem()))
        .isEqualTo(
            "A recording is being replayed, and it does not hold this: reading the log of c1. Go"
                + " back to the live engine to do it there.");
  }

  @Test
  void aLogIsToldAsItWasRead() {
    at(6);
    Heard<Output> heard = new Heard<>();
    engine.containers().logs("web", false, heard);
    assertThat(heard.items).containsExactly(Tapes.LOG);
    assertThat(heard.ends).isEqualTo(1);
    try (Subscription _ = engine.containers().logs("web", true, heard)) {
      assertThat(heard.items).containsExactly(Tapes.LOG, Tapes.LOG);
      assertThat(heard.ends).as("it goes on").isEqualTo(1);
    }
    assertThat(heard.ends).isEqualTo(2);
  }

  @Test
  void measurementsComeAsTheyDid() {
    at(6);
    Heard<Stats> heard = new Heard<>();
    try (Subscription _ = engine.containers().stats("web", heard)) {
      assertThat(heard.items).containsExactly(Tapes.stats(6));
      at(9);
      assertThat(heard.items).containsExactly(Tapes.stats(6), Tapes.stats(7));
      at(6);
      at(9);
      assertThat(heard.items).as("played again").hasSize(3);
    }
    assertThat(heard.ends).isEqualTo(1);
    Heard<EngineEvent> events = new Heard<>();
    at(5);
    engine.events(second(0), events);
    at(9);
    assertThat(events.items)
        .extracting(EngineEvent::action)
        .containsExactly("start", "kill", "die");
  }

  @Test
  void buildsArePlayedAsFarAsTheyWent() {
    assertThat(at(1)).isNotNull();
    assertThat(replay.build()).isEmpty();
    at(4);
    BuildState built = replay.build().orElseThrow().state();
    assertThat(built.outcome()).isInstanceOf(BuildOutcome.Success.class);
    assertThat(built.tag()).isEqualTo("app:1");
    assertThat(Objects.requireNonNull(built.steps().get("stage-0/1")).status())
        .isEqualTo(BuildState.Status.DONE);
    at(14);
    assertThat(replay.build().orElseThrow().name()).isEqualTo("3");
  }

  @Test
  void whatWouldChangeSomethingIsRefused() {
    at(5);
    Ownership us = Ownership.PLAIN;
    refused(() -> engine.containers().create(ContainerSpec.of("app:1", us).build()));
    refused(() -> engine.containers().run(ContainerSpec.of("app:1", us).build()));
    refused(() -> engine.containers().start("c1"));
    refused(() -> engine.containers().stop("c1", Duration.ZERO));
    refused(() -> engine.containers().kill("c1", "SIGKILL"));
    refused(() -> engine.containers().pause("c1"));
    refused(() -> engine.containers().unpause("c1"));
    refused(() -> engine.containers().restart("c1", Duration.ZERO));
    refused(() -> engine.containers().update("c1", Limits.NONE));
    refused(() -> engine.containers().remove("c1"));
    refused(() -> engine.containers().waitFor("c1", Duration.ZERO));
    refused(() -> engine.containers().getArchive("c1", "/a", OutputStream.nullOutputStream()));
    refused(() -> engine.containers().putArchive("c1", "/a", _ -> {}));
    refused(() -> engine.containers().attach("c1", new Heard<>()));
    refused(() -> engine.images().tag("app:1", "b"));
    refused(() -> engine.images().remove("app:1"));
    refused(() -> engine.images().save(List.of("app:1"), OutputStream.nullOutputStream()));
    refused(() -> engine.images().load(Path.of("x.tar")));
    refused(() -> engine.networks().create(NetworkSpec.of("n", us)));
    refused(() -> engine.networks().connect("n1", "c1", List.of()));
    refused(() -> engine.networks().disconnect("n1", "c1"));
    refused(() -> engine.networks().remove("n1"));
    refused(() -> engine.volumes().create("v", us));
    refused(() -> engine.volumes().remove("v1"));
  }

  @Test
  void itPlaysInTheRecordedRhythm() {
    Player player = new Player(replay);
    player.passed(Duration.ofSeconds(3));
    assertThat(replay.position()).as("paused").isEqualTo(second(0));
    player.play();
    player.passed(Duration.ofSeconds(3));
    assertThat(replay.position()).isEqualTo(second(3));
    player.speed(4);
    player.passed(Duration.ofSeconds(2));
    assertThat(replay.position()).isEqualTo(second(11));
    assertThat(player.playing()).isTrue();
    player.passed(Duration.ofDays(1_000));
    assertThat(replay.position()).isEqualTo(replay.end());
    assertThat(player.playing()).isFalse();
    player.play();
    assertThat(replay.position()).as("from the beginning").isEqualTo(second(0));
  }

  @Test
  void theSwitchPassesOnOneOfTheTwo() {
    ReplayMonitor other = new ReplayMonitor(new Replay(Tapes.recording()));
    MonitorSwitch both = new MonitorSwitch(monitor);
    List<EngineStatus> told = new ArrayList<>();
    at(5);
    Subscription subscription = both.subscribe(told::add);
    both.show(other);
    at(8); // of the one that is not shown
    assertThat(told)
        .extracting(s -> ((EngineStatus.Ready) s).state().containers().size())
        .containsExactly(1, 0);
    assertThat(both.engine().containers().list()).isEmpty();
    both.backToLive();
    assertThat(told).hasSize(3);
    EngineState last = ((EngineStatus.Ready) told.getLast()).state();
    assertThat(Objects.requireNonNull(last.containers().get("c1")).status())
        .isEqualTo(Container.Status.EXITED);
    subscription.close();
    both.show(other);
    assertThat(told).hasSize(3);
  }

  private static void refused(ThrowingCallable call) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .matches(e -> e.problem() instanceof EngineProblem.NotRecorded);
  }

  private static final class Heard<T> implements StreamListener<T> {
    private final List<T> items = new ArrayList<>();
    private int ends;
    private @Nullable EngineException failure;

    @Override
    public void onNext(T item) {
      items.add(item);
    }

    @Override
    public void onEnd(@Nullable EngineException reason) {
      ends++;
      failure = reason;
    }
  }
}
