// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.ExecSpec;
import drydock.engine.Output;
import drydock.engine.RawDocker;
import drydock.engine.Session;
import drydock.engine.StreamListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class SessionEngineTest {
  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void aTerminalsFirstByteMayBeAnything() {
    String id = real.ours("sleep 600");
    for (int first : List.of(0, 1, 2)) {
      Collected<String> out = new Collected<>();
      String script = "printf '\\00" + first + "\\000\\000\\000\\000\\000\\000\\005hello\\n'";
      engine
          .containers()
          .exec(id, ExecSpec.of("sh", "-c", script).withTerminal(), out.as(o -> o.text()));
      assertThat(out.end()).isNull();
      assertThat(out.text()).isEqualTo((char) first + "\0\0\0\0\0\0\5hello\r\n");
    }
  }

  @Test
  void aTerminalIsTypedAt() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    Session session =
        engine
            .containers()
            .exec(
                id,
                ExecSpec.of("sh", "-c", "stty size; cat; stty size; exit 9").withTerminal(),
                out.as(o -> o.text()));
    session.resize(111, 33);
    out.await("\r\n");
    session.write("grüße 🐳\n");
    out.await("grüße 🐳\r\ngrüße 🐳\r\n");
    session.write("\u0010");
    out.await("^P");
    session.write("\n");
    session.endInput();
    assertThat(out.end()).isNull();
    assertThat(out.text()).endsWith("33 111\r\n");
    assertThat(session.exitCode()).hasValue(9);
    assertThat(problem(() -> session.write("x"))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(problem(session::endInput)).isInstanceOf(EngineProblem.Conflict.class);
    session.close();
    session.close();
  }

  @Test
  void withoutATerminalNothingIsTyped() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    try (Session session =
        engine.containers().exec(id, ExecSpec.of("sleep", "100"), out.as(o -> o.text()))) {
      assertThat(problem(() -> session.write("x"))).isInstanceOf(EngineProblem.Unsupported.class);
      assertThat(problem(() -> session.resize(80, 25)))
          .isInstanceOf(EngineProblem.Unsupported.class);
    }
    assertThat(out.end()).isNull();
  }

  @Test
  void closingEndsOnceAndLeavesAProcessAlone() throws InterruptedException {
    String id = real.ours("sleep 600");
    AtomicInteger ends = new AtomicInteger();
    List<Session> sessions = new ArrayList<>();
    for (ExecSpec spec :
        List.of(ExecSpec.of("sleep", "1001"), ExecSpec.of("sleep", "1002").withTerminal())) {
      sessions.add(engine.containers().exec(id, spec, counting(ends)));
    }
    RealEngine.eventually("both run", () -> sleepers(id) == 2);
    sessions.forEach(Session::close);
    sessions.forEach(Session::close);
    RealEngine.eventually("both ended", () -> ends.get() == 2);
    Thread.sleep(300);
    assertThat(ends).hasValue(2);
    assertThat(sessions).allSatisfy(s -> assertThat(s.exitCode()).isEmpty());
    assertThat(sleepers(id)).isEqualTo(2);
  }

  @Test
  void aShellThatIsLeftEnds() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    Session session =
        engine.containers().exec(id, ExecSpec.of("sh").withTerminal(), out.as(o -> o.text()));
    session.write("echo $((40 + 2)); echo ready\n");
    out.await("42\r\nready\r\n");
    assertThat(processes(id)).contains("sh");
    session.close();
    assertThat(out.end()).isNull();
    RealEngine.eventually("the shell is gone", () -> !processes(id).contains("sh"));
  }

  @Test
  void moreThanTheEngineTakesIsRefusedInTime() {
    String id = real.ours("sleep 600");
    Collected<String> out = new Collected<>();
    Session session =
        engine
            .containers()
            .exec(
                id,
                ExecSpec.of("sh", "-c", "stty raw -echo; echo ready; sleep 1000").withTerminal(),
                out.as(o -> o.text()));
    out.await("ready");
    String much = "x".repeat(1 << 20);
    assertThat(
            problem(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    session.write(much);
                  }
                }))
        .isInstanceOf(EngineProblem.TimedOut.class);
    session.close();
    assertThat(out.end()).isNull();
  }

  @Test
  void aContainersOwnProcessIsTypedAt() {
    ContainerSpec spec =
        ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
            .name(real.name("attach"))
            .command("sh", "-c", "echo first; cat; stty size; exit 7")
            .interactive()
            .build();
    String id = engine.containers().create(spec);
    Collected<String> out = new Collected<>();
    Session session = engine.containers().attach(id, out.as(o -> o.text()));
    engine.containers().start(id);
    out.await("first\r\n");
    session.resize(99, 22);
    session.write("hello\n");
    out.await("hello\r\nhello\r\n");
    session.endInput();
    assertThat(out.end()).isNull();
    assertThat(out.text()).endsWith("22 99\r\n");
    assertThat(session.exitCode()).hasValue(7);
  }

  @Test
  void lookingAwayLetsAContainerBe() {
    ContainerSpec spec =
        ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
            .name(real.name("away"))
            .command("cat")
            .interactive()
            .build();
    String id = engine.containers().run(spec);
    Collected<String> out = new Collected<>();
    Session session = engine.containers().attach(id, out.as(o -> o.text()));
    session.write("one\n");
    out.await("one\r\none\r\n");
    session.close();
    assertThat(out.end()).isNull();
    assertThat(session.exitCode()).isEmpty();
    Collected<String> again = new Collected<>();
    try (Session second = engine.containers().attach(id, again.as(o -> o.text()))) {
      second.write("two\n");
      again.await("two\r\ntwo\r\n");
    }
    assertThat(RawDocker.get("/containers/" + id + "/json").json().at("/State/Running").asBoolean())
        .isTrue();
  }

  @Test
  void attachingWithoutInputWatches() {
    String id = real.ours("sleep 1; echo out; echo err >&2; exit 5");
    Collected<String> out = new Collected<>();
    Session session = engine.containers().attach(id, out.as(o -> o.channel() + " " + o.text()));
    assertThat(problem(() -> session.write("x"))).isInstanceOf(EngineProblem.Unsupported.class);
    assertThat(out.end()).isNull();
    assertThat(out.text()).contains("STDOUT out\n", "STDERR err\n");
    assertThat(session.exitCode()).hasValue(5);
  }

  @Test
  void aPausedContainerIsAConflict() {
    String id = real.ours("sleep 600");
    engine.containers().pause(id);
    assertThat(
            problem(() -> engine.containers().execute(id, List.of("true"), Duration.ofSeconds(30))))
        .isInstanceOf(EngineProblem.Conflict.class);
    Collected<String> out = new Collected<>();
    engine.containers().attach(id, out.as(o -> o.text()));
    assertThat(out.end()).isInstanceOf(EngineProblem.Conflict.class);
    String terminal =
        engine
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                    .name(real.name("paused"))
                    .interactive()
                    .build());
    engine.containers().pause(terminal);
    Collected<String> typed = new Collected<>();
    engine.containers().attach(terminal, typed.as(o -> o.text()));
    assertThat(typed.end())
        .isInstanceOfSatisfying(
            EngineProblem.Conflict.class, p -> assertThat(p.detail()).contains("paused"));
  }

  private static List<String> processes(String id) {
    List<String> all = new ArrayList<>();
    RawDocker.get("/containers/" + id + "/top?ps_args=-eo%20pid,args")
        .json()
        .path("Processes")
        .forEach(row -> all.add(row.path(1).asText()));
    return all;
  }

  private static long sleepers(String id) {
    return processes(id).stream().filter(p -> p.startsWith("sleep 100")).count();
  }

  private static StreamListener<Output> counting(AtomicInteger ends) {
    return new StreamListener<>() {
      @Override
      public void onNext(Output item) {}

      @Override
      public void onEnd(@Nullable EngineException failure) {
        ends.addAndGet(failure == null ? 1 : 100);
      }
    };
  }
}
