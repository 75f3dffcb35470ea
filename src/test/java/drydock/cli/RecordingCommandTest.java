// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.engine.replay.RecordingReader;
import drydock.engine.replay.Tapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingCommandTest {
  @TempDir Path folder;
  private Path file;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("test.drydock-recording");
    Files.write(file, Tapes.bytes(Tapes.recording()));
  }

  private int run(String... arguments) {
    return on("unix:///no/such.sock", arguments);
  }

  private int on(String host, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    EngineFinder finder =
        new EngineFinder(Map.of("DOCKER_HOST", host), Path.of("no-such-home"), HostSystem.WINDOWS);
    return Cli.run(finder, folder, new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void whatARecordingHoldsIsShown() {
    assertThat(run("recording", "show", file.toString())).isZero();
    assertThat(out.toString())
        .contains("A recording of Docker 28.5, from ", "15s long", "a test", "4 builds")
        .contains("container web: running → exited (137)", "build of app:1 done");
  }

  @Test
  void theStateOfAMomentIsShown() {
    assertThat(run("state", "--recording", file.toString(), "--at", "+6")).isZero();
    assertThat(out.toString()).contains("1 container\n", "running");
    assertThat(run("state", "--recording", file.toString(), "--at", "2026-11-20T14:00:08Z"))
        .isZero();
    assertThat(out.toString()).contains("exited (137)");
    assertThat(run("state", "--recording", file.toString(), "--json")).isZero();
    assertThat(out.toString()).contains("\"origin\" : \"RECORDING\"");
    assertThat(run("state", "--recording", file.toString(), "--at", "+12")).isOne();
    assertThat(err.toString()).contains("No engine answered at that moment");
  }

  @Test
  void picturesOfAMomentAreDrawn() {
    assertThat(run("picture", "build", "--recording", file.toString(), "--at", "+4")).isZero();
    assertThat(out.toString()).contains("RUN make");
    assertThat(run("picture", "build", "--recording", file.toString(), "--at", "+1")).isOne();
    assertThat(err.toString()).contains("No build had begun");
    assertThat(
            run(
                "picture",
                "layers",
                "--image",
                "app:1",
                "--recording",
                file.toString(),
                "--at",
                "+9"))
        .isZero();
    assertThat(out.toString()).contains("app:1");
  }

  @Test
  void mistakesAreSaid() throws IOException {
    assertThat(run("state", "--at", "+1")).isEqualTo(2);
    assertThat(err.toString()).contains("add --recording FILE");
    String name = file.toString();
    for (String at :
        new String[] {"soon", "+x", "25:00:00", "2026-99-99T00:00:00Z", "+NaNs", "+1e9s"}) {
      assertThat(run("state", "--recording", name, "--at", at)).as(at).isEqualTo(2);
      assertThat(err.toString()).contains("This is no time: " + at);
    }
    for (String right : new String[] {"+6", "+6s", "+0.1m", "2026-11-20T15:00:06+01:00"}) {
      assertThat(run("state", "--recording", name, "--at", right)).as(right).isZero();
    }
    assertThat(run("state", "--recording", name, "--at", "+9999999h")).isEqualTo(2);
    assertThat(run("state", "--recording", name, "--at", "+999")).isEqualTo(2);
    assertThat(err.toString()).contains("lies outside the recording");
    assertThat(run("state", "--recording", name, "--watch")).isEqualTo(2);
    assertThat(run("state", "--recording", folder.resolve("none").toString())).isOne();
    assertThat(err.toString()).contains("could not be read");
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    assertThat(run("recording", "show", text.toString())).isOne();
    assertThat(err.toString()).contains("a.txt is no Drydock recording");
    assertThat(run("record", "--for", "soon", "-o", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("30s or 5m");
    assertThat(run("record", "--for", "1s", "-o", folder.resolve("x").toString())).isOne();
    assertThat(err.toString()).contains("DOCKER_HOST").doesNotContain("Exception");
  }

  @Test
  @EngineTest
  void anEngineIsRecorded() throws IOException {
    Path fresh = folder.resolve("fresh.drydock-recording");
    assertThat(on(RawDocker.HOST, "record", "--for", "2s", "-o", fresh.toString())).isZero();
    var recording = RecordingReader.read(fresh);
    assertThat(recording.notes()).isEmpty();
    assertThat(java.time.Duration.between(recording.header().started(), recording.end()))
        .isGreaterThan(java.time.Duration.ofMillis(1_500));
    assertThat(run("picture", "layers", "--image", "busybox:1.37", "--recording", fresh.toString()))
        .isZero();
    Path nowhere = folder.resolve("no/such/folder/x");
    assertThat(on(RawDocker.HOST, "record", "--for", "1s", "-o", nowhere.toString())).isOne();
    assertThat(err.toString()).contains("could not be written");
  }
}
