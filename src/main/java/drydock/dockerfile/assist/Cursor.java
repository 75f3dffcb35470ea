// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Chars;
import drydock.dockerfile.LogicalLine;
import drydock.dockerfile.Span;

/// A place among the words of an instruction. The word around it ends where its line ends: what is
/// replaced never reaches over a line end.
///
/// @param index of the caret in the joined line
/// @param from where its word begins there
/// @param to where it ends
record Cursor(LogicalLine line, int offset, int index, int from, int to) {

  static Cursor of(LogicalLine line, int offset) {
    String text = line.text();
    int index = line.index(offset);
    int from = index;
    while (from > 0
        && !Chars.isSpace(text.charAt(from - 1))
        && line.offset(from - 1) + index - from + 1 == offset) {
      from--;
    }
    int to = index;
    while (to < text.length()
        && !Chars.isSpace(text.charAt(to))
        && line.offset(to) - (to - index) == offset) {
      to++;
    }
    return new Cursor(line, offset, index, from, to);
  }

  /// Narrowed to a part of its word.
  Cursor within(int newFrom, int newTo) {
    return new Cursor(line, offset, index, newFrom, newTo);
  }

  /// From behind the last of some characters before the caret.
  Cursor behind(String separators) {
    int at = index;
    while (at > from && separators.indexOf(line.text().charAt(at - 1)) < 0) {
      at--;
    }
    return within(at, to);
  }

  /// Up to the first of some characters behind the caret.
  Cursor upTo(String separators) {
    int at = index;
    while (at < to && separators.indexOf(line.text().charAt(at)) < 0) {
      at++;
    }
    return within(from, at);
  }

  /// The part of the word before the caret.
  String typed() {
    return line.text().substring(from, index);
  }

  /// All of the word.
  String word() {
    return line.text().substring(from, to);
  }

  /// Whether this stands directly behind the word.
  boolean isFollowedBy(char c) {
    return to < line.text().length() && line.text().charAt(to) == c;
  }

  Span span() {
    return new Span(offset - (index - from), offset + (to - index));
  }
}
