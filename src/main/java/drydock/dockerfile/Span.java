// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// A range of a file, in characters (UTF-16 code units, as Java and text areas count).
///
/// @param start offset of the first character
/// @param end offset behind the last character
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  /// Whether a character at `offset`, or a cursor just behind the range, belongs to it.
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  /// What stands there.
  public String of(String text) {
    return text.substring(start, end);
  }

  /// From the begin of this to the end of `other`.
  Span to(Span other) {
    return new Span(start, Math.max(start, other.end));
  }
}
