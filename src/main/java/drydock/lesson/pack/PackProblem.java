// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

/// Something wrong in a pack.
///
/// @param file path inside the pack, with `/`
/// @param line counted from 1; 0 when it is about the whole file
/// @param sentence what is wrong and what to do
public record PackProblem(String file, int line, String sentence) {
  /// `file:line: sentence`
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + sentence;
  }
}
