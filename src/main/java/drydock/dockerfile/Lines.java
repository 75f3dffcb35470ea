// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Arrays;

/// Where the lines of a text begin. A line ends with `\n`, as for the builder.
public final class Lines {
  private final String text;
  private int[] starts = new int[64];
  private int count;

  Lines(String text) {
    this.text = text;
    add(0);
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      add(end + 1);
    }
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }

  /// A place for people.
  ///
  /// @param line counted from 1
  /// @param column counted from 1, in characters of the text
  public record Position(int line, int column) {}

  /// How many lines there are; a text that ends with a line end has an empty last one.
  public int count() {
    return count;
  }

  /// The line of an offset, counted from 1.
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public Position position(int offset) {
    int line = line(offset);
    return new Position(line, offset - starts[line - 1] + 1);
  }

  /// Where a line begins.
  ///
  /// @param line counted from 1; beyond the last it is the end of the text
  public int start(int line) {
    return line > count ? text.length() : starts[Math.max(0, line - 1)];
  }

  /// The characters of some lines, without the end of the last.
  ///
  /// @param first counted from 1
  public Span span(int first, int last) {
    int from = start(first);
    int to = start(last + 1);
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return new Span(from, to);
  }
}
