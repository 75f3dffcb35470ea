// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import drydock.archive.ArchiveException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Archives that nobody's engine wrote.
class HostileArchiveTest {
  static final Bounds SMALL =
      bounds(new Bounds.Saved(64 << 20, 0), new Bounds.Unpacked(32 << 20, 32 << 20, 1));

  private static Bounds bounds(Bounds.Saved saved, Bounds.Unpacked unpacked) {
    return new Bounds(saved, unpacked, 1_000, 10, 10_000, 500, 1 << 20);
  }

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private ImageArchive open(byte[] archive) throws IOException {
    return ImageArchive.read(out -> out.write(archive), folder, SMALL);
  }

  static void refused(Reason reason, String about, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(about);
  }

  private void layerRefused(Reason reason, String about, byte[] tar) throws IOException {
    layerRefused(reason, about, SavedImages.docker25(List.of(tar)), SMALL);
  }

  private void layerRefused(Reason reason, String about, byte[] saved, Bounds bounds)
      throws IOException {
    try (ImageArchive archive = ImageArchive.read(out -> out.write(saved), folder, bounds)) {
      refused(reason, about, () -> archive.files(0));
      refused(reason, about, () -> archive.tree(0));
      refused(reason, about, archive::waste);
    }
  }

  @Test
  void noArchiveAtAll() {
    refused(Reason.NO_IMAGE, "manifest.json", () -> open(new byte[0]));
    refused(Reason.NO_IMAGE, "manifest.json", () -> open(new byte[1024]));
    refused(Reason.NO_TAR, "not a tar", () -> open("short".getBytes(StandardCharsets.UTF_8)));
    refused(
        Reason.NO_TAR, "not a tar", () -> open("x".repeat(5_000).getBytes(StandardCharsets.UTF_8)));
    refused(Reason.NO_IMAGE, "docker save", () -> open(new LayerTar().file("a", "b").bytes()));
    refused(Reason.BAD_PACKING, "unpacked", () -> open(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}));
  }

  @Test
  void cutOffInTheMiddle() throws IOException {
    byte[] whole =
        SavedImages.docker25(SavedImages.tars(new LayerTar().file("a", "x".repeat(5_000))));
    for (int length = 1; length < whole.length - 1024; length += 97) {
      byte[] part = Arrays.copyOf(whole, length);
      try (ImageArchive archive = open(part)) {
        assertThat(archive.layers()).as("cut at " + length).hasSize(1); // only the end was missing
      } catch (ArchiveException e) {
        assertThat(e.reason())
            .as("cut at " + length)
            .isIn(Reason.NO_TAR, Reason.ENDS_EARLY, Reason.NO_IMAGE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void aLayerThatIsCutOff(Packing packing) throws IOException {
    byte[] tar = new LayerTar().file("first", "1").file("second", random(200_000), _ -> {}).bytes();
    byte[] cut = Arrays.copyOf(LayerTar.pack(packing, tar), 100_000);
    Reason reason = packing == Packing.PLAIN ? Reason.ENDS_EARLY : Reason.BAD_PACKING;
    layerRefused(reason, packing == Packing.PLAIN ? "second" : "unpacked", cut);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void sizesThatCannotBe() throws IOException {
    layerRefused(Reason.ODD_ENTRY, "negative", patched("negative", 124, negative()));
    layerRefused(
        Reason.ODD_ENTRY,
        "words",
        patched("words", 124, "12 apples ".getBytes(StandardCharsets.UTF_8)));
    layerRefused(Reason.ENDS_EARLY, "vast", patched("vast", 124, vast(0x3f)));
    layerRefused(Reason.ODD_ENTRY, "beyond", patched("beyond", 124, beyond()));
    layerRefused(Reason.ODD_ENTRY, "type", patched("type", 156, new byte[] {'?'}));
    byte[] noChecksum = new LayerTar().file("broken", "1").bytes();
    noChecksum[0] ^= 1;
    layerRefused(Reason.NO_TAR, "Layer 1 is not a tar", noChecksum);
  }

  private static byte[] negative() {
    byte[] size = new byte[12];
    Arrays.fill(size, (byte) 0xff);
    return size;
  }

  /// The largest that there is, with all else zero.
  private static byte[] vast(int top) {
    byte[] size = new byte[12];
    size[0] = (byte) 0x80;
    size[5] = (byte) top;
    return size;
  }

  private static byte[] beyond() {
    byte[] size = new byte[12];
    Arrays.fill(size, (byte) 0xff);
    size[0] = (byte) 0xbf;
    return size;
  }

  /// A tar of one file whose header has other bytes in it, with the right checksum.
  private static byte[] patched(String name, int at, byte[] with) {
    byte[] tar = new LayerTar().file(name, "content").bytes();
    System.arraycopy(with, 0, tar, at, with.length);
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xff;
    }
    byte[] checksum = "%06o\0".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(checksum, 0, tar, 148, checksum.length);
    return tar;
  }

  @Test
  void namesThatLeadOut() throws IOException {
    layerRefused(Reason.ODD_ENTRY, "../out", new LayerTar().file("../out", "1").bytes());
    layerRefused(Reason.ODD_ENTRY, "a/../../out", new LayerTar().file("a/../../out", "1").bytes());
    layerRefused(Reason.ODD_ENTRY, ".wh.", new LayerTar().file(".wh.", "1").bytes());
    layerRefused(Reason.ODD_ENTRY, ".wh...", new LayerTar().file(".wh...", "1").bytes());
    try (ImageArchive archive =
        open(
            SavedImages.docker25(
                SavedImages.tars(
                    new LayerTar()
                        .file("/absolute", "1")
                        .file("./a/./b//c", "2")
                        .file("x/../y", "3")
                        .symlink("out", "../../../../etc/passwd")
                        .hardLink("hard", "../../../etc/passwd")
                        .hardLink("self", "self"))))) {
      assertThat(archive.files(0).entries())
          .extracting(Entry::path)
          .containsExactly("/absolute", "/a/b/c", "/y", "/out", "/hard", "/self");
      assertThat(archive.drill("/out").leadsTo()).isEqualTo("/etc/passwd");
      for (String path : List.of("/out", "/hard", "/self", "/", "/none", "/a/b", "../../etc")) {
        refused(
            Reason.NO_CONTENT,
            path,
            () -> archive.copy(0, path, OutputStream.nullOutputStream(), 9));
      }
    }
  }

  @Test
  void namesWithoutEnd() throws IOException {
    layerRefused(
        Reason.TOO_LARGE,
        "a/a/a",
        new LayerTar().file("a/".repeat(100) + "a".repeat(400), "").bytes());
    layerRefused(Reason.TOO_LARGE, "aaaa", new LayerTar().gnu().file("a".repeat(501), "").bytes());
    layerRefused(Reason.TOO_LARGE, "link", new LayerTar().symlink("link", "a".repeat(501)).bytes());
    layerRefused(
        Reason.TOO_LARGE, "PaxHeader", new LayerTar().file("a".repeat(20_000), "").bytes());
  }

  @Test
  void moreEntriesThanAreRead() throws IOException {
    LayerTar tar = new LayerTar();
    for (int i = 0; i <= 1_000; i++) {
      tar.file("file" + i % 7, "");
    }
    layerRefused(Reason.TOO_LARGE, "file6", tar.bytes());
    LayerTar paths = new LayerTar();
    for (int i = 0; i < 900; i++) {
      paths.file("folder" + i + "/file", "");
    }
    layerRefused(Reason.TOO_LARGE, "folder500", paths.bytes());
  }

  @Test
  void aMillionEntriesTakeLittle() throws IOException {
    byte[] header = new LayerTar().file("same", "").bytes();
    Bounds bounds = Bounds.USUAL;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
      for (int i = 0; i < 1_000_001; i++) {
        out.write(header, 0, 512);
      }
    }
    layerRefused(
        Reason.TOO_LARGE, "same", SavedImages.docker25(List.of(packed.toByteArray())), bounds);
  }

  @ParameterizedTest
  @EnumSource(value = Packing.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void bombs(Packing packing) throws IOException {
    byte[] head = new byte[512];
    System.arraycopy(
        patched("bomb", 124, "77777777777\0".getBytes(StandardCharsets.US_ASCII)), 0, head, 0, 512);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        packing == Packing.GZIP ? new GZIPOutputStream(packed) : new ZstdOutputStream(packed)) {
      out.write(head);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    layerRefused(Reason.TOO_LARGE, "larger", packed.toByteArray());
    byte[] whole = packed.toByteArray();
    refused(Reason.TOO_LARGE, "larger", () -> open(whole));
  }

  @ParameterizedTest
  @EnumSource(value = Packing.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void zerosAreFineToACertainSize(Packing packing) throws IOException {
    byte[] tar = new LayerTar().file("zeros", new byte[1 << 20], _ -> {}).bytes();
    byte[] saved = SavedImages.docker25(List.of(LayerTar.pack(packing, tar)));
    Bounds tight = bounds(SMALL.saved(), new Bounds.Unpacked(32 << 20, 1 << 19, 20));
    layerRefused(Reason.TOO_LARGE, "Layer 1 is larger", saved, tight);
    Bounds free = bounds(SMALL.saved(), new Bounds.Unpacked(32 << 20, 2 << 20, 20));
    Bounds loose = bounds(SMALL.saved(), new Bounds.Unpacked(32 << 20, 1 << 19, 100_000));
    for (Bounds each : List.of(free, loose)) {
      try (ImageArchive archive = ImageArchive.read(out -> out.write(saved), folder, each)) {
        assertThat(archive.files(0).bytes()).isEqualTo(1 << 20);
      }
    }
  }

  @Test
  void anArchiveWithoutEnd() {
    byte[] chunk = new byte[1 << 20];
    refused(
        Reason.TOO_LARGE,
        "larger",
        () ->
            ImageArchive.read(
                out -> {
                  while (true) {
                    out.write(chunk);
                  }
                },
                folder,
                SMALL));
    refused(
        Reason.NO_ROOM,
        "room",
        () ->
            ImageArchive.read(
                out -> out.write(chunk),
                folder,
                bounds(new Bounds.Saved(1 << 30, Long.MAX_VALUE / 2), SMALL.unpacked())));
  }

  @Test
  void whatTheSourceThrowsComesThrough() {
    IllegalStateException own = new IllegalStateException("the engine's own");
    assertThatThrownBy(
            () ->
                ImageArchive.read(
                    _ -> {
                      throw own;
                    },
                    folder,
                    SMALL))
        .isSameAs(own);
  }

  @Test
  void closedWhileItIsRead() throws IOException {
    ImageArchive archive =
        open(SavedImages.docker25(SavedImages.tars(new LayerTar().file("a", "1"))));
    archive.close();
    archive.close();
    refused(Reason.CLOSED, "closed", () -> archive.files(0));
    refused(Reason.CLOSED, "closed", archive::waste);
  }

  @Test
  void anInterruptEndsTakingIn() {
    ImageArchive.Source source =
        out -> {
          out.write(1);
          Thread.currentThread().interrupt();
          out.write(2);
        };
    assertThatThrownBy(() -> ImageArchive.read(source, folder, SMALL))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptEndsTheCallAlone() throws IOException {
    try (ImageArchive archive =
        open(SavedImages.docker25(SavedImages.tars(new LayerTar().file("a", "12345"))))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> archive.files(0)).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(archive.files(0).entries()).hasSize(1);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> archive.copy(0, "/a", OutputStream.nullOutputStream(), 9))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aTimeOutsideTheCalendar() throws IOException {
    byte[] time = new byte[12];
    time[0] = (byte) 0x80;
    time[4] = 0x7f;
    byte[] layer = patched("a", 136, time);
    try (ImageArchive archive = open(SavedImages.docker25(List.of(layer)))) {
      assertThat(archive.files(0).entries().getFirst().time()).isEqualTo("9999-12-31T23:59:59Z");
    }
  }

  @Test
  void everyKindOfEntry() throws IOException {
    try (ImageArchive archive =
        open(
            SavedImages.docker25(
                SavedImages.tars(
                    new LayerTar()
                        .device("c", TarArchiveEntry.LF_CHR)
                        .device("b", TarArchiveEntry.LF_BLK)
                        .device("f", TarArchiveEntry.LF_FIFO)
                        .device("contiguous", TarArchiveEntry.LF_CONTIG)
                        .file(".wh..wh.plnk", "a note of a driver")
                        .file("ü".repeat(120), "long", e -> e.setIds(5_000_000, 3_000_000)))))) {
      assertThat(archive.files(0).entries())
          .extracting(Entry::kind)
          .containsExactly(
              Kind.CHARACTER_DEVICE, Kind.BLOCK_DEVICE, Kind.FIFO, Kind.FILE, Kind.FILE);
      Entry last = archive.files(0).entries().getLast();
      assertThat(last.path()).isEqualTo("/" + "ü".repeat(120));
      assertThat(last.uid()).isEqualTo(5_000_000);
      assertThat(last.gid()).isEqualTo(3_000_000);
      assertThat(last.time()).isEqualTo(LayerTar.TIME);
    }
  }
}
