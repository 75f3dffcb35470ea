// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file could not be read, written or named so. The message is a sentence for people.
public final class WorkspaceException extends IOException {
  private static final long serialVersionUID = 1;

  public WorkspaceException(String sentence) {
    super(sentence);
  }

  public WorkspaceException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
