// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.List;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/// How a row looks: pieces from the left, and perhaps one at the right edge.
///
/// @param indent in characters
record Look(int indent, List<Piece> pieces, @Nullable Piece right) {
  static final Look EMPTY = new Look(0, List.of(), null);

  /// @param attributes of [Style]
  /// @param fixed whether each character takes one column, whatever font it comes from
  record Piece(String text, Paint fill, @Nullable Paint back, int attributes, boolean fixed) {
    Piece(String text, Paint fill, @Nullable Paint back, int attributes) {
      this(text, fill, back, attributes, false);
    }

    static Piece of(String text, Paint fill) {
      return new Piece(text, fill, null, 0);
    }

    /// A sign that stands in a column of its own.
    static Piece sign(String text, Paint fill) {
      return new Piece(text, fill, null, Style.BOLD, true);
    }
  }
}
