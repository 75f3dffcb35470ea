// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// A part of a logical line, as it was written: quotes and escapes are still there, continuations are not.
///
/// @param from index in the line's joined text
/// @param to index behind it
public record Word(LogicalLine line, int from, int to) {
  /// What was written.
  public String text() {
    return line.text().substring(from, to);
  }

  public boolean isEmpty() {
    return from == to;
  }

  /// Where it stands in the file; a continuation may lie inside.
  public Span span() {
    int start = line.offset(from);
    return new Span(start, isEmpty() ? start : line.offset(to - 1) + 1);
  }

  /// A part of it.
  ///
  /// @param start counted from its own begin
  public Word part(int start, int end) {
    return new Word(line, from + start, from + end);
  }

  /// From its character `start` on.
  public Word from(int start) {
    return new Word(line, from + start, to);
  }

  /// Without white space around it.
  Word trimmed() {
    int start = Chars.skipSpace(line.text(), from, to);
    int end = to;
    while (end > start && Chars.isSpace(line.text().charAt(end - 1))) {
      end--;
    }
    return new Word(line, start, end);
  }

  @Override
  public String toString() {
    return text();
  }
}
