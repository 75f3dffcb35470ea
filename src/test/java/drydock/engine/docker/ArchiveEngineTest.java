// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.ArchiveWriter;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class ArchiveEngineTest {
  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void filesGoInAndComeOut() throws IOException {
    String id = real.ours("sleep 600");
    byte[] large = new byte[20 << 20];
    new Random(7).nextBytes(large);
    engine
        .containers()
        .putArchive(id, "/tmp", tar(Map.of("large", large, "grüße 🐳", new byte[] {1, 2})));
    assertThat(get(id, "/tmp/large")).containsOnlyKeys("large").containsEntry("large", large);
    assertThat(get(id, "/tmp"))
        .containsOnlyKeys("tmp/large", "tmp/grüße 🐳")
        .containsEntry("tmp/large", large);
  }

  @Test
  void aCreatedContainerHasFilesToo() throws IOException {
    String id =
        engine
            .containers()
            .create(
                ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                    .name(real.name("created"))
                    .command("cat", "/tmp/a")
                    .build());
    engine.containers().putArchive(id, "/tmp", tar(Map.of("a", new byte[] {'h', 'i'})));
    assertThat(get(id, "/tmp/a").get("a")).asString().isEqualTo("hi");
    engine.containers().start(id);
    Collected<String> log = new Collected<>();
    engine.containers().waitFor(id, Duration.ofSeconds(30));
    engine.containers().logs(id, false, log.as(o -> o.text()));
    assertThat(log.end()).isNull();
    assertThat(log.text()).isEqualTo("hi");
  }

  @Test
  void whatIsMissingIsNamed() {
    String id = real.ours("sleep 600");
    OutputStream out = OutputStream.nullOutputStream();
    assertThat(problem(() -> engine.containers().getArchive(id, "/no/such", out)))
        .isEqualTo(new EngineProblem.NotFound("path", "/no/such"));
    assertThat(problem(() -> engine.containers().getArchive(id, "/proc/self/status", out)))
        .isEqualTo(new EngineProblem.NotFound("path", "/proc/self/status"));
    assertThat(problem(() -> engine.containers().putArchive(id, "/no/such", tar(Map.of()))))
        .isEqualTo(new EngineProblem.NotFound("path", "/no/such"));
    ArchiveWriter large = tar(Map.of("large", new byte[20 << 20]));
    assertThat(problem(() -> engine.containers().putArchive(id, "/no/such", large)))
        .as("although the engine stops reading early")
        .isEqualTo(new EngineProblem.NotFound("path", "/no/such"));
    for (String missing : List.of("drydock-no-such", "../x")) {
      assertThat(problem(() -> engine.containers().getArchive(missing, "/", out)))
          .isEqualTo(new EngineProblem.NotFound("container", missing));
      assertThat(problem(() -> engine.containers().putArchive(missing, "/", tar(Map.of()))))
          .isEqualTo(new EngineProblem.NotFound("container", missing));
    }
    assertThat(problem(() -> engine.containers().putArchive(id, "/etc/passwd", tar(Map.of()))))
        .isInstanceOf(EngineProblem.Failed.class);
  }

  @Test
  void whatGoesWrongHereIsNotTheEnginesFault() throws IOException {
    String id = real.ours("sleep 600");
    engine.containers().putArchive(id, "/tmp", tar(Map.of("large", new byte[8 << 20])));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThat(problem(() -> engine.containers().getArchive(id, "/tmp/large", full)))
        .isInstanceOfSatisfying(
            EngineProblem.LocalFile.class,
            p -> assertThat(p.detail()).contains("No space left on device"));
    ArchiveWriter broken =
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
          TarArchiveEntry entry = new TarArchiveEntry("half");
          entry.setSize(8 << 20);
          tar.putArchiveEntry(entry);
          tar.write(new byte[3 << 20]);
          throw new IOException("cannot read the file");
        };
    assertThat(problem(() -> engine.containers().putArchive(id, "/tmp", broken)))
        .isInstanceOfSatisfying(
            EngineProblem.LocalFile.class,
            p -> assertThat(p.detail()).contains("cannot read the file"));
    assertThat(get(id, "/tmp/large")).containsOnlyKeys("large");
  }

  @Test
  void anArchiveThatIsNoneIsRefused() {
    String id = real.ours("sleep 600");
    assertThat(
            problem(
                () ->
                    engine
                        .containers()
                        .putArchive(
                            id,
                            "/tmp",
                            out -> out.write("no archive".repeat(900).getBytes(US_ASCII)))))
        .isInstanceOf(EngineProblem.Failed.class);
    assertThat(
            engine.containers().execute(id, List.of("ls", "/tmp"), Duration.ofSeconds(30)).stdout())
        .isEmpty();
  }

  private Map<String, byte[]> get(String id, String path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    engine.containers().getArchive(id, path, bytes);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.isFile()) {
          files.put(e.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  private static ArchiveWriter tar(Map<String, byte[]> files) {
    return out -> {
      TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
      tar.finish();
    };
  }
}
