// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import java.io.IOException;
import java.util.Objects;

/// A file that is no recording, or none that this version can read. The message is a sentence for
/// people.
public final class UnreadableRecording extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableRecording(String sentence) {
    super(sentence);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
