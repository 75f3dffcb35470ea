// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.List;

/// One line of text with the pieces of it that do not look plain, in order and without overlap.
record StyledText(String text, List<Run> runs) {
  StyledText {
    runs = List.copyOf(runs);
  }

  /// @param to exclusive
  record Run(int from, int to, Style style) {}

  static StyledText plain(String text) {
    return new StyledText(text, List.of());
  }
}
