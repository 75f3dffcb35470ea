// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import java.io.IOException;

/// A picture cannot be written as it was asked for; the message is a sentence for people.
public final class ExportException extends IOException {
  private static final long serialVersionUID = 1;

  ExportException(String sentence) {
    super(sentence);
  }
}
