// SPDX-License-Identifier: Apache-2.0
package drydock.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path temp;

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    try (Disk disk = new Disk(1 << 20)) {
      Path folder = disk.folder("work");
      Path file = folder.resolve("a");
      AtomicFile.write(file, "old".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      disk.fill();
      assertThatThrownBy(() -> AtomicFile.write(file, new byte[100_000]))
          .isInstanceOf(IOException.class)
          .satisfies(e -> assertThat(Reasons.of((Exception) e)).isEqualTo("the disk is full"));
      assertThat(Files.readString(file)).isEqualTo("old");
      assertThat(entries(folder)).containsExactly("a");
      disk.makeRoom();
      AtomicFile.write(file, new byte[100_000]);
      assertThat(Files.size(file)).isEqualTo(100_000);
    }
  }

  @Test
  void aWriterThatFailsHalfwayLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(temp.resolve("a"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[200_000]);
                      throw new IllegalStateException("a mistake");
                    }))
        .hasMessage("a mistake");
    assertThat(file).hasContent("old");
    assertThat(entries(temp)).containsExactly("a");
  }

  @Test
  void aFailedMoveLeavesWhatIsThere() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("d"));
    Files.writeString(folder.resolve("inside"), "old");
    assertThatThrownBy(() -> AtomicFile.write(folder, new byte[] {1}))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("inside")).hasContent("old");
    assertThat(entries(temp)).containsExactly("d");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void permissionsStayAndLinksAreFollowed() throws IOException {
    Path file = Files.writeString(temp.resolve("run.sh"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), file);
    AtomicFile.write(link, new byte[] {'n'});
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void saysWhyInOurWords() {
    assertThat(why("x".repeat(300))).isEqualTo("its name is too long for this disk");
    assertThat(why("gone/a")).isEqualTo("its folder is not there");
    assertThat(Reasons.of(new IOException("Disk quota exceeded")))
        .isEqualTo("you have used all the room that you may have on this disk");
    assertThat(Reasons.of(new IOException("There is not enough space on the disk")))
        .isEqualTo("the disk is full");
    assertThat(Reasons.of(new java.nio.file.FileSystemException("/a", null, "Too many open files")))
        .isEqualTo("this system has no room for more open files");
    assertThat(Reasons.of(new java.nio.file.AccessDeniedException("/a")))
        .isEqualTo("access is denied");
    assertThat(Reasons.of(new IOException("Auf dem Gerät ist kein Platz.")))
        .as("what is not known is quoted")
        .isEqualTo("Auf dem Gerät ist kein Platz");
    assertThat(Reasons.of(new IOException())).isEqualTo("IOException");
  }

  private String why(String name) {
    try {
      AtomicFile.write(temp.resolve(name), new byte[1]);
      return "";
    } catch (IOException e) {
      return Reasons.of(e);
    }
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
