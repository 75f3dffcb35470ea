// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// What an archive of images holds, read without unpacking anything: the files that list its
/// images, and the digests of the files small enough to be an image's configuration. The archive is
/// not trusted.
///
/// @param lists by path: `manifest.json`, `index.json`, `repositories`, `oci-layout`
/// @param digests "sha256:…" of small files, by path
record ImageArchive(Map<String, byte[]> lists, Map<String, String> digests) {
  static final String MANIFEST = "manifest.json";
  static final String INDEX = "index.json";
  static final String REPOSITORIES = "repositories";
  static final String LAYOUT = "oci-layout";

  private static final Set<String> LISTS = Set.of(MANIFEST, INDEX, REPOSITORIES, LAYOUT);
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_SMALL = 4 << 20;
  private static final long MOST_BYTES = 100L << 30;

  /// @throws Unfit when it is no archive, or one that could do harm
  static ImageArchive read(InputStream in) throws IOException {
    try {
      return new Reading().read(unpacked(new BufferedInputStream(in, 1 << 16)));
    } catch (EOFException e) {
      throw new Unfit(Unfit.Reason.ENDS_EARLY);
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    in.mark(GZIP.length);
    boolean packed = Arrays.equals(in.readNBytes(GZIP.length), GZIP);
    in.reset();
    return packed
        ? GzipCompressorInputStream.builder()
            .setInputStream(in)
            .setDecompressConcatenated(true)
            .get()
        : in;
  }

  private static final class Reading {
    private final Map<String, byte[]> lists = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private final ArchivePaths paths = new ArchivePaths();
    private long bytes;

    ImageArchive read(InputStream in) throws IOException {
      StrictTar tar = new StrictTar(in);
      int entries = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        bytes += entry.getSize();
        if (++entries > MOST_ENTRIES || bytes > MOST_BYTES) {
          throw new Unfit(Unfit.Reason.TOO_LARGE);
        }
        take(tar, entry);
      }
      paths.check();
      return new ImageArchive(lists, digests);
    }

    private void take(StrictTar tar, TarArchiveEntry entry) throws IOException {
      String path = paths.add(entry);
      boolean list = LISTS.contains(path);
      if (list && (entry.isSymbolicLink() || entry.isDirectory())) {
        throw new Unfit(Unfit.Reason.ODD_ENTRY);
      }
      if (list && entry.getSize() > MOST_SMALL) {
        throw new Unfit(Unfit.Reason.TOO_LARGE);
      }
      if (!entry.isSymbolicLink() && !entry.isDirectory() && entry.getSize() <= MOST_SMALL) {
        byte[] content = tar.readAllBytes();
        digests.put(path, digest(content));
        if (list) {
          lists.put(path, content);
        }
      }
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
