// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DockerHttpTest {
  private final FakeEngine fake = new FakeEngine();
  private final DockerHttp http = fake.http();

  @AfterEach
  void close() throws IOException {
    http.close();
    fake.close();
  }

  @Test
  void refusalsKeepTheEnginesWords() {
    assertThat(problem(404, "{\"message\":\"No such image: x\"}"))
        .isEqualTo(new EngineProblem.NotFound("image", "x"));
    assertThat(problem(409, "{\"message\":\"in use\"}"))
        .isEqualTo(new EngineProblem.Conflict("testing", "in use"));
    assertThat(
            problem(
                500, "{\"message\":\"Bind for 127.0.0.1:80 failed: port is already allocated\"}"))
        .isInstanceOf(EngineProblem.PortUnavailable.class);
    assertThat(problem(502, "<html>Bad gateway</html>"))
        .isEqualTo(new EngineProblem.Failed("testing", 502, "<html>Bad gateway</html>"));
    assertThat(problem(500, "{\"message\":[\"not text\"]}"))
        .isInstanceOf(EngineProblem.Failed.class);
  }

  @Test
  void aFloodOfWordsIsCut() {
    assertThat(problem(500, "x".repeat(1_000_000)))
        .isInstanceOfSatisfying(
            EngineProblem.Failed.class, p -> assertThat(p.detail()).hasSizeLessThan(3000));
  }

  @Test
  void answersThatAreNoJsonOrEndEarlyAreTold() {
    fake.on("/x", 200, "{\"half\":");
    assertThat(problem()).isInstanceOf(EngineProblem.BadAnswer.class);
    fake.on("/x", 200, "[".repeat(100_000));
    assertThat(problem()).isInstanceOf(EngineProblem.BadAnswer.class);
    fake.on("/x", out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}"));
    assertThat(problem()).isInstanceOf(EngineProblem.ConnectionLost.class);
    fake.on("/x", out -> write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"));
    assertThat(problem()).isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void anEndlessAnswerEndsAtItsBound() {
    byte[] much = new byte[1 << 20];
    fake.on(
        "/x",
        out -> {
          write(out, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            out.write(much);
          }
        });
    assertThat(problem()).isEqualTo(new EngineProblem.BadAnswer("testing", "more than 64 MB"));
  }

  @Test
  void silenceEndsAtItsLimit() {
    fake.mute("/x");
    assertThat(problem()).isEqualTo(new EngineProblem.TimedOut("testing", Duration.ofSeconds(3)));
  }

  @Test
  void anAnswerOfOneByteASecondEndsAtItsLimit() {
    fake.on(
        "/x",
        out -> {
          write(out, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            write(out, "[");
            Thread.sleep(1000);
          }
        });
    long start = System.nanoTime();
    assertThat(problem()).isEqualTo(new EngineProblem.TimedOut("testing", Duration.ofSeconds(3)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void nobodyThereIsALostConnection() throws IOException {
    fake.close();
    assertThat(problem()).isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void namesCannotLeadElsewhere() {
    for (String name : List.of("", "..", "../x", "a/../../b", "a b", "x?y", "x\r\nHost: y")) {
      assertThatExceptionOfType(EngineException.class)
          .as(name)
          .isThrownBy(() -> Names.container(name));
    }
    for (String name : List.of("", "..", "a/../b", "a//b", "/a", "x".repeat(1000))) {
      assertThatExceptionOfType(EngineException.class).as(name).isThrownBy(() -> Names.image(name));
    }
    assertThat(Names.image("reg:5000/a/b:1.0@sha256:12")).isEqualTo("reg:5000/a/b:1.0@sha256:12");
    assertThat(Names.image("a?b#c%2f\r\n ")).isEqualTo("a%3Fb%23c%252f%0D%0A%20");
    assertThat(Names.tagged("reg:5000/a")).isEqualTo("reg:5000/a:latest");
  }

  private EngineProblem problem(int status, String body) {
    fake.on("/x", status, body);
    return problem();
  }

  private EngineProblem problem() {
    Call call = Call.get("testing", "/x").about("image", "x").within(Duration.ofSeconds(3));
    try {
      http.json(call);
    } catch (EngineException e) {
      return e.problem();
    }
    throw new AssertionError("no failure");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
