// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was perhaps meant: the nearest of some words, at most two letters away. BuildKit's rule (`util/suggest`).
public final class Suggestion {
  private static final int NEAR = 3;

  /// No name is longer.
  private static final int LONGEST = 100;

  private Suggestion() {}

  /// The nearest word in the case of `word`; null when none is near, or when the word is among them.
  public static @Nullable String ignoringCase(String word, List<String> words) {
    String found = nearest(lower(word), words.stream().map(Suggestion::lower).toList());
    return found != null && word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(lower(word))
        ? found.toUpperCase(Locale.ROOT)
        : found;
  }

  /// The nearest word; null when none is near, or when the word is among them.
  public static @Nullable String nearest(String word, List<String> words) {
    String found = null;
    int best = NEAR;
    int[] letters = word.codePoints().toArray();
    for (String candidate : words) {
      if (candidate.equals(word)) {
        return null;
      }
      int distance = distance(letters, candidate);
      // BuildKit takes any of equally near ones; mixed up letters are the likeliest mistake
      if (distance < best || (distance == best && found != null && isMixedUp(word, candidate))) {
        best = distance;
        found = candidate;
      }
    }
    return found;
  }

  /// BuildKit's words for it: " (did you mean x?)", or nothing.
  static String words(@Nullable String suggestion) {
    return suggestion == null ? "" : " (did you mean " + suggestion + "?)";
  }

  private static boolean isMixedUp(String one, String two) {
    return Arrays.equals(one.chars().sorted().toArray(), two.chars().sorted().toArray());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// Levenshtein's distance; `NEAR` for anything farther, so that only places less than `NEAR`
  /// apart need a look.
  private static int distance(int[] a, String candidate) {
    int length = candidate.codePointCount(0, candidate.length());
    if (Math.abs(a.length - length) >= NEAR || length > LONGEST) {
      return NEAR;
    }
    int[] b = candidate.codePoints().toArray();
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int first = Math.max(1, i - NEAR);
      int last = Math.min(b.length, i + NEAR);
      int diagonal = row[first - 1];
      int nearest = i;
      row[first - 1] = first == 1 ? i : NEAR;
      for (int j = first; j <= last; j++) {
        int above = j == i + NEAR ? NEAR : row[j];
        int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        nearest = Math.min(nearest, row[j]);
        diagonal = above;
      }
      if (nearest >= NEAR) {
        return NEAR;
      }
    }
    return Math.min(NEAR, row[b.length]);
  }
}
