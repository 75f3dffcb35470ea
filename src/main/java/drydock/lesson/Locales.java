// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Language tags.
final class Locales {
  private Locales() {}

  /// The one of `others` to use for `wanted`; empty when that is `first`, or none is near.
  static Optional<String> nearest(String wanted, String first, Collection<String> others) {
    Optional<String> exact = others.stream().filter(o -> o.equalsIgnoreCase(wanted)).findFirst();
    if (exact.isPresent() || first.equalsIgnoreCase(wanted)) {
      return exact;
    }
    String language = language(wanted);
    return language(first).equals(language)
        ? Optional.empty()
        : others.stream().filter(o -> language(o).equals(language)).sorted().findFirst();
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
