// SPDX-License-Identifier: Apache-2.0
package drydock.files;

import drydock.messages.Messages;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a file could not be read or written, in words that go on after a colon: "the disk is full". Java has classes for a
/// few causes only; the others are told from the system's English words. A system that speaks another language is
/// quoted, which its user understands too.
public final class Reasons {
  /// @param said what the system's words contain, in lower case
  private record Known(List<String> said, String key) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              List.of("no space left", "not enough space on the disk", "out of disk space"),
              "files.reason.full"),
          new Known(List.of("quota exceeded", "not enough quota"), "files.reason.quota"),
          new Known(List.of("file too large"), "files.reason.tooLarge"),
          new Known(List.of("read-only file system", "write protected"), "files.reason.readOnly"),
          new Known(List.of("too many open files"), "files.reason.tooManyOpen"),
          new Known(
              List.of("file name too long", "filename or extension is too long"),
              "files.reason.longName"),
          new Known(
              List.of("permission denied", "operation not permitted", "access is denied"),
              "files.reason.denied"),
          new Known(List.of("being used by another process"), "files.reason.inUse"),
          new Known(List.of("is a directory"), "files.reason.isFolder"),
          new Known(List.of("not a directory"), "files.reason.noFolder"),
          new Known(List.of("input/output error", "i/o device error"), "files.reason.broken"));

  private Reasons() {}

  /// In words, without a full stop.
  public static String of(Exception failure) {
    return switch (failure) {
      case AccessDeniedException _ -> Messages.get("files.reason.denied");
      case NoSuchFileException _, NotDirectoryException _ -> Messages.get("files.reason.noFolder");
      case FileAlreadyExistsException _ -> Messages.get("files.reason.exists");
      case DirectoryNotEmptyException _ -> Messages.get("files.reason.isFolder");
      case FileSystemLoopException _ -> Messages.get("files.reason.loop");
      case CharacterCodingException _ -> Messages.get("files.reason.notText");
      case ClosedChannelException _ -> Messages.get("files.reason.closed");
      case FileSystemException e -> words(e.getReason(), e);
      default -> words(failure.getMessage(), failure);
    };
  }

  private static String words(@Nullable String said, Exception failure) {
    if (said == null || said.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    String lower = said.toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(known -> known.said().stream().anyMatch(lower::contains))
        .findFirst()
        .map(known -> Messages.get(known.key()))
        .orElseGet(() -> said.strip().replaceFirst("\\.$", ""));
  }
}
