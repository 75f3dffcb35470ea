// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Digests of files, read once as long as size, time and identity of the file stay as they are. May
/// be used by several threads.
public final class FileDigests {
  private static final int MOST = 50_000;
  private static final int BUFFER = 1 << 16;

  /// A file that was written just now may be written once more without another time.
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private record Stamp(long size, Instant modified, String identity) {
    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(
          attributes.size(),
          attributes.lastModifiedTime().toInstant(),
          Objects.toString(attributes.fileKey(), ""));
    }
  }

  private record Known(Stamp stamp, String digest) {}

  private final Map<Path, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
          return size() > MOST;
        }
      };

  /// The digest of what a file holds, links not followed.
  String of(Path file) throws IOException {
    Stamp stamp =
        Stamp.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    synchronized (known) {
      Known before = known.get(file);
      if (before != null && before.stamp.equals(stamp)) {
        return before.digest;
      }
    }
    String digest = read(file);
    if (stamp.modified.isBefore(Instant.now().minus(SETTLED))) {
      synchronized (known) {
        known.put(file, new Known(stamp, digest));
      }
    }
    return digest;
  }

  private static String read(Path file) throws IOException {
    MessageDigest sha = Digests.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    }
    return Digests.hex(sha);
  }
}
