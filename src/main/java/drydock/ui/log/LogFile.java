// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Saves a log: a file is there whole, or as it was before.
final class LogFile {
  private LogFile() {}

  static Path write(Path file, List<Row> rows) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    Path part = Files.createTempFile(folder, ".drydock-", ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        for (Row row : rows) {
          out.write(row.text());
          out.write('\n');
        }
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
    return target;
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Why it could not be written.
  static String reason(Exception failure) {
    return switch (failure) {
      case AccessDeniedException _ -> Messages.get("log.save.denied");
      case NoSuchFileException _ -> Messages.get("log.save.noFolder");
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> failure.toString();
    };
  }
}
