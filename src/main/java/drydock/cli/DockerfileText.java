// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A Dockerfile as text.
final class DockerfileText {
  private static final int LARGEST = 4 << 20;

  private DockerfileText() {}

  static String read(Path file) throws Unreadable {
    try {
      if (Files.isDirectory(file)) {
        throw new Unreadable(Messages.get("cli.dockerfile.folder", file));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new Unreadable(Messages.get("cli.dockerfile.tooLarge", file));
        }
        if (isUtf16(bytes)) {
          throw new Unreadable(Messages.get("cli.dockerfile.utf16", file));
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (NoSuchFileException e) {
      throw new Unreadable(Messages.get("cli.dockerfile.missing", file));
    } catch (IOException e) {
      throw new Unreadable(Messages.get("cli.dockerfile.unreadable", file, e));
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
