// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.EngineInfo;
import drydock.engine.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ImageTars that nobody should trust: what is in them, and which of them no engine gets.
class ImageArchiveTest {
  private static final String CONFIG = "{\"os\":\"linux\"}";
  private static final String MANIFEST =
      "[{\"Config\":\"blobs/sha256/c\",\"RepoTags\":[\"web:1\"],\"Layers\":[]}]";
  private static final String INDEX =
      """
      {"schemaVersion":2,"manifests":[{"digest":"sha256:m","annotations":{
        "io.containerd.image.name":"docker.io/library/web:1","org.opencontainers.image.ref.name":"1"}}]}
      """;
  private static final String LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}";

  @Test
  void theListOfTheEnginesOwnStoreProvesAnImage() throws IOException {
    byte[] tar =
        new ImageTars()
            .folder("blobs/")
            .file("blobs/sha256/c", CONFIG)
            .file("index.json", INDEX)
            .file("manifest.json", MANIFEST)
            .file("oci-layout", LAYOUT)
            .file("repositories", "{\"web\":{\"1\":\"l\"}}")
            .bytes();
    String id = read(tar).digests().get("blobs/sha256/c");
    assertThat(id).startsWith("sha256:").hasSize(71);
    assertThat(claims(tar, Samples.INFO)).containsExactly("web:1=" + id);
    assertThat(claims(ImageTars.gzip(tar), Samples.INFO)).containsExactly("web:1=" + id);
    assertThat(claims(tar, on(EngineInfo.ImageStore.CONTAINERD, false)))
        .containsExactly("docker.io/library/web:1=sha256:m");
    assertThat(claims(tar, on(EngineInfo.ImageStore.GRAPH_DRIVER, true)))
        .as("Podman tries one list after the other")
        .containsExactly("web:1=");
  }

  @Test
  void aNameOfAnotherListIsNotForgotten() throws IOException {
    byte[] tar =
        new ImageTars()
            .file("index.json", INDEX.replace("web:1", "other:2"))
            .file("manifest.json", MANIFEST)
            .file("repositories", "{\"old\":{\"3\":\"l\",\"4\":\"l\"},\"web\":{\"1\":\"l\"}}")
            .bytes();
    assertThat(claims(tar, Samples.INFO))
        .containsExactly("web:1=", "docker.io/library/other:2=", "old:3=", "old:4=");
    assertThat(claims(tar, on(EngineInfo.ImageStore.CONTAINERD, false)))
        .as("without its oci-layout the index is not gone by")
        .containsExactly("web:1=", "docker.io/library/other:2=", "old:3=", "old:4=");
  }

  @Test
  void anImageThatOnlySaysWhatItIsProvesNothing() throws IOException {
    String lie = MANIFEST.replace("blobs/sha256/c", "blobs/sha256/" + "a".repeat(64));
    byte[] tar =
        new ImageTars()
            .file("blobs/sha256/" + "a".repeat(64), "{}")
            .file("manifest.json", lie)
            .bytes();
    assertThat(claims(tar, Samples.INFO))
        .as("the digest is that of the content, whatever the file is called")
        .containsExactly(
            "web:1=sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void oneNameForTwoImagesIsClaimedTwice() throws IOException {
    String two =
        "[{\"Config\":\"a\",\"RepoTags\":[\"web:1\"]},{\"Config\":\"b\",\"RepoTags\":[\"web:1\"]}]";
    byte[] tar = new ImageTars().file("a", "{}").file("b", "[]").file("manifest.json", two).bytes();
    assertThat(claims(tar, Samples.INFO)).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void linksBetweenTheLayersOfOldArchivesAreFine() throws IOException {
    byte[] tar =
        new ImageTars()
            .folder("l1/")
            .file("l1/layer.tar", "x")
            .folder("l2/")
            .link("l2/layer.tar", "../l1/layer.tar")
            .file("manifest.json", MANIFEST)
            .bytes();
    assertThat(claims(tar, Samples.INFO)).containsExactly("web:1=");
  }

  @Test
  void whatIsNoArchiveIsSaid() {
    unfit(new byte[0], "ends before");
    unfit("hello".repeat(1000).getBytes(StandardCharsets.UTF_8), "neither a tar");
    unfit("hi".getBytes(StandardCharsets.UTF_8), "ends before");
    unfit(new byte[2048], "holds no image");
    unfit(new ImageTars().file("README", "x").bytes(), "holds no image");
    unfit(new ImageTars().file("manifest.json", "[]").bytes(), "holds no image");
    unfit(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "ends before");
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] tar = good().bytes();
    byte[] packed = ImageTars.gzip(tar);
    for (int length = 0; length < tar.length - 512; length += 256) {
      assertUnfit(Arrays.copyOf(tar, length));
    }
    for (int length = 0; length < packed.length - 8; length++) {
      assertUnfit(Arrays.copyOf(packed, length));
    }
  }

  @Test
  void entriesThatLeadElsewhereAreRefused() {
    unfit(good().file("../evil", "x").bytes(), "leads out");
    unfit(good().file("/evil", "x").bytes(), "leads out");
    unfit(good().file("a/../../evil", "x").bytes(), "leads out");
    unfit(good().file("a/../b", "x").bytes(), "leads out");
    unfit(good().file("a\\b", "x").bytes(), "leads out");
    unfit(good().link("l", "/etc/passwd").bytes(), "leads out");
    unfit(good().link("l", "../x").bytes(), "leads out");
    unfit(good().link("a/l", "../../x").bytes(), "leads out");
    unfit(good().link("l", "x").file("l/manifest.json", "[]").bytes(), "leads out");
    unfit(good().file("l/x", "").link("l", ".").bytes(), "leads out");
    unfit(good().link("l", "m/x").link("m", ".").bytes(), "leads out");
    unfit(good().file("d/".repeat(40) + "x", "").bytes(), "more than");
  }

  @Test
  void whatTwoReadersCouldReadInTwoWaysIsRefused() {
    unfit(good().file("manifest.json", "[]").bytes(), "same path");
    unfit(good().file("./manifest.json", "[]").bytes(), "same path");
    unfit(good().folder("x/").file("x", "").bytes(), "same path");
    unfit(new ImageTars().link("manifest.json", "other").bytes(), "of a kind");
    // hard link, devices, pipe, contiguous file, long names and links, sparse file, extended
    // headers
    for (String type : List.of("1", "3", "4", "6", "7", "K", "L", "S", "g", "x", "X", "D", "V")) {
      unfit(patched(156, type), "of a kind");
    }
    unfit(patched(124, "\0"), "of a kind"); // a size that begins with a NUL
    unfit(patched(124, "\u0080"), "of a kind"); // a size in binary
    unfit(patched(257, "\0\0\0\0\0\0\0\0"), "neither a tar"); // a header of 1979
    unfit(patched(508, "tar\0"), "neither a tar"); // xstar
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[{\"RepoTags\":[\"a:1\"],\"repotags\":[\"victim:1\"]}]",
        "[{\"RepoTag\u017f\":[\"victim:1\"]}]",
        "[{\"RepoTags\":[\"a:1\"],\"RepoTags\":[\"victim:1\"]}]",
        "[{\"RepoTags\":[\"../../etc\"]}]",
        "[{\"RepoTags\":[\"a b\"]}]",
        "[{\"RepoTags\":[\"-x\"]}]",
        "[{\"RepoTags\":[\"a?b=c\"]}]",
        "[{\"RepoTags\":[\"\"]}]",
      })
  void oddListsAreRefused(String manifest) {
    unfit(new ImageTars().file("manifest.json", manifest).bytes(), "list of images");
  }

  @Test
  void deepAndLargeListsAreRefused() {
    unfit(new ImageTars().file("manifest.json", "[".repeat(100_000)).bytes(), "list of images");
    unfit(new ImageTars().file("manifest.json", " ".repeat(5 << 20)).bytes(), "more than");
    assertThatThrownBy(() -> read(many())).isInstanceOf(Unfit.class).hasMessageContaining("more");
  }

  @Test
  void anythingElseInAListIsNoHarm() throws IOException {
    for (String odd : List.of("[7]", "[null]", "{\"a\":1}", "[{\"RepoTags\":7,\"Config\":[]}]")) {
      byte[] tar =
          new ImageTars()
              .file("manifest.json", odd)
              .file("index.json", "{\"manifests\":[7,{\"annotations\":[]}]}")
              .file("repositories", "{\"a\":7}")
              .bytes();
      assertThat(claims(tar, Samples.INFO)).isEmpty();
    }
  }

  private static ImageTars good() {
    return new ImageTars().file("manifest.json", MANIFEST).file("blobs/sha256/c", CONFIG);
  }

  /// A good archive with some bytes of its first header changed, and the checksum with them.
  private static byte[] patched(int at, String bytes) {
    byte[] tar = good().bytes();
    byte[] patch = bytes.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(patch, 0, tar, at, patch.length);
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xff;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, tar, 148, digits.length);
    return tar;
  }

  private static byte[] many() {
    ImageTars archive = good();
    for (int i = 0; i < 20_001; i++) {
      archive.file("f" + i, "");
    }
    return archive.bytes();
  }

  private static void unfit(byte[] tar, String words) {
    assertThatExceptionOfType(Unfit.class)
        .isThrownBy(() -> claims(tar, Samples.INFO))
        .withMessageContaining(words);
  }

  private static void assertUnfit(byte[] tar) {
    assertThatThrownBy(() -> claims(tar, Samples.INFO)).isInstanceOf(IOException.class);
  }

  private static ImageArchive read(byte[] tar) throws IOException {
    return ImageArchive.read(new ByteArrayInputStream(tar));
  }

  private static List<String> claims(byte[] tar, EngineInfo info) throws IOException {
    return new ImageClaims(read(tar)).on(info).stream().map(c -> c.name() + "=" + c.id()).toList();
  }

  private static EngineInfo on(EngineInfo.ImageStore store, boolean podman) {
    EngineInfo i = Samples.INFO;
    return new EngineInfo(
        i.endpoint(),
        i.id(),
        i.name(),
        i.version(),
        i.product(),
        podman,
        i.api(),
        i.machine(),
        new EngineInfo.Storage("x", store, "/x"),
        i.cgroups(),
        i.builder(),
        i.securityOptions(),
        i.warnings(),
        i.clockSkew());
  }
}
