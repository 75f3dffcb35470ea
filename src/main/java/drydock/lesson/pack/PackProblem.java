// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

/// Something wrong in a pack.
///
/// @param code of the rule that it breaks; never changes: see [Rule#code]
/// @param file path inside the pack, with `/`
/// @param line counted from 1; 0 when it is about the whole file
/// @param column counted from 1; 0 when it is about the whole line
/// @param sentence what is wrong and what to do
public record PackProblem(
    String code, Severity severity, String file, int line, int column, String sentence) {
  /// `file:line:column: sentence`
  @Override
  public String toString() {
    return place() + ": " + sentence;
  }

  /// `file:line:column`, as far as it is known.
  public String place() {
    return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
  }
}
