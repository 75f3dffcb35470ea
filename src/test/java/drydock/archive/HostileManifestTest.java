// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.archive.ArchiveException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Manifests, indexes and configurations that nobody's engine wrote.
class HostileManifestTest {
  @TempDir Path folder;

  private ImageArchive open(byte[] archive) throws IOException {
    return ImageArchive.read(out -> out.write(archive), folder, HostileArchiveTest.SMALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "[[]]",
        "[1]",
        "null",
        "{}",
        "[{}]",
        "[{\"Config\":7}]",
        "[{\"Config\":\"../../etc/passwd\",\"Layers\":[\"/etc/passwd\"]}]",
        "[{\"Config\":\"config\",\"Layers\":[\"a\",\"b\",\"c\"]}]",
        "[{\"Config\":\"manifest.json\",\"Layers\":[]}]"
      })
  void manifestsThatSayNothing(String manifest) {
    byte[] tar =
        new LayerTar()
            .file("manifest.json", manifest)
            .file("config", "{\"rootfs\":{\"diff_ids\":[\"sha256:1\",\"sha256:2\"]}}")
            .bytes();
    assertThatThrownBy(() -> open(tar))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> assertThat(e.reason()).isIn(Reason.BAD_MANIFEST, Reason.NO_IMAGE));
  }

  @Test
  void manifestsWithoutEnd() {
    HostileArchiveTest.refused(
        Reason.TOO_LARGE,
        "manifest.json",
        () -> open(new LayerTar().file("manifest.json", " ".repeat(10_001)).bytes()));
    HostileArchiveTest.refused(
        Reason.BAD_MANIFEST,
        "manifest.json",
        () -> open(new LayerTar().file("manifest.json", "[".repeat(9_000)).bytes()));
    List<byte[]> layers = SavedImages.tars(new LayerTar(), new LayerTar(), new LayerTar());
    Bounds two =
        new Bounds(
            HostileArchiveTest.SMALL.saved(),
            HostileArchiveTest.SMALL.unpacked(),
            9,
            2,
            10_000,
            500,
            1);
    HostileArchiveTest.refused(
        Reason.TOO_LARGE,
        "blobs",
        () -> ImageArchive.read(out -> out.write(SavedImages.docker25(layers)), folder, two));
  }

  @Test
  void anIndexThatLeadsToItself() {
    String digest = "sha256:" + "a".repeat(64);
    String index = SavedImages.Oci.index(List.of(SavedImages.Oci.descriptor(digest, "", "")));
    HostileArchiveTest.refused(
        Reason.TOO_LARGE,
        "index.json",
        () ->
            open(
                new LayerTar()
                    .file("index.json", index)
                    .file("blobs/sha256/" + "a".repeat(64), index)
                    .bytes()));
  }
}
