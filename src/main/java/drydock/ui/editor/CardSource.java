// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import java.util.List;

/// Something that can explain places of a text.
@FunctionalInterface
interface CardSource {
  /// An explanation, and the place that it is about.
  record Explained(Span span, CardContent content) {}

  /// What is to be said of the character at `offset`; empty for nothing.
  List<Explained> at(int offset);

  /// What is to be said where the caret is: of what stands before or behind it, or of its line.
  default List<Explained> atCaret(int offset) {
    List<Explained> behind = at(offset);
    return behind.isEmpty() && offset > 0 ? at(offset - 1) : behind;
  }

  /// What is to be said beside the mark of a line.
  default List<Explained> onLine(int start, int end) {
    return List.of();
  }
}
