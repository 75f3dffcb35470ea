// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import drydock.messages.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/// What an I/O error means, in words.
final class Reasons {
  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return Messages.get("workspace.reason.denied");
    }
    String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return orName(text, e);
  }

  private static String orName(@Nullable String text, IOException e) {
    return text == null || text.isBlank() ? e.getClass().getSimpleName() : text;
  }
}
