// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A Dockerfile as text, or a sentence that says why there is none.
///
/// @param text empty when it cannot be read
/// @param unreadable null when it can
record DockerfileText(String text, @Nullable String unreadable) {
  private static final int LARGEST = 4 << 20;

  static DockerfileText read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return new DockerfileText("", Messages.get("cli.dockerfile.folder", file));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          return new DockerfileText("", Messages.get("cli.dockerfile.tooLarge", file));
        }
        return isUtf16(bytes)
            ? new DockerfileText("", Messages.get("cli.dockerfile.utf16", file))
            : new DockerfileText(new String(bytes, StandardCharsets.UTF_8), null);
      }
    } catch (NoSuchFileException e) {
      return new DockerfileText("", Messages.get("cli.dockerfile.missing", file));
    } catch (IOException e) {
      return new DockerfileText("", Messages.get("cli.dockerfile.unreadable", file, e));
    }
  }

  /// A byte order mark, or every other byte of the first letters a zero.
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 4) {
      return false;
    }
    int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfeff
        || mark == 0xfffe
        || (bytes[0] == 0 && bytes[2] == 0)
        || (bytes[1] == 0 && bytes[3] == 0);
  }
}
