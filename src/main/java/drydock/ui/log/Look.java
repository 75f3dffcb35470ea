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
  record Piece(String text, Paint fill, @Nullable Paint back, int attributes) {
    static Piece of(String text, Paint fill) {
      return new Piece(text, fill, null, 0);
    }
  }
}
