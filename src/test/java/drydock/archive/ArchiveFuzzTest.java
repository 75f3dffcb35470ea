// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Archives with bytes changed at random: whatever is left of them is read, or refused with a sentence.
class ArchiveFuzzTest {
  private static final int ROUNDS = 4_000;
  private static final Bounds SMALL =
      new Bounds(
          new Bounds.Saved(1 << 20, 0),
          new Bounds.Unpacked(8 << 20, 1 << 20, 200),
          1_000,
          10,
          100_000,
          500,
          1 << 20);

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void neitherCrashNorHang() throws IOException {
    List<byte[]> seeds = seeds();
    Random random = new Random(42);
    int read = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] archive = mutated(seeds.get(round % seeds.size()), random);
      try (ImageArchive image = ImageArchive.read(out -> out.write(archive), folder, SMALL)) {
        readAll(image);
        read++;
      } catch (ArchiveException e) {
        assertThat(e).hasMessageMatching("(?s).*[.]");
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("round " + round, e);
      }
    }
    assertThat(read).as("some are still whole").isGreaterThan(ROUNDS / 20);
    assertThat(refused).as("some are not").isGreaterThan(ROUNDS / 20);
  }

  private static void readAll(ImageArchive image) throws IOException {
    int top = image.layers().size() - 1;
    for (int i = 0; i <= top; i++) {
      if (image.layers().get(i).present()) {
        for (Entry entry : image.files(i).entries()) {
          if (entry.kind() == Kind.FILE && image.files(i).find(entry.path()).isPresent()) {
            copy(image, i, entry);
          }
        }
      }
      FileTreeTest.nodes(image.tree(i));
    }
    image.drill("/etc/motd");
    image.waste();
  }

  private static void copy(ImageArchive image, int layer, Entry entry) throws IOException {
    try {
      image.copy(layer, entry.path(), OutputStream.nullOutputStream(), 1_000);
    } catch (ArchiveException e) {
      assertThat(e.reason())
          .isIn(ArchiveException.Reason.NO_CONTENT, ArchiveException.Reason.ENDS_EARLY);
    }
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), (byte) 0);
        case 3 -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(600), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, length);
        }
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    if (random.nextInt(3) > 0) {
      mendChecksums(bytes);
    }
    return bytes;
  }

  /// So that what is odd is met behind the checksum, too.
  private static void mendChecksums(byte[] bytes) {
    for (int at = 0; at + 512 <= bytes.length; at += 512) {
      boolean header = bytes[at + 257] == 'u' && bytes[at + 258] == 's' && bytes[at + 259] == 't';
      if (header) {
        Arrays.fill(bytes, at + 148, at + 156, (byte) ' ');
        int sum = 0;
        for (int i = at; i < at + 512; i++) {
          sum += bytes[i] & 0xff;
        }
        byte[] digits = "%06o".formatted(sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, bytes, at + 148, digits.length);
        bytes[at + 154] = 0;
      }
    }
  }

  private static List<byte[]> seeds() {
    SavedImages.Oci gzip = new SavedImages.Oci();
    SavedImages.Oci zstd = new SavedImages.Oci();
    gzip.image(layers(), Packing.GZIP);
    String manifest = zstd.image(layers(), Packing.ZSTD);
    zstd.index("index.json", List.of(SavedImages.Oci.descriptor(manifest, "linux", "amd64")));
    return List.of(
        SavedImages.docker24(layers()),
        SavedImages.docker25(layers()),
        gzip.manifestJson().bytes(),
        zstd.tar.bytes(),
        LayerTar.pack(Packing.GZIP, SavedImages.docker25(layers())));
  }

  private static List<byte[]> layers() {
    return SavedImages.tars(
        new LayerTar()
            .folder("etc")
            .file("etc/motd", "welcome", e -> e.setUserId(1L << 33))
            .hardLink("etc/again", "etc/motd")
            .symlink("link", "etc/motd")
            .file("ü".repeat(80), "long name")
            .file("big", "x".repeat(2_000)),
        new LayerTar()
            .gnu()
            .folder("etc")
            .opaque("etc")
            .file("etc/motd", "hello")
            .whiteout("big")
            .file("d/".repeat(60) + "deep", "deep")
            .file("moved", "x".repeat(2_000)));
  }
}
