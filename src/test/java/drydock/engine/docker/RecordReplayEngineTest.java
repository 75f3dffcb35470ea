// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.RealEngine.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.ExecResult;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.Output;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.RawDocker;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.engine.replay.Entry;
import drydock.engine.replay.Recorder;
import drydock.engine.replay.Recording;
import drydock.engine.replay.RecordingReader;
import drydock.engine.replay.RecordingWriter;
import drydock.engine.replay.Replay;
import drydock.engine.replay.ReplayMonitor;
import drydock.engine.replay.Tape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session on a real engine, recorded, written, read and played: the past is as it was live.
@EngineTest
class RecordReplayEngineTest {
  private static final List<String> ENV = List.of("env");
  private static final String PS = "-eo pid,ppid,pidns,args";

  private final RealEngine real = new RealEngine();
  private final Tape tape = new Tape("test");
  private final Recorder recorder =
      new Recorder(new DockerMonitor(RealEngine.finder(RawDocker.HOST)), tape, Clock.systemUTC());
  private final List<EngineState> live = new CopyOnWriteArrayList<>();

  @AfterEach
  void cleanUp() {
    recorder.close();
    real.close();
  }

  @Test
  void thePastIsAsItWasLive(@TempDir Path folder) throws IOException {
    recorder.subscribe(
        status -> {
          if (status instanceof EngineStatus.Ready ready) {
            live.add(ready.state());
          }
        });
    eventually("ready", () -> !live.isEmpty());
    ContainerEngine engine = recorder.engine();
    String tag = real.name("recorded") + ":1";
    Listener<BuildEvent> build = new Listener<>();
    engine.build(request(tag), build);
    eventually("built", () -> build.ended);
    eventually("seen", () -> state().imageTagged(tag).isPresent());
    String name = real.name("life");
    String id =
        engine
            .containers()
            .run(
                ContainerSpec.of(tag, RealEngine.TESTS)
                    .name(name)
                    .env(Map.of("DEPLOY_KEY", "hunter2"))
                    .command("sh", "-c", "echo hi > /new; echo up; echo DB_PIN=1234; sleep 600")
                    .build());
    eventually("runs", () -> status(id) == Container.Status.RUNNING);
    ProcessTable processes = engine.containers().top(name, PS);
    eventually("written", () -> !engine.containers().changes(id).isEmpty());
    List<PathChange> changes = engine.containers().changes(name);
    Image image = engine.images().inspect(tag);
    List<HistoryEntry> history = engine.images().history(tag);
    ExecResult env = engine.containers().execute(id, ENV, Duration.ofSeconds(10));
    Listener<Stats> stats = new Listener<>();
    try (Subscription _ = engine.containers().stats(id, stats)) {
      eventually("measured", () -> stats.items.size() >= 2);
    }
    Listener<Output> log = new Listener<>();
    try (Subscription _ = engine.containers().logs(id, true, log)) {
      eventually("read", () -> text(log).contains("1234"));
    }
    engine.containers().logs(id, true, new Listener<>());
    engine.containers().kill(id, "SIGKILL");
    eventually("dead", () -> status(id) == Container.Status.EXITED);
    engine.containers().remove(id);
    eventually("gone", () -> !state().containers().containsKey(id));
    engine.images().remove(tag);
    eventually("image gone", () -> state().imageTagged(tag).isEmpty());

    Path file = folder.resolve("session.drydock-recording");
    try (OutputStream out = Files.newOutputStream(file)) {
      RecordingWriter.write(tape.recording("a test").orElseThrow(), out);
    }
    Recording recording = RecordingReader.read(file);
    assertThat(recording.notes()).isEmpty();
    Replay replay = new Replay(recording);
    ReplayMonitor monitor = new ReplayMonitor(replay);

    replay.seek(
        recording.entries().stream()
            .filter(Entry.Wrote.class::isInstance)
            .reduce((_, last) -> last)
            .orElseThrow()
            .at());
    Listener<Output> said = new Listener<>();
    monitor.engine().containers().logs(id, false, said);
    assertThat(text(said)).as("once, and without secrets").isEqualTo("up\nDB_PIN=•••\n");

    List<EngineState> played = new ArrayList<>();
    for (Entry entry : recording.entries()) {
      if (entry instanceof Entry.State) {
        replay.seek(entry.at());
        played.add(((EngineStatus.Ready) monitor.status()).state());
      }
    }
    assertThat(live.size()).isGreaterThan(5);
    for (EngineState state : live) {
      assertThat(played).anyMatch(p -> same(p, state));
    }

    replay.seek(
        moment(
            recording,
            s ->
                s.containers().containsKey(id)
                    && s.containers().get(id).status() == Container.Status.EXITED));
    ContainerEngine again = monitor.engine();
    assertThat(again.containers().top(id, PS)).isEqualTo(processes);
    assertThat(again.containers().changes(name)).isEqualTo(changes);
    assertThat(again.images().history(tag).toString())
        .isEqualTo(history.toString().replace("=top", "=•••"));
    assertThat(again.images().inspect(tag).summary()).isEqualTo(image.summary());
    assertThat(again.images().inspect(tag).config().env())
        .anyMatch(e -> e.startsWith("PATH=/"))
        .contains("BUILD_SECRET=•••");
    String printed = again.containers().execute(name, ENV, Duration.ZERO).stdout();
    assertThat(env.stdout()).contains("DEPLOY_KEY=hunter2");
    assertThat(printed).contains("DEPLOY_KEY=•••").doesNotContain("hunter2");
    BuildState built = replay.build().orElseThrow().state();
    assertThat(built.outcome()).isInstanceOf(BuildOutcome.Success.class);
    assertThat(replay.build().orElseThrow().events()).isEqualTo(masked(build.items));
    assertThat(((EngineStatus.Ready) monitor.status()).journal().events())
        .filteredOn(e -> e.id().equals(id))
        .extracting(e -> e.action())
        .containsExactly("create", "start", "kill", "die");
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> again.containers().remove(id))
        .matches(e -> e.problem() instanceof EngineProblem.NotRecorded);
    Listener<Stats> measured = new Listener<>();
    replay.seek(replay.start());
    replay.seek(moment(recording, s -> s.containers().containsKey(id)));
    again.containers().stats(id, measured);
    replay.seek(replay.end());
    assertThat(measured.items).isEqualTo(stats.items);
  }

  /// The step that sets the variable has its value in its name.
  private static List<BuildEvent> masked(List<BuildEvent> events) {
    return events.stream()
        .map(
            e ->
                e instanceof BuildEvent.StepAnnounced(var step)
                    ? new BuildEvent.StepAnnounced(
                        new drydock.engine.BuildStep(
                            step.key(),
                            step.kind(),
                            step.name().replace("=top", "=•••"),
                            step.stage(),
                            step.position(),
                            step.total(),
                            step.inputs(),
                            step.lines()))
                    : e)
        .toList();
  }

  private static java.time.Instant moment(
      Recording recording, java.util.function.Predicate<EngineState> wanted) {
    return recording.entries().stream()
        .filter(e -> e instanceof Entry.State s && wanted.test(s.state()))
        .findFirst()
        .orElseThrow()
        .at();
  }

  private static boolean same(EngineState one, EngineState other) {
    return masked(one.containers()).equals(masked(other.containers()))
        && one.images().equals(other.images())
        && one.networks().equals(other.networks())
        && one.volumes().equals(other.volumes());
  }

  /// Values of variables are not recorded.
  private static Map<String, Container> masked(Map<String, Container> all) {
    return all.values().stream()
        .collect(
            Collectors.toMap(
                Container::id,
                c ->
                    new Container(
                        c.id(),
                        c.name(),
                        c.image(),
                        c.imageId(),
                        c.command(),
                        c.env().stream()
                            .map(v -> v.replaceFirst("(?s)^(?!PATH=)(\\w+)=.*", "$1=•••"))
                            .toList(),
                        c.user(),
                        c.created(),
                        c.state(),
                        c.terminal(),
                        c.labels(),
                        c.ports(),
                        c.networks(),
                        c.mounts(),
                        c.limits(),
                        c.modes(),
                        c.restartPolicy())));
  }

  private EngineState state() {
    return live.getLast();
  }

  private Container.Status status(String id) {
    Container container = state().containers().get(id);
    return container == null ? Container.Status.UNKNOWN : container.status();
  }

  private static BuildRequest request(String tag) {
    byte[] text =
        ("FROM " + RealEngine.IMAGE + "\nENV BUILD_SECRET=top\nRUN echo " + tag + " > /tag\n")
            .getBytes(StandardCharsets.UTF_8);
    return new BuildRequest(
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
          TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
          entry.setSize(text.length);
          tar.putArchiveEntry(entry);
          tar.write(text);
          tar.closeArchiveEntry();
          tar.finish();
        },
        "Dockerfile",
        List.of(tag),
        null,
        Map.of(),
        false,
        RealEngine.TESTS);
  }

  private static String text(Listener<Output> log) {
    return log.items.stream().map(Output::text).collect(Collectors.joining());
  }

  private static final class Listener<T> implements StreamListener<T> {
    private final List<T> items = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    @Override
    public void onNext(T item) {
      items.add(item);
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      ended = true;
    }
  }
}
