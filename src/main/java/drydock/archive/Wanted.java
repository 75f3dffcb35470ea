// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.Locale;

/// Which paths of a comparison a filter leaves.
final class Wanted {
  private final Comparison comparison;
  private final Filter filter;
  private final String text;

  Wanted(Comparison comparison, Filter filter) {
    this.comparison = comparison;
    this.filter = filter;
    this.text = filter.text().toLowerCase(Locale.ROOT);
  }

  boolean[] shown() {
    boolean[] shown = new boolean[comparison.count()];
    boolean[] named = text.isEmpty() ? shown : named();
    for (int node = shown.length - 1; node > 0; node--) {
      if (comparison.there(node)
          && (shown[node]
              || (filter.changes().contains(comparison.change(node))
                  && (text.isEmpty() || named[node])))) {
        shown[node] = true;
        shown[comparison.parent(node)] = true;
      }
    }
    return shown;
  }

  /// Paths that have the text in them: in their last part, or in that of a folder above.
  private boolean[] named() {
    boolean[] named = new boolean[comparison.count()];
    boolean slashed = text.contains("/");
    for (int node = 1; node < named.length; node++) {
      named[node] =
          named[comparison.parent(node)]
              || (slashed ? comparison.path(node) : comparison.name(node))
                  .toLowerCase(Locale.ROOT)
                  .contains(text);
    }
    return named;
  }
}
