// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import drydock.diagram.Palette;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Follows the theme of the window that a node is in: its root carries the pseudo-class `dark`.
final class ThemeWatch {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final Consumer<Palette> told;
  private final SetChangeListener<PseudoClass> changed;
  private @Nullable Parent root;

  private ThemeWatch(Consumer<Palette> told) {
    this.told = told;
    this.changed = _ -> tell();
  }

  static void of(Node node, Consumer<Palette> told) {
    ThemeWatch watch = new ThemeWatch(told);
    node.sceneProperty().addListener((_, _, scene) -> watch.follow(scene));
    watch.follow(node.getScene());
  }

  private void follow(@Nullable Scene scene) {
    if (root != null) {
      root.getPseudoClassStates().removeListener(changed);
    }
    root = scene == null ? null : scene.getRoot();
    if (root != null) {
      root.getPseudoClassStates().addListener(changed);
      tell();
    }
  }

  private void tell() {
    if (root != null) {
      told.accept(root.getPseudoClassStates().contains(DARK) ? Palette.DARK : Palette.LIGHT);
    }
  }
}
