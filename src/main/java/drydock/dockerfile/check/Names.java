// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Span;
import drydock.dockerfile.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Suggestions of names, and the changes that follow from them.
final class Names {
  private Names() {}

  /// " (did you mean $x?)", or nothing.
  static String didYouMean(String sign, @Nullable String suggestion) {
    return suggestion == null ? "" : " (did you mean " + sign + suggestion + "?)";
  }

  /// Writes the suggested name instead of a variable's.
  static @Nullable Fix rename(Word word, String name, @Nullable String suggestion) {
    if (suggestion == null) {
      return null;
    }
    Matcher matcher =
        Pattern.compile("\\$\\{?(" + Pattern.quote(name) + ")(?![A-Za-z0-9_])")
            .matcher(word.text());
    return matcher.find()
        ? Fix.replace(word.part(matcher.start(1), matcher.end(1)).span(), suggestion)
        : null;
  }

  /// Removes a word with the blanks up to the one behind it.
  static Fix remove(Word word, Word next) {
    return Fix.replace(new Span(word.span().start(), next.span().start()), "");
  }
}
