// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Makes the tar of a layer, or of an archive, entry by entry.
public final class LayerTar {
  static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512, "UTF-8");

  public LayerTar() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  LayerTar gnu() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    return this;
  }

  public LayerTar file(String path, String content) {
    return file(path, content, _ -> {});
  }

  public LayerTar file(String path, String content, Consumer<TarArchiveEntry> more) {
    return file(path, content.getBytes(StandardCharsets.UTF_8), more);
  }

  public LayerTar file(String path, byte[] content, Consumer<TarArchiveEntry> more) {
    TarArchiveEntry entry = new TarArchiveEntry(path, true);
    entry.setSize(content.length);
    entry.setMode(0644);
    return put(entry, content, more);
  }

  public LayerTar folder(String path) {
    return folder(path, _ -> {});
  }

  public LayerTar folder(String path, Consumer<TarArchiveEntry> more) {
    TarArchiveEntry entry = new TarArchiveEntry(path + "/", TarArchiveEntry.LF_DIR, true);
    entry.setMode(0755);
    return put(entry, new byte[0], more);
  }

  public LayerTar symlink(String path, String target) {
    return link(path, target, TarArchiveEntry.LF_SYMLINK);
  }

  public LayerTar hardLink(String path, String target) {
    return link(path, target, TarArchiveEntry.LF_LINK);
  }

  LayerTar link(String path, String target, byte type) {
    TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
    entry.setLinkName(target);
    return put(entry, new byte[0], _ -> {});
  }

  LayerTar device(String path, byte type) {
    return put(new TarArchiveEntry(path, type, true), new byte[0], _ -> {});
  }

  public LayerTar whiteout(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return file(path.substring(0, slash) + ".wh." + path.substring(slash), "");
  }

  public LayerTar opaque(String folder) {
    return file(folder + "/.wh..wh..opq", "");
  }

  private LayerTar put(TarArchiveEntry entry, byte[] content, Consumer<TarArchiveEntry> more) {
    try {
      entry.setModTime(TIME.toEpochMilli());
      more.accept(entry);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public byte[] bytes() {
    try {
      tar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] pack(Packing packing, byte[] content) {
    return switch (packing) {
      case PLAIN -> content;
      case ZSTD -> Zstd.compress(content);
      case GZIP -> {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
          out.write(content);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        yield packed.toByteArray();
      }
    };
  }

  /// Hexadecimal.
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
