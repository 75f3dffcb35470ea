// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A word with its variables replaced and its quotes removed.
///
/// @param text what came out; the word itself when it cannot be expanded
/// @param words the same, split at blanks outside quotes, as EXPOSE takes it
/// @param known whether all values were known; otherwise unknown ones are left out of the text
/// @param used names that were looked up and found
/// @param unset names that were looked up and not found
/// @param error why the builder refuses it, in its own words; null when it does not
public record Expansion(
    String text,
    List<String> words,
    boolean known,
    Set<String> used,
    Set<String> unset,
    @Nullable String error) {
  public Expansion {
    words = List.copyOf(words);
    used = Set.copyOf(used);
    unset = Set.copyOf(unset);
  }
}
