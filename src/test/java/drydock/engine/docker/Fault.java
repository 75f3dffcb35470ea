// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// What an engine, or whoever listens in its place, can do to somebody who asks it something. None
/// of these is an answer.
public enum Fault {
  SILENT(true, out -> waitForEver()),
  HANGS_IN_THE_HEAD(
      true,
      out -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Ty");
        waitForEver();
      }),
  HANGS_AFTER_THE_HEAD(
      true,
      out -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        waitForEver();
      }),
  HANGS_IN_THE_BODY(
      true,
      out -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Id\":\"c1");
        waitForEver();
      }),
  HANGS_IN_A_REFUSAL(
      true,
      out -> {
        write(out, "HTTP/1.1 500 X\r\nContent-Length: 100\r\n\r\n{\"message\":\"fai");
        waitForEver();
      }),
  ONE_BYTE_A_SECOND(
      true,
      out -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while (true) {
          write(out, " ");
          Thread.sleep(1000);
        }
      }),
  HANGS_UP_AT_ONCE(false, out -> {}),
  HANGS_UP_IN_THE_HEAD(false, out -> write(out, "HTTP/1.1 200 OK\r\nContent-Ty")),
  HANGS_UP_IN_THE_BODY(
      false, out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Id\":\"c1")),
  HANGS_UP_IN_A_CHUNK(
      false,
      out -> write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"Id\":\"c1")),
  BREAKS_THE_CHUNKS(
      false,
      out ->
          write(
              out,
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"Id\r\nzz\r\n\r\n")),
  SPEAKS_ANOTHER_PROTOCOL(false, out -> write(out, "SSH-2.0-OpenSSH_9.2\r\n")),
  SENDS_NOISE(
      false,
      out -> {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        out.write(noise);
      }),
  FAILS(false, out -> answer(out, "500 X", "{\"message\":\"something broke\"}")),
  FAILS_WITHOUT_WORDS(false, out -> answer(out, "502 X", "")),
  FAILS_IN_HTML(false, out -> answer(out, "503 X", "<html>Service Unavailable</html>")),
  ASKS_TO_COME_BACK_TOMORROW(
      false,
      out ->
          write(
              out,
              head(
                  "HTTP/1.1 503 X",
                  "Connection: close",
                  "Retry-After: 86400",
                  "Content-Length: 0"))),
  FLOODS_IN_A_REFUSAL(
      false,
      out -> {
        write(out, "HTTP/1.1 500 X\r\n\r\n");
        byte[] much = new byte[1 << 16];
        while (true) {
          out.write(much);
        }
      }),
  SENDS_IN_A_CIRCLE(
      false,
      out ->
          write(
              out,
              head(
                  "HTTP/1.1 301 X", "Connection: close", "Location: /again", "Content-Length: 0")));

  /// Whether it makes the other one wait.
  final boolean hangs;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that keeps nothing
  public final FakeEngine.Script script;

  Fault(boolean hangs, FakeEngine.Script script) {
    this.hangs = hangs;
    this.script = script;
  }

  static void answer(OutputStream out, String status, String body) throws IOException {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    write(
        out,
        "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, length, body));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void waitForEver() throws InterruptedException {
    Thread.sleep(Long.MAX_VALUE);
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }
}
