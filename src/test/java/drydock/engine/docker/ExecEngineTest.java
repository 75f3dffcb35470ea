// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.ExecResult;
import drydock.engine.ExecSpec;
import drydock.engine.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class ExecEngineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void aProcessRunsToItsEnd() {
    String id = real.ours("sleep 600");
    ExecResult result =
        execute(
            id, "sh", "-c", "echo grüße 🐳; echo oops >&2; printf '%s' \"$0 $1\"; exit 3", "a b");
    assertThat(result).isEqualTo(new ExecResult(3, "grüße 🐳\na b ", "oops\n", true));
    assertThat(execute(id, "true")).isEqualTo(new ExecResult(0, "", "", true));
    assertThat(execute(id, "cat")).as("without input").isEqualTo(new ExecResult(0, "", "", true));
  }

  @Test
  void whoWhereAndWithWhatEnvironment() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    ExecSpec spec =
        new ExecSpec(
            List.of("sh", "-c", "id -u; pwd; echo \"$GREETING\""),
            false,
            Map.of("GREETING", "a = b; c"),
            "/tmp",
            "1000");
    Session session = engine.containers().exec(id, spec, out.as(o -> o.text()));
    assertThat(out.end()).isNull();
    assertThat(out.text()).isEqualTo("1000\n/tmp\na = b; c\n");
    assertThat(session.exitCode()).hasValue(0);
  }

  @Test
  void aCommandThatDoesNotExistSaysSo() {
    String id = real.ours("sleep 600");
    ExecResult result = execute(id, "/no/such", "x");
    assertThat(result.exitCode()).isIn(126, 127);
    assertThat(result.stdout() + result.stderr()).contains("/no/such");
    Collected<String> out = new Collected<>();
    Session session =
        engine.containers().exec(id, ExecSpec.of("no-such").withTerminal(), out.as(o -> o.text()));
    assertThat(out.end()).isNull();
    assertThat(out.text()).contains("no-such");
    assertThat(session.exitCode().orElse(0)).isIn(126, 127);
  }

  @Test
  void whatHangsIsLeftInTime(@TempDir Path folder) throws IOException {
    String id = real.ours("sleep 600");
    try (Forwarder forwarder = new Forwarder(folder)) {
      forwarder.lay();
      try (DockerEngine far =
          Objects.requireNonNull(RealEngine.finder(forwarder.host()).find().engine())) {
        far.containers().execute(id, List.of("true"), LONG);
        RealEngine.eventually("idle", () -> forwarder.connections() <= 2);
        long start = System.nanoTime();
        assertThat(
                problem(
                    () ->
                        far.containers()
                            .execute(id, List.of("sleep", "1000"), Duration.ofMillis(700))))
            .isInstanceOfSatisfying(
                EngineProblem.TimedOut.class,
                p -> assertThat(p.limit()).isEqualTo(Duration.ofMillis(700)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        RealEngine.eventually("no connection is left", () -> forwarder.connections() <= 2);
      }
    }
  }

  @Test
  void anInterruptionEndsTheWait() throws InterruptedException {
    String id = real.ours("sleep 600");
    AtomicInteger ended = new AtomicInteger();
    Thread waiter =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    engine.containers().execute(id, List.of("sleep", "1000"), LONG);
                  } catch (EngineException e) {
                    ended.set(Thread.currentThread().isInterrupted() ? 1 : 2);
                  }
                });
    RealEngine.eventually("it runs", () -> execute(id, "ps").stdout().contains("sleep 1000"));
    waiter.interrupt();
    waiter.join(5000);
    assertThat(ended).as("interrupted, and says so").hasValue(1);
  }

  @Test
  void aContainerThatStopsTakesItsProcessesAlong() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    Session session =
        engine
            .containers()
            .exec(id, ExecSpec.of("sh", "-c", "echo there; sleep 1000"), out.as(o -> o.text()));
    Collected<String> typed = new Collected<>();
    Session terminal =
        engine.containers().exec(id, ExecSpec.of("cat").withTerminal(), typed.as(o -> o.text()));
    out.await("there\n");
    terminal.write("here\n");
    typed.await("here\r\n");
    engine.containers().kill(id, "SIGKILL");
    assertThat(out.end()).isNull();
    assertThat(typed.end()).isNull();
    assertThat(session.exitCode()).hasValue(137);
    assertThat(problem(() -> terminal.write("more"))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(problem(() -> terminal.resize(80, 25))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(problem(() -> execute(id, "true"))).isInstanceOf(EngineProblem.Conflict.class);
    Collected<String> late = new Collected<>();
    engine.containers().exec(id, ExecSpec.of("true"), late.as(o -> o.text()));
    assertThat(late.end()).isInstanceOf(EngineProblem.Conflict.class);
  }

  @Test
  void aRemovedContainerEndsItsSessions() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    Session session =
        engine.containers().exec(id, ExecSpec.of("cat").withTerminal(), out.as(o -> o.text()));
    session.write("x\n");
    out.await("x\r\n");
    engine.containers().remove(id);
    assertThat(out.end()).isNull();
    assertThat(problem(() -> execute(id, "true")))
        .isEqualTo(new EngineProblem.NotFound("container", id));
  }

  @Test
  void charactersCutApartComeWhole() {
    String id = real.ours("sleep 600");
    String script =
        "printf '\\360\\237'; printf '\\303' >&2; sleep 0.2; printf '\\220\\263|'; printf '\\251|' >&2";
    assertThat(execute(id, "sh", "-c", script)).isEqualTo(new ExecResult(0, "🐳|", "é|", true));
  }

  @Test
  void muchOutputComesWhole() {
    String id = real.ours("sleep 600");
    StringBuilder all = new StringBuilder();
    Collected<String> end = new Collected<>();
    engine
        .containers()
        .exec(
            id,
            ExecSpec.of("seq", "1", "800000"),
            end.as(
                o -> {
                  all.append(o.text());
                  return "";
                }));
    assertThat(end.end()).isNull();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= 800_000; i++) {
      expected.append(i).append('\n');
    }
    assertThat(all.length()).isGreaterThan(5_000_000);
    assertThat(all.toString().equals(expected.toString())).as("all lines in order").isTrue();
    ExecResult cut = execute(id, "sh", "-c", "seq 1 800000; echo late >&2; exit 4");
    assertThat(cut.complete()).isFalse();
    assertThat(cut.exitCode()).isEqualTo(4);
    assertThat(cut.stdout()).hasSize(1 << 20).startsWith("1\n2\n3\n");
    assertThat(cut.stderr()).isEmpty();
  }

  @Test
  void aHundredAtOnce() throws Exception {
    String id = real.ours("echo log; sleep 600");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ExecResult>> results = new ArrayList<>();
      List<Collected<String>> logs = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Collected<String> log = new Collected<>();
        engine.containers().logs(id, true, log.as(o -> o.text()));
        logs.add(log);
        String word = "w" + i;
        results.add(threads.submit(() -> execute(id, "sh", "-c", "sleep 1; echo " + word)));
      }
      assertThat(engine.containers().inspect(id).running()).as("there is room for calls").isTrue();
      for (int i = 0; i < 50; i++) {
        assertThat(results.get(i).get()).isEqualTo(new ExecResult(0, "w" + i + "\n", "", true));
        logs.get(i).await("log\n");
      }
    }
  }

  private ExecResult execute(String id, String... command) {
    return engine.containers().execute(id, List.of(command), LONG);
  }
}
