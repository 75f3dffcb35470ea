// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How well a proposal fits what was typed: by its begin, by the begin of one of its parts, by its
/// initials or letters in order.
final class Match {
  private static final int BEGIN = 0;
  private static final int PART = 1;
  private static final int LETTERS = 2;
  private static final int NONE = 3;
  private static final int APART = 3;

  private record Scored(Proposal proposal, int score) {}

  private Match() {}

  /// Those that fit, the best first and otherwise in the order given.
  static List<Proposal> sorted(String typed, List<Proposal> all) {
    List<Scored> fitting = new ArrayList<>();
    for (Proposal proposal : all) {
      int score = score(typed, proposal.label());
      if (score < NONE) {
        fitting.add(new Scored(proposal, score));
      }
    }
    fitting.sort(Comparator.comparingInt(Scored::score));
    return fitting.stream().map(Scored::proposal).toList();
  }

  private static int score(String typed, String label) {
    if (label.regionMatches(true, 0, typed, 0, typed.length())) {
      return BEGIN;
    }
    for (int i = 1; i < label.length(); i++) {
      if (isPart(label, i) && label.regionMatches(true, i, typed, 0, typed.length())) {
        return PART;
      }
    }
    return typed.length() > 1 && hasLetters(lower(typed), lower(label)) ? LETTERS : NONE;
  }

  private static boolean isPart(String label, int at) {
    return Character.isLetterOrDigit(label.charAt(at))
        && !Character.isLetterOrDigit(label.charAt(at - 1));
  }

  /// Whether all letters come in order and not too far apart, the first of them at the begin of a
  /// part.
  private static boolean hasLetters(String typed, String label) {
    for (int i = 0; i < label.length(); i++) {
      boolean begins = label.charAt(i) == typed.charAt(0) && (i == 0 || isPart(label, i));
      if (begins && follow(typed, label, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean follow(String typed, String label, int from) {
    int at = from;
    for (int i = 0; i < typed.length(); i++) {
      at = label.indexOf(typed.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return at - from <= 2 * typed.length() + APART;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
