// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileZipTest {
  private static final int SYMLINK = 0120777;

  @TempDir Path temp;
  @TempDir Path folders;

  @Test
  void aZipReadsAsItsFolderDoes() throws IOException {
    PackReading folder = PackReader.read(EverythingTest.FOLDER);
    PackReading zip = PackReader.read(zip(EverythingTest.FOLDER, "everything.drydock"));
    assertThat(zip).isEqualTo(folder);
    Path broken = Path.of("src/test/resources/packs/broken");
    assertThat(PackReader.read(zip(broken, "broken.drydock")).problems())
        .containsExactlyInAnyOrderElementsOf(PackReader.read(broken).problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../escaped.txt",
        "010-one/../../escaped.txt",
        "/etc/passwd",
        "C:/windows/x",
        "c:x",
        "\\\\server\\share\\x",
        "010-one\\..\\x",
        "010-one//x",
        "./x",
        "010-one/files/CON",
        "010-one/files/nul.txt",
        "010-one/files/com1.log",
        "010-one/files/end.",
        "010-one/files/a\u0000b",
        "010-one/files/what?"
      })
  void anEntryThatIsNoPlainNameRefusesTheWholePack(String name) throws IOException {
    PackReading reading = PackReader.read(sampleWith(name, "x".getBytes(UTF_8), 0));
    assertThat(reading.pack()).isNull();
    assertThat(reading.problems())
        .extracting(PackProblem::code)
        .containsAnyOf("name-outside", "name-bad")
        .hasSize(1);
    assertThat(reading.problems().getFirst().file()).isNotBlank().doesNotContain("\u0000");
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files).as("nothing is unpacked").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010-one/LESSON.md",
        "PACK.yaml",
        "010-ONE/x.txt",
        "pack.yaml/inside",
        "pack.yaml"
      })
  void namesThatWouldMeetOnSomeSystemAreRefused(String name) throws IOException {
    assertThat(PackReader.read(sampleWith(name, new byte[1], 0)).problems())
        .extracting(PackProblem::code)
        .containsExactly("name-case");
  }

  @Test
  void linksAreRefused() throws IOException {
    byte[] target = "/etc/passwd".getBytes(UTF_8);
    assertThat(PackReader.read(sampleWith("010-one/files/link", target, SYMLINK)).problems())
        .extracting(PackProblem::toString)
        .containsExactly(
            "010-one/files/link: This is a link; packs hold plain files and folders only.");
  }

  @Test
  void bombsAreRefusedBeforeTheyGrow() throws IOException {
    Path bomb = sampleWith("010-one/files/zeros", new byte[60 << 20], 0);
    assertThat(Files.size(bomb)).isLessThan(100_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(PackReader.read(bomb).problems())
                .extracting(PackProblem::code)
                .containsExactly("zip-bomb"));
  }

  @Test
  void manyEntriesAndMuchTogetherAreRefused() throws IOException {
    Path many = temp.resolve("many.drydock");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(many)) {
      for (int i = 0; i <= ZipTree.MAX_ENTRIES; i++) {
        put(out, "f" + i, new byte[0], 0);
      }
    }
    assertThat(PackReader.read(many).problems())
        .extracting(PackProblem::code)
        .containsExactly("many");
    Path much = temp.resolve("much.drydock");
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(much)) {
      for (int i = 0; i <= ZipTree.MAX_TOTAL >> 20; i++) {
        put(out, "f" + i, noise, 0);
      }
    }
    assertThat(PackReader.read(much).problems())
        .extracting(PackProblem::code)
        .containsExactly("total");
  }

  @Test
  void anArchiveInsideIsAFileLikeAnyOther() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(inner)) {
      put(out, "zeros", new byte[50 << 20], 0);
      put(out, "../escaped", new byte[1], 0);
    }
    PackReading reading =
        PackReader.read(sampleWith("010-one/files/inner.zip", inner.toByteArray(), 0));
    assertThat(reading.problems()).isEmpty();
    assertThat(
            Objects.requireNonNull(
                    Objects.requireNonNull(reading.pack())
                        .lessons()
                        .getFirst()
                        .files()
                        .get("inner.zip"))
                .bytes())
        .hasSize(inner.size());
  }

  @Test
  void encryptedEntriesAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(sampleWith("010-one/files/x", new byte[1], 0));
    // the flag of every entry, in the central directory and before its data
    for (int i = 0; i + 10 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 8] |= 1;
      }
    }
    Path file = Files.write(temp.resolve("locked.drydock"), bytes);
    assertThat(PackReader.read(file).problems())
        .extracting(PackProblem::code)
        .containsOnly("zip-method");
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    Path text = Files.writeString(temp.resolve("text.drydock"), "no zip");
    assertThat(PackReader.read(text).problems())
        .extracting(PackProblem::code)
        .containsExactly("zip-broken");
    assertThat(PackReader.read(temp.resolve("nowhere")).problems())
        .extracting(PackProblem::code)
        .containsExactly("not-a-pack");
  }

  @Test
  void whateverIsWrongNothingIsThrown() throws IOException {
    byte[] whole = Files.readAllBytes(zip(EverythingTest.FOLDER, "everything.drydock"));
    Random random = new Random(20_26);
    Path file = temp.resolve("fuzzed.drydock");
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] bytes = whole.clone();
      for (int change = 0; change <= random.nextInt(6); change++) {
        // most of what decides stands at the end, in the list of entries
        int at = bytes.length - 1 - (int) (Math.pow(random.nextDouble(), 2) * (bytes.length - 1));
        bytes[at] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      PackReading reading = PackReader.read(file);
      assertThat(reading.pack() == null)
          .as("change " + i)
          .isEqualTo(reading.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR));
      refused += reading.pack() == null ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(100);
  }

  private Path zip(Path folder, String name) throws IOException {
    Path file = temp.resolve(name);
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      putAll(out, folder);
    }
    return file;
  }

  private Path sampleWith(String name, byte[] bytes, int unixMode) throws IOException {
    Path folder = Files.createTempDirectory(folders, "sample");
    new SamplePack(folder);
    Path file = temp.resolve("sample.drydock");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      putAll(out, folder);
      put(out, name, bytes, unixMode);
    }
    return file;
  }

  private static void putAll(ZipArchiveOutputStream out, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        put(
            out,
            folder.relativize(file).toString().replace('\\', '/'),
            Files.readAllBytes(file),
            0);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void put(ZipArchiveOutputStream out, String name, byte[] bytes, int unixMode)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    if (unixMode != 0) {
      entry.setUnixMode(unixMode);
    }
    out.putArchiveEntry(entry);
    out.write(bytes);
    out.closeArchiveEntry();
  }
}
