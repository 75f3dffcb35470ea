// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.RawDocker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A line that people can paste into a terminal, run there. Where there is no `docker` command it proves nothing.
final class DockerLine {
  private static final boolean THERE = run("docker --version").code() == 0;

  private final String line;
  private final Ran ran;

  record Ran(int code, String text) {}

  DockerLine(String line) {
    this.line = line;
    this.ran = THERE ? run(line) : new Ran(0, "");
  }

  void prints(String text) {
    assertThat(ran.code()).as("%s: %s", line, ran.text()).isZero();
    if (THERE) {
      assertThat(ran.text()).as(line).contains(text);
    }
  }

  /// Runs a line in a shell, against the engine under test.
  static Ran run(String line) {
    try {
      ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
      shell.environment().put("DOCKER_HOST", RawDocker.HOST);
      Process process = shell.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(1, TimeUnit.MINUTES);
      return new Ran(ended ? process.exitValue() : -1, text);
    } catch (IOException e) {
      return new Ran(-1, e.toString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
