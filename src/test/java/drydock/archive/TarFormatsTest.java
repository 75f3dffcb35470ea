// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What GNU tar writes in each of its formats, read back.
class TarFormatsTest {
  private static final String LONG = "long/" + "folder/".repeat(12) + "name".repeat(20);
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

  @TempDir Path folder;
  private Path files = Path.of("set by JUnit");

  @BeforeEach
  void makeFiles() throws IOException, InterruptedException {
    assumeTrue(gnuTar(), "GNU tar is needed");
    files = Files.createDirectories(folder.resolve("files"));
    Path motd =
        Files.writeString(Files.createDirectory(files.resolve("etc")).resolve("motd"), "hi");
    Files.createSymbolicLink(files.resolve("link"), Path.of("etc/motd"));
    Files.createLink(files.resolve("zhard"), motd);
    Files.setLastModifiedTime(motd, FileTime.from(TIME));
  }

  private static boolean gnuTar() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("tar", "--version").start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 && said.contains("GNU tar");
    } catch (IOException e) {
      return false;
    }
  }

  private byte[] tar(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tar", "--sort=name"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cf", folder.resolve("out.tar").toString(), "-C", files.toString()));
    command.add(".");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Files.readAllBytes(folder.resolve("out.tar"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v7", "oldgnu", "gnu", "ustar", "pax"})
  void everyFormat(String format) throws IOException, InterruptedException {
    byte[] tar = tar("--format=" + format, "--owner=1234", "--group=56", "--mode=u=rwx,go=x");
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(List.of(tar)))) {
      assertThat(archive.files(0).entries())
          .extracting(e -> e.kind() + " " + e.path() + " " + e.size() + " " + e.target())
          .containsExactly(
              "FOLDER / 0 ",
              "FOLDER /etc 0 ",
              "FILE /etc/motd 2 ",
              "SYMLINK /link 0 etc/motd",
              "HARD_LINK /zhard 0 /etc/motd");
      Entry motd = archive.files(0).find("/etc/motd").orElseThrow();
      assertThat(motd.time()).isEqualTo(TIME);
      assertThat(motd.uid()).isEqualTo(1234);
      assertThat(motd.gid()).isEqualTo(56);
      assertThat(motd.mode()).isEqualTo(0711);
      assertThat(ImageArchiveTest.text(archive, 0, "/zhard")).isEqualTo("hi");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"oldgnu", "gnu", "ustar", "pax"})
  void longNames(String format) throws IOException, InterruptedException {
    Path deep = files.resolve(LONG);
    Files.createDirectories(deep.getParent());
    Files.writeString(deep, "deep");
    Files.writeString(files.resolve("zz-after"), "after");
    byte[] tar = tar("--format=" + format);
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(List.of(tar)))) {
      assertThat(ImageArchiveTest.text(archive, 0, "/" + LONG)).isEqualTo("deep");
      assertThat(ImageArchiveTest.text(archive, 0, "/zz-after")).isEqualTo("after");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"oldgnu", "gnu", "pax"})
  void namesAndOwnersThatNeedMoreThanAHeader(String format)
      throws IOException, InterruptedException {
    String name = "ü".repeat(100);
    Files.writeString(files.resolve(name), "umlauts");
    Files.createSymbolicLink(files.resolve("far"), Path.of("x".repeat(150)));
    byte[] tar = tar("--format=" + format, "--owner=:3000000", "--group=:4000000");
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(List.of(tar)))) {
      Entry entry = archive.files(0).find("/" + name).orElseThrow();
      assertThat(entry.uid()).isEqualTo(3_000_000);
      assertThat(entry.gid()).isEqualTo(4_000_000);
      assertThat(archive.files(0).find("/far").orElseThrow().target()).isEqualTo("x".repeat(150));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=gnu",
        "--sparse-version=0.0",
        "--sparse-version=0.1",
        "--sparse-version=1.0"
      })
  void filesWithHoles(String format) throws IOException, InterruptedException {
    try (RandomAccessFile holes = new RandomAccessFile(files.resolve("holes").toFile(), "rw")) {
      for (int i = 0; i < 40; i++) { // more than one header has room for
        holes.seek(i * 1_000_000L);
        holes.write('x');
      }
      holes.setLength(50_000_000);
    }
    Files.writeString(files.resolve("zz-after"), "after");
    String[] options =
        format.startsWith("--format")
            ? new String[] {format, "--sparse"}
            : new String[] {"--format=pax", format, "--sparse"};
    byte[] tar = tar(options);
    assertThat(tar.length).as("there are holes").isLessThan(5_000_000);
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(List.of(tar)))) {
      assertThat(archive.files(0).find("/holes").orElseThrow().size()).isEqualTo(50_000_000);
      assertThat(ImageArchiveTest.text(archive, 0, "/zz-after")).isEqualTo("after");
    }
  }

  @Test
  void aHeaderForAllThatFollow() throws IOException, InterruptedException {
    byte[] tar = tar("--format=pax", "--pax-option=globexthdr.name=g,comment=hello");
    assertThat(tar[156]).isEqualTo((byte) 'g');
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(List.of(tar)))) {
      assertThat(archive.files(0).entries()).hasSize(5);
      assertThat(archive.files(0).find("/etc/motd").orElseThrow().time()).isEqualTo(TIME);
    }
  }
}
