// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// Physical lines joined over their continuations, each character knowing where it stands in the file.
final class LogicalLine {
  private final StringBuilder joined = new StringBuilder();
  private int[] offsets = new int[128];

  void append(String source, int from, int to) {
    while (offsets.length < joined.length() + to - from) {
      offsets = java.util.Arrays.copyOf(offsets, offsets.length * 2);
    }
    for (int i = from; i < to; i++) {
      offsets[joined.length()] = i;
      joined.append(source.charAt(i));
    }
  }

  String text() {
    return joined.toString();
  }

  /// Paints a span of the joined text, in pieces where a continuation lies between.
  void paint(Paint paint, TokenKind kind, int from, int to) {
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || offsets[i] != offsets[i - 1] + 1) {
        paint.paint(kind, offsets[start], offsets[i - 1] + 1);
        start = i;
      }
    }
  }
}
