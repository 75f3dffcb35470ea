// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.nio.charset.StandardCharsets;

/// Names of an archive as they may stand in a sentence.
final class OddName {
  private static final int SHOWN = 120;

  private OddName() {}

  /// The beginning of a name that may be endless and may be no text.
  static String start(byte[] name, int length) {
    String text = new String(name, 0, Math.min(length, SHOWN), StandardCharsets.UTF_8);
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return length > SHOWN ? clean + "…" : clean;
  }
}
