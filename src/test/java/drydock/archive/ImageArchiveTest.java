// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageArchiveTest {
  @TempDir Path folder;

  private static List<byte[]> layers() {
    return SavedImages.tars(
        new LayerTar().folder("etc").file("etc/motd", "welcome").file("big", "x".repeat(9_000)),
        new LayerTar().file("etc/motd", "hello").whiteout("big"),
        new LayerTar().folder("etc"),
        new LayerTar().folder("etc"));
  }

  @Test
  void dockerBefore25() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker24(layers()))) {
      check(archive, Packing.PLAIN);
      assertThat(archive.layers().get(0).digest()).isEqualTo(archive.layers().get(0).diffId());
    }
  }

  @Test
  void dockerSince25() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(layers()))) {
      check(archive, Packing.PLAIN);
    }
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void containerdStore(Packing packing) throws IOException {
    SavedImages.Oci oci = new SavedImages.Oci();
    String manifest = oci.image(layers(), packing);
    var attestation = SavedImages.Oci.descriptor("sha256:" + "0".repeat(64), "unknown", "unknown");
    attestation.putObject("annotations").put("vnd.docker.reference.type", "attestation-manifest");
    String nested =
        oci.blob(
            SavedImages.Oci.index(
                    List.of(attestation, SavedImages.Oci.descriptor(manifest, "linux", "amd64")))
                .getBytes(StandardCharsets.UTF_8));
    oci.index("index.json", List.of(SavedImages.Oci.descriptor("sha256:" + nested, "", "")));
    try (ImageArchive archive = SavedImages.open(folder, oci.manifestJson().bytes())) {
      check(archive, packing);
    }
  }

  private void check(ImageArchive archive, Packing packing) throws IOException {
    assertThat(archive.names()).containsExactly("app:1");
    assertThat(archive.platform()).isEqualTo("linux/amd64");
    assertThat(archive.layers())
        .extracting(Layer::createdBy)
        .containsExactly("RUN step 0", "RUN step 1", "RUN step 2", "RUN step 3");
    assertThat(archive.layers()).allMatch(Layer::present);
    assertThat(archive.layers()).extracting(Layer::packing).containsOnly(packing);
    assertThat(archive.files(0).entries())
        .extracting(e -> e.kind() + " " + e.path() + " " + e.size())
        .containsExactly("FOLDER /etc 0", "FILE /etc/motd 7", "FILE /big 9000");
    assertThat(archive.files(1).entries())
        .extracting(e -> e.kind() + " " + e.path())
        .containsExactly("FILE /etc/motd", "WHITEOUT /big");
    assertThat(archive.files(3).entries()).extracting(Entry::path).containsExactly("/etc");
    assertThat(text(archive, 0, "/etc/motd")).isEqualTo("welcome");
    assertThat(text(archive, 1, "/etc/motd")).isEqualTo("hello");
  }

  static String text(ImageArchive archive, int layer, String path) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archive.copy(layer, path, out, 1 << 20);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingStaysBehind() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(layers()))) {
      assertThat(archive.size()).isPositive();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
