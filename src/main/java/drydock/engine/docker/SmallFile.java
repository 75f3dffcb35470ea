// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads Docker's own settings and certificates, which are a few kilobytes: a file that never ends shall not fill the
/// memory.
final class SmallFile {
  private static final int LIMIT = 1 << 20;

  private SmallFile() {}

  /// @throws java.nio.file.NoSuchFileException without the file
  static byte[] read(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // reading from a named pipe waits for a writer
      throw new IOException("not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new DockerHttp.TooLarge(LIMIT);
      }
      return bytes;
    }
  }
}
