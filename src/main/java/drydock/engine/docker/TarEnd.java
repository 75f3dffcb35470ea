// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

/// Watches a tar archive go by, and knows whether it came to its end: two blocks of zeros.
final class TarEnd {
  private static final int LENGTH = 1024;

  private long zeros;
  private long bytes;

  void take(byte[] buffer, int length) {
    bytes += length;
    int at = length;
    while (at > 0 && buffer[at - 1] == 0) {
      at--;
    }
    zeros = at == 0 ? zeros + length : length - at;
  }

  boolean reached() {
    return zeros >= LENGTH && zeros < bytes;
  }
}
