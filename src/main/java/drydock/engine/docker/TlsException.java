// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;

/// Certificates that cannot be used. The message is for people: which file, and what to do.
final class TlsException extends IOException {
  private static final long serialVersionUID = 1L;

  TlsException(String message) {
    super(message);
  }
}
