// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.messages.Messages;

/// How figures look.
final class Amounts {
  private Amounts() {}

  /// Room on a disk, in powers of ten as Docker counts it: "4.2 GB".
  static String disk(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return format("%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000 ? format("%.1f MB", bytes / 1e6) : format("%.1f GB", bytes / 1e9);
  }

  /// Memory, in powers of two as the engine's machine has it: "7.8 GiB".
  static String memory(long bytes) {
    return format("%.1f GiB", (double) bytes / (1L << 30));
  }

  static String seconds(double seconds) {
    return format("%.1f", seconds);
  }

  private static String format(String pattern, double value) {
    return String.format(Messages.locale(), pattern, value);
  }
}
