// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import org.jspecify.annotations.Nullable;

/// `name=value` of ENV, LABEL or ARG, quotes still there.
///
/// @param word all of it
/// @param name what stands before the `=`
/// @param value null for `ARG name` alone
public record Pair(Word word, Word name, @Nullable Word value) {
  /// The value as written; null when there is none.
  public @Nullable String text() {
    Word written = value;
    return written == null ? null : written.text();
  }
}
