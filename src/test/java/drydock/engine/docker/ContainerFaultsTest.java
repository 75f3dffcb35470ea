// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.EngineProblem;
import drydock.engine.ExecSpec;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.Session;
import drydock.messages.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What happens between two requests, and in the middle of one.
@Timeout(30)
class ContainerFaultsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

  private final FakeEngine fake = new FakeEngine();
  private final DockerHttp http = fake.http();
  private final DockerContainers containers = new DockerContainers(http);
  private final Collected<Output> output = new Collected<>();

  ContainerFaultsTest() {
    fake.on(
        "/containers/c1/json",
        200,
        "{\"Id\":\"c1\",\"Config\":{\"Tty\":true,\"OpenStdin\":true,\"Labels\":%s}}"
            .formatted(Json.object(Ownership.PLAIN.labels(Ownership.Kind.CONTAINER))));
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    fake.close();
  }

  @Test
  void whatIsGoneBeforeItIsLookedAtIsNotListed() {
    fake.on("/containers/json", 200, "[{\"Id\":\"gone\"},{\"Id\":\"c1\"},{}]");
    assertThat(containers.list()).extracting(Container::id).containsExactly("c1");
  }

  @Test
  void whatIsGoneAfterTheGuardSawItIsNotFound() {
    assertThat(problem(() -> containers.stop("c1", Duration.ZERO)))
        .isEqualTo(new EngineProblem.NotFound("container", "c1"));
    assertThat(problem(() -> containers.remove("c1")))
        .isEqualTo(new EngineProblem.NotFound("container", "c1"));
    containers.exec("c1", ExecSpec.of("sh"), output.as(o -> o));
    assertThat(output.end()).isEqualTo(new EngineProblem.NotFound("container", "c1"));
  }

  @Test
  void whatChangedMeanwhileIsAConflictInTheEnginesWords() {
    fake.on("/containers/c1/pause", 409, "{\"message\":\"container c1 is not running\"}");
    EngineProblem problem = Objects.requireNonNull(problem(() -> containers.pause("c1")));
    assertThat(problem).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(Problems.sentence(problem)).contains("pausing c1", "container c1 is not running");
  }

  @Test
  void aTerminalThatIsRefusedSaysWhy() {
    fake.on("/containers/c1/exec", 201, "{\"Id\":\"e1\"}")
        .on("/exec/e1/start", refusal("409 Conflict"));
    Session session = containers.exec("c1", ExecSpec.of("sh").withTerminal(), output.as(o -> o));
    assertThat(output.end())
        .isInstanceOfSatisfying(
            EngineProblem.Conflict.class, p -> assertThat(p.detail()).contains("paused"));
    assertThat(problem(() -> session.write("x"))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(session.exitCode()).isEmpty();
    session.close();
    fake.on("/containers/c1/attach", refusal("500 Internal Server Error"));
    Collected<Output> attach = new Collected<>();
    containers.attach("c1", attach.as(o -> o));
    assertThat(attach.end())
        .isInstanceOfSatisfying(
            EngineProblem.Failed.class, p -> assertThat(p.status()).isEqualTo(500));
  }

  @Test
  void aNameThatIsNoneNeverComesBackToTheEngine() {
    fake.on("/containers/c1/exec", 201, "{\"Id\":\"../containers/c2\"}");
    containers.exec("c1", ExecSpec.of("sh"), output.as(o -> o));
    assertThat(output.end()).isInstanceOf(EngineProblem.BadAnswer.class);
    assertThat(fake.requests).noneMatch(r -> r.contains("c2"));
  }

  @Test
  void anOutputThatBreaksOffIsLost() {
    fake.on("/containers/c1/exec", 201, "{\"Id\":\"e1\"}")
        .on("/exec/e1/start", out -> out.write((OK + "\1\0\0\0\0\0\0\5hel").getBytes(US_ASCII)));
    assertThat(problem(() -> containers.execute("c1", List.of("x"), Duration.ofSeconds(9))))
        .isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void aProcessWithoutAnExitCodeIsNotWaitedForEver() {
    fake.on("/containers/c1/exec", 201, "{\"Id\":\"e1\"}")
        .on("/exec/e1/start", 200, "")
        .on("/exec/e1/json", 200, "{\"Running\":true,\"ExitCode\":null}");
    assertThat(problem(() -> containers.execute("c1", List.of("x"), Duration.ofMillis(400))))
        .isInstanceOf(EngineProblem.TimedOut.class);
  }

  @Test
  void anEngineThatHangsIsLeftInTime() {
    Duration limit = Duration.ofMillis(400);
    fake.on("/containers/c1/exec", 201, "{\"Id\":\"e1\"}").mute("/exec/e1/start");
    assertThat(problem(() -> containers.execute("c1", List.of("x"), limit)))
        .isInstanceOf(EngineProblem.TimedOut.class);
    fake.mute("/containers/c1/exec");
    assertThat(problem(() -> containers.execute("c1", List.of("x"), limit)))
        .isInstanceOf(EngineProblem.TimedOut.class);
    fake.mute("/containers/c1/json");
    assertThat(problem(() -> containers.execute("c1", List.of("x"), limit)))
        .isInstanceOf(EngineProblem.TimedOut.class);
    fake.mute("/containers/c1/wait");
    assertThat(problem(() -> containers.waitFor("c1", limit)))
        .isInstanceOf(EngineProblem.TimedOut.class);
  }

  @Test
  void anArchiveThatBreaksOffIsLost() {
    fake.on(
        "/containers/c1/archive",
        out ->
            out.write(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"
                    .getBytes(US_ASCII)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(problem(() -> containers.getArchive("c1", "/x", out)))
        .isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void aTransferEndsOnlyWhenNothingMoves() {
    Duration still = Duration.ofMillis(300);
    fake.mute("/still")
        .on(
            "/slow",
            out -> {
              out.write(OK.getBytes(US_ASCII));
              for (int i = 0; i < 10; i++) {
                Thread.sleep(100);
                out.write('x');
              }
            });
    assertThat(problem(() -> copy("/still", still, OutputStream.nullOutputStream())))
        .isEqualTo(new EngineProblem.TimedOut("testing", still));
    ByteArrayOutputStream slow = new ByteArrayOutputStream();
    copy("/slow", still, slow);
    assertThat(slow.toString(US_ASCII)).isEqualTo("x".repeat(10));
  }

  /// Answers when the request has come whole, and does not hang up at once.
  private static FakeEngine.Script refusal(String status) {
    return out -> {
      Thread.sleep(200);
      out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII));
      Thread.sleep(500);
    };
  }

  private void copy(String path, Duration still, OutputStream out) {
    Transfer.run(
        "testing",
        still,
        transfer -> {
          try (Reply reply = http.openAccepted(Call.get("testing", path))) {
            transfer.copy(reply.body(), out);
          }
        });
  }
}
