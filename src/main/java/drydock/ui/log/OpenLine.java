// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.Arrays;

/// The line that a process is writing, as a terminal keeps it: cells, each with a style, and a cursor.
final class OpenLine {
  /// Longer lines go on in the next one.
  static final int MAX = 1 << 16;

  private static final int TAB = 8;

  private final StringBuilder cells = new StringBuilder();

  /// One for each cell, and what was there before beyond them; of no account while all cells are plain.
  private Style[] styles = new Style[0];

  private boolean styled;
  private final StyledText.Packer packer = new StyledText.Packer();
  private int cursor;

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /// How many characters may still be put.
  int room() {
    return MAX - cursor;
  }

  /// Puts characters at the cursor, over what stands there.
  void put(CharSequence source, int from, int to, Style style) {
    int length = to - from;
    int end = cursor + length;
    if (cursor == cells.length()) {
      cells.append(source, from, to);
    } else {
      cells.replace(cursor, Math.min(end, cells.length()), source.subSequence(from, to).toString());
    }
    paint(cursor, end, style);
    cursor = end;
  }

  void home() {
    cursor = 0;
  }

  void back(int columns) {
    cursor = Math.max(0, cursor - columns);
  }

  void tab() {
    forward(TAB - cursor % TAB);
  }

  void column(int column) {
    cursor = 0;
    forward(column);
  }

  /// Moves to the right, over blanks where nothing stands yet.
  void forward(int columns) {
    int to = Math.min(MAX, cursor + Math.min(columns, MAX));
    int missing = to - cells.length();
    if (missing > 0) {
      int from = cells.length();
      cells.repeat(' ', missing);
      paint(from, to, Style.PLAIN);
    }
    cursor = to;
  }

  void eraseToEnd() {
    if (cursor < cells.length()) {
      cells.setLength(cursor);
    }
  }

  void eraseToStart() {
    int to = Math.min(cursor + 1, cells.length());
    for (int i = 0; i < to; i++) {
      cells.setCharAt(i, ' ');
    }
    paint(0, to, Style.PLAIN);
  }

  /// The cursor stays where it is, as on a terminal; nearly all programs go home first.
  void eraseAll() {
    int column = cursor;
    cells.setLength(0);
    cursor = 0;
    forward(column);
  }

  /// What stands there now.
  StyledText snapshot() {
    String text = withoutLoneSurrogates(cells);
    if (styled) {
      packRuns();
    }
    return packer.pack(text);
  }

  void clear() {
    cells.setLength(0);
    cursor = 0;
    styled = false;
  }

  private void paint(int from, int to, Style style) {
    if (!styled) {
      if (style.equals(Style.PLAIN)) {
        return;
      }
      styled = true;
      Arrays.fill(styles, 0, Math.min(cells.length(), styles.length), Style.PLAIN);
    }
    int needed = Math.max(to, cells.length());
    if (styles.length < needed) {
      int old = styles.length;
      styles = Arrays.copyOf(styles, Math.min(MAX, Math.max(needed, 2 * old)));
      Arrays.fill(styles, old, styles.length, Style.PLAIN);
    }
    Arrays.fill(styles, from, to, style);
  }

  private void packRuns() {
    int length = cells.length();
    int from = 0;
    for (int i = 1; i <= length; i++) {
      if (i == length || !styles[i].equals(styles[from])) {
        if (!styles[from].equals(Style.PLAIN)) {
          packer.add(from, i, styles[from]);
        }
        from = i;
      }
    }
  }

  private static String withoutLoneSurrogates(StringBuilder cells) {
    for (int i = 0; i < cells.length(); i++) {
      char c = cells.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < cells.length()
                && Character.isLowSurrogate(cells.charAt(i + 1));
        if (pair) {
          i++;
        } else {
          return repaired(cells);
        }
      }
    }
    return cells.toString();
  }

  private static String repaired(CharSequence cells) {
    StringBuilder text = new StringBuilder(cells.length());
    cells
        .codePoints()
        .forEach(
            c ->
                text.appendCodePoint(
                    c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
    return text.toString();
  }
}
