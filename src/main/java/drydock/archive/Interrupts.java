// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.InterruptedIOException;

/// Long work asks now and then whether it is still wanted.
final class Interrupts {
  private Interrupts() {}

  /// The thread stays interrupted.
  static void check() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
  }
}
