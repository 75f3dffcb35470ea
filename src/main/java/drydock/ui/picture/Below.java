// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/// The picture, and below it what belongs to something in it, with a divider in between.
final class Below {
  private static final double SHARE = 0.5;

  private final SplitPane root;
  private final Map<PictureModel.Kind, Node> parts = new EnumMap<>(PictureModel.Kind.class);
  private double share = SHARE;

  Below(Node picture) {
    root = new SplitPane(picture);
    root.setOrientation(Orientation.VERTICAL);
    root.getStyleClass().add("picture-split");
  }

  SplitPane node() {
    return root;
  }

  /// Whether something is shown below the picture.
  boolean isOpen() {
    return root.getItems().size() > 1;
  }

  /// @param part null for none
  void set(PictureModel.Kind kind, @Nullable Node part) {
    if (part == null) {
      parts.remove(kind);
    } else {
      parts.put(kind, part);
    }
  }

  /// Shows what belongs to this picture.
  void show(PictureModel.Kind kind) {
    Node wanted = parts.get(kind);
    Node now = root.getItems().size() > 1 ? root.getItems().get(1) : null;
    if (Objects.equals(wanted, now)) {
      return;
    }
    if (now != null) {
      share = root.getDividerPositions()[0];
    }
    Node picture = root.getItems().getFirst();
    root.getItems().setAll(wanted == null ? List.of(picture) : List.of(picture, wanted));
    if (wanted != null) {
      root.setDividerPositions(share);
    }
  }
}
