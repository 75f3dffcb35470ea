// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import drydock.engine.HostSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
                .getBytes(UTF_8));
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
    return out.toString(UTF_8);
  }

  @Test
  void nothingStaysBehind() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, SavedImages.docker25(layers()))) {
      assertThat(archive.size()).isPositive();
      try (Stream<Path> there = Files.list(folder)) {
        assertThat(there.count())
            .as("a name that others could open")
            .isEqualTo(HostSystem.current() == HostSystem.WINDOWS ? 1 : 0);
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anArchivePackedAsAWhole() throws IOException {
    byte[] packed = LayerTar.pack(Packing.GZIP, SavedImages.docker25(layers()));
    try (ImageArchive archive = SavedImages.open(folder, packed)) {
      check(archive, Packing.PLAIN);
    }
  }

  /// As `pigz`, eStargz and zstd:chunked leave them.
  @Test
  void layersPackedInSeveralPieces() throws IOException {
    byte[] tar = new LayerTar().file("a", "x".repeat(3_000)).file("b", "1").bytes();
    byte[] start = Arrays.copyOf(tar, 700);
    byte[] rest = Arrays.copyOfRange(tar, 700, tar.length);
    byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
    for (Packing packing : List.of(Packing.GZIP, Packing.ZSTD)) {
      ByteArrayOutputStream pieces = new ByteArrayOutputStream();
      pieces.write(LayerTar.pack(packing, start));
      if (packing == Packing.ZSTD) {
        pieces.write(skippable);
      }
      pieces.write(LayerTar.pack(packing, rest));
      byte[] saved = SavedImages.docker25(List.of(pieces.toByteArray()));
      try (ImageArchive archive = SavedImages.open(folder, saved)) {
        assertThat(archive.files(0).entries()).extracting(Entry::path).containsExactly("/a", "/b");
        assertThat(text(archive, 0, "/b")).isEqualTo("1");
      }
    }
  }

  @Test
  void layersThatAreNotThere() throws IOException {
    List<byte[]> layers = layers();
    String missing = "blobs/sha256/" + "1".repeat(64);
    String foreign = "sha256:" + LayerTar.sha256(layers.get(1));
    String manifest =
        SavedImages.manifest("config", List.of("layer", missing, "link", "folder"))
            .replace(
                "\"RepoTags\"",
                "\"LayerSources\":{\"%s\":{\"urls\":[\"https://example.com/x\"]}},\"RepoTags\""
                    .formatted(foreign));
    byte[] saved =
        new LayerTar()
            .file("layer", layers.get(0), _ -> {})
            .symlink("link", "../../etc/passwd")
            .folder("folder")
            .file("config", SavedImages.config(layers))
            .file("manifest.json", manifest)
            .bytes();
    try (ImageArchive archive = SavedImages.open(folder, saved)) {
      assertThat(archive.layers())
          .extracting(Layer::presence)
          .containsExactly(
              new Layer.Present(),
              new Layer.Foreign(List.of("https://example.com/x")),
              new Layer.Missing(Layer.Reason.BROKEN_LINK),
              new Layer.Missing(Layer.Reason.NO_FILE));
      assertThatThrownBy(() -> archive.files(1)).hasMessageContaining("Layer 2 is not in");
      assertThat(archive.tree(3).unknown()).containsExactly(1, 2, 3);
      assertThat(archive.tree(3).only(Filter.SEEN).find("/etc/motd")).isPresent();
      assertThat(archive.drill("/etc/motd").layers().get(2)).isEqualTo(new CoreDrill.Unknown());
      assertThat(archive.waste()).isEmpty();
    }
  }

  @Test
  void aMissingLayerIsDescribedByTheManifest() throws IOException {
    SavedImages.Oci oci = new SavedImages.Oci();
    ArrayNode descriptors = new ObjectMapper().createArrayNode();
    descriptors.addObject().put("digest", "sha256:" + "2".repeat(64)).put("size", 4711);
    String config = oci.blob(SavedImages.config(layers().subList(0, 1)).getBytes(UTF_8));
    String manifest = oci.manifest("sha256:" + config, descriptors);
    oci.index("index.json", List.of(SavedImages.Oci.descriptor(manifest, "linux", "amd64")));
    try (ImageArchive archive = SavedImages.open(folder, oci.tar.bytes())) {
      Layer layer = archive.layers().getFirst();
      assertThat(layer.presence()).isEqualTo(new Layer.Missing(Layer.Reason.NOT_IN_ARCHIVE));
      assertThat(layer.size()).isEqualTo(4711);
      assertThat(layer.digest()).isEqualTo("sha256:" + "2".repeat(64));
      assertThat(archive.names()).isEmpty();
    }
  }

  @Test
  void ofSeveralPlatformsThisComputersIsRead() throws IOException {
    String here = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    SavedImages.Oci oci = new SavedImages.Oci();
    String other = oci.image(SavedImages.tars(new LayerTar().file("other", "")), Packing.GZIP);
    String ours = oci.image(SavedImages.tars(new LayerTar().file("ours", "")), Packing.ZSTD);
    oci.index(
        "index.json",
        List.of(
            SavedImages.Oci.descriptor(other, "linux", "riscv64"),
            SavedImages.Oci.descriptor(ours, "linux", here)));
    try (ImageArchive archive = SavedImages.open(folder, oci.tar.bytes())) {
      assertThat(archive.files(0).entries()).extracting(Entry::path).containsExactly("/ours");
    }
  }

  /// Built by BuildKit of Docker 28.5 with `-o type=oci,compression=zstd`: a nested index with an attestation.
  @Test
  void whatBuildKitPacksWithZstd() throws IOException {
    byte[] saved = Files.readAllBytes(Path.of("src/test/resources/fixtures/buildkit-zstd.tar"));
    String long7 = "0".repeat(119) + "7";
    try (ImageArchive archive = SavedImages.open(folder, saved)) {
      assertThat(archive.platform()).isEqualTo("linux/amd64");
      assertThat(archive.layers()).extracting(Layer::packing).containsOnly(Packing.ZSTD);
      assertThat(archive.layers())
          .extracting(Layer::createdBy)
          .containsExactly("COPY /one / # buildkit", "COPY /two /etc # buildkit");
      assertThat(archive.files(0).entries())
          .extracting(e -> e.kind() + " " + e.path() + " " + e.size() + " " + e.target())
          .containsExactlyInAnyOrder(
              "FOLDER /" + long7 + " 0 ",
              "FILE /" + long7 + "/grüße 0 ",
              "FOLDER /etc 0 ",
              "FILE /etc/hard 8 ",
              "SYMLINK /etc/link 0 motd",
              "FILE /zeros 30000 ",
              "HARD_LINK /etc/motd 0 /etc/hard");
      assertThat(text(archive, 0, "/etc/motd")).isEqualTo("welcome\n");
      assertThat(text(archive, 1, "/etc/motd")).isEqualTo("hello\n");
      assertThat(archive.drill("/etc/link").leadsTo()).isEqualTo("/etc/motd");
      assertThat(archive.tree(1).find("/etc/motd").orElseThrow().change())
          .isEqualTo(Change.CHANGED);
      assertThat(archive.waste()).as("the other name of the file is still seen").isEmpty();
    }
  }

  @Test
  void closingEndsWhatIsAtWork() throws Exception {
    LayerTar large = new LayerTar();
    for (int i = 0; i < 20_000; i++) {
      large.file("folder" + i % 50 + "/file" + i, "");
    }
    byte[] saved = SavedImages.docker25(SavedImages.tars(large));
    for (int round = 0; round < 5; round++) {
      ImageArchive archive = SavedImages.open(folder, saved);
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  while (true) {
                    archive.copy(0, "/folder0/file0", OutputStream.nullOutputStream(), 1);
                    archive.tree(0);
                  }
                } catch (IOException | RuntimeException e) {
                  end.set(e);
                }
              });
      reader.start();
      Thread.sleep(20L * round);
      archive.close();
      reader.join(10_000);
      assertThat(end.get())
          .isInstanceOfSatisfying(
              ArchiveException.class,
              e -> assertThat(e.reason()).isEqualTo(ArchiveException.Reason.CLOSED));
    }
  }
}
