// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// An operand: as it was written, and as the builder takes it, which differs in the JSON form only. Variables in it are
/// still there.
///
/// @param word for the JSON form with its quotation marks
/// @param text without them, escapes resolved
public record Value(Word word, String text) {
  static Value of(Word word) {
    return new Value(word, word.text());
  }
}
