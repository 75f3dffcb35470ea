// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

/// What is searched for.
record Finder(String query, boolean matchCase) {
  static final Finder NOTHING = new Finder("", false);

  /// Whether a row has it. Progress is not searched: it is gone a moment later.
  boolean matches(Row row) {
    return !query.isEmpty() && !(row instanceof Row.Progress) && find(row.text(), 0) >= 0;
  }

  /// Where the next place with the query starts; -1 when there is none. All are as long as the query.
  int find(String text, int from) {
    if (query.isEmpty()) {
      return -1;
    }
    if (matchCase) {
      return text.indexOf(query, from);
    }
    int last = text.length() - query.length();
    char lower = Character.toLowerCase(query.charAt(0));
    char upper = Character.toUpperCase(lower);
    int nextLower = text.indexOf(lower, from);
    int nextUpper = lower == upper ? -1 : text.indexOf(upper, from);
    while (nextLower >= 0 || nextUpper >= 0) {
      boolean low = nextUpper < 0 || (nextLower >= 0 && nextLower < nextUpper);
      int at = low ? nextLower : nextUpper;
      if (at > last) {
        return -1;
      }
      if (text.regionMatches(true, at, query, 0, query.length())) {
        return at;
      }
      if (low) {
        nextLower = text.indexOf(lower, at + 1);
      } else {
        nextUpper = text.indexOf(upper, at + 1);
      }
    }
    return -1;
  }
}
