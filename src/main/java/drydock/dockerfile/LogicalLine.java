// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Arrays;

/// Physical lines joined over their continuations, each character knowing where it stands in the file.
public final class LogicalLine {
  private final StringBuilder joined = new StringBuilder();
  private String text = "";

  /// For each piece: where it begins here, and in the file.
  private int[] pieces = new int[4];

  private int count;

  LogicalLine() {}

  void append(String source, int from, int to) {
    if (2 * count + 2 > pieces.length) {
      pieces = Arrays.copyOf(pieces, pieces.length * 2);
    }
    pieces[2 * count] = joined.length();
    pieces[2 * count + 1] = from;
    count++;
    joined.append(source, from, to);
    text = "";
  }

  /// The joined text: without escape characters at line ends, comments and empty lines.
  public String text() {
    if (text.isEmpty()) {
      text = joined.toString();
    }
    return text;
  }

  /// Where a character of the joined text stands in the file.
  public int offset(int index) {
    int piece = piece(index);
    return pieces[2 * piece + 1] + index - pieces[2 * piece];
  }

  /// The first character of the joined text that stands at `offset` of the file or behind it: the
  /// inverse of [#offset(int)] for what is joined.
  public int index(int offset) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces[2 * middle + 1] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int end = low == count - 1 ? joined.length() : pieces[2 * low + 2];
    return Math.clamp(pieces[2 * low] + (long) offset - pieces[2 * low + 1], 0, end);
  }

  /// The last piece that begins at `index` or before.
  private int piece(int index) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces[2 * middle] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// All of it.
  public Word all() {
    return new Word(this, 0, text().length());
  }

  /// Paints a range of the joined text, in pieces where a continuation lies between.
  void paint(Paint paint, TokenKind kind, int from, int to) {
    int end = to;
    for (int piece = piece(Math.max(from, to - 1)); from < end; piece--) {
      int start = Math.max(from, pieces[2 * piece]);
      int shift = pieces[2 * piece + 1] - pieces[2 * piece];
      paint.paint(kind, start + shift, end + shift);
      end = start;
    }
  }
}
