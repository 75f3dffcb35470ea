// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import org.jspecify.annotations.Nullable;

/// `--name=value` between the keyword and the operands.
///
/// @param word as written
/// @param nameWord the name as written, without the hyphens
/// @param valueWord behind the `=`, as written; null without one
/// @param name without quotes
/// @param value without quotes and escapes, as the builder reads them; null without `=`
public record Flag(
    Word word, Word nameWord, @Nullable Word valueWord, String name, @Nullable String value) {
  /// As the builder has it: `--name=value` without quotes.
  public String text() {
    return "--" + name + (value == null ? "" : "=" + value);
  }
}
