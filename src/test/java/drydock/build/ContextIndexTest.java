// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.dockerfile.cache.ContextEntry;
import drydock.dockerfile.cache.ContextException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextIndexTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private BuildContext context() throws IOException {
    write("Dockerfile", "FROM scratch\n");
    write(".dockerignore", "secret\nDockerfile\nout\n!out/kept\n");
    write("secret", "s");
    write("d/e/f.txt", "f");
    write("out/kept", "k");
    write("out/left", "l");
    write("run.sh", "r");
    Files.setPosixFilePermissions(
        folder.resolve("run.sh"), PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("d/e"));
    return BuildContext.open(folder, "Dockerfile");
  }

  private static void list(ContextIndex index, ContextEntry at, Map<String, String> all)
      throws ContextException {
    for (ContextEntry entry : index.children(at)) {
      all.put(
          entry.path(),
          entry.kind() + " " + Integer.toOctalString(entry.mode()) + " " + entry.target());
      assertThat(index.entry(entry.path())).isEqualTo(entry);
      list(index, entry, all);
    }
  }

  @Test
  void itIsWhatIsSent() throws IOException, ContextException {
    BuildContext context = context();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    context.writeTo(bytes, _ -> {});
    TreeMap<String, String> sent = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        String kind = e.isDirectory() ? "FOLDER" : e.isSymbolicLink() ? "LINK" : "FILE";
        sent.put(
            e.getName().replaceAll("/$", ""),
            kind + " " + Integer.toOctalString(e.getMode() & 0777) + " " + e.getLinkName());
      }
    }
    ContextIndex index = new ContextIndex(context, new FileDigests());
    TreeMap<String, String> seen = new TreeMap<>();
    list(index, Objects.requireNonNull(index.entry("")), seen);
    assertThat(seen).isEqualTo(sent).containsKeys("out", "out/kept", "Dockerfile", "link");
    assertThat(seen).doesNotContainKeys("secret", "out/left");
  }

  @Test
  void aVanishedFileIsSaid() throws IOException, ContextException {
    ContextIndex index = new ContextIndex(context(), new FileDigests());
    ContextEntry file = Objects.requireNonNull(index.entry("d/e/f.txt"));
    assertThat(index.digest(file)).hasSize(32);
    Files.delete(folder.resolve("d/e/f.txt"));
    assertThatThrownBy(() -> index.digest(file)).isInstanceOf(ContextException.class);
  }

  @Test
  void filesAreReadAgainWhenTheyMayHaveChanged() throws IOException {
    FileDigests digests = new FileDigests();
    Path file = folder.resolve("f");
    Files.writeString(file, "one");
    String one = digests.of(file);
    // as long, and perhaps within the same tick of the clock
    Files.writeString(file, "two");
    assertThat(digests.of(file)).isNotEqualTo(one);

    FileTime settled = FileTime.from(Instant.now().minusSeconds(60));
    Files.setLastModifiedTime(file, settled);
    String two = digests.of(file);
    Files.writeString(file, "six");
    Files.setLastModifiedTime(file, settled);
    assertThat(digests.of(file)).as("not read again").isEqualTo(two);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(30)));
    assertThat(digests.of(file)).isNotEqualTo(two);
  }
}
