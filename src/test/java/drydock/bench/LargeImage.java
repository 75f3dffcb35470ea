// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A saved image of many files, as an engine since Docker 25 writes it: each layer adds files, and overwrites or removes
/// some of the layer below it.
record LargeImage(int layers, int files) {
  private static final int PER_FOLDER = 20;

  /// Leaves `saved.tar` and, beside it, the layers as files.
  ///
  /// @return the archive
  Path write(Path folder) throws IOException {
    Path layerFolder = Files.createDirectories(folder.resolve("layers"));
    Path saved = folder.resolve("saved.tar");
    List<String> digests = new ArrayList<>();
    try (TarArchiveOutputStream tar = tar(saved)) {
      for (int i = 0; i < layers; i++) {
        Path layer = layerFolder.resolve("%03d.tar".formatted(i));
        layer(i, layer);
        byte[] content = Files.readAllBytes(layer);
        digests.add(sha256(content));
        file(tar, "blobs/sha256/" + digests.getLast(), content);
      }
      file(tar, "config.json", config(digests).getBytes(StandardCharsets.UTF_8));
      file(tar, "manifest.json", manifest(digests).getBytes(StandardCharsets.UTF_8));
    }
    return saved;
  }

  private void layer(int number, Path to) throws IOException {
    Random random = new Random(number);
    try (TarArchiveOutputStream tar = tar(to)) {
      for (int i = 0; i < files; i++) {
        String folder = "usr/share/package" + number + "_" + i / PER_FOLDER;
        if (i % PER_FOLDER == 0) {
          tar.putArchiveEntry(new TarArchiveEntry(folder + "/"));
          tar.closeArchiveEntry();
        }
        file(tar, folder + "/file" + i % PER_FOLDER, new byte[random.nextInt(3_000)]);
      }
      if (number > 0) {
        String below = "usr/share/package" + (number - 1);
        file(tar, below + "_1/file3", new byte[random.nextInt(3_000)]);
        file(tar, below + "_2/.wh.file4", new byte[0]);
        file(tar, "usr/share/.wh.package" + (number - 1) + "_3", new byte[0]);
      }
    }
  }

  private static TarArchiveOutputStream tar(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    return new TarArchiveOutputStream(out, 512, "UTF-8");
  }

  private static void file(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static String config(List<String> digests) {
    return "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[%s]}}"
        .formatted(list("sha256:", digests));
  }

  private static String manifest(List<String> digests) {
    return "[{\"Config\":\"config.json\",\"RepoTags\":[\"large:1\"],\"Layers\":[%s]}]"
        .formatted(list("blobs/sha256/", digests));
  }

  private static String list(String before, List<String> digests) {
    return String.join(",", digests.stream().map(d -> "\"" + before + d + "\"").toList());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
