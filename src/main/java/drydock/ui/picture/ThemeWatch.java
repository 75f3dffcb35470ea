// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import drydock.diagram.Palette;
import drydock.ui.kit.Theme;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Follows the theme of the window that a node is in, by the pseudo-classes of its root.
final class ThemeWatch {
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
      told.accept(palette(root.getPseudoClassStates()));
    }
  }

  private static Palette palette(Set<PseudoClass> classes) {
    if (classes.contains(Theme.CONTRAST_CLASS)) {
      return Palette.CONTRAST;
    }
    return classes.contains(Theme.DARK_CLASS) ? Palette.DARK : Palette.LIGHT;
  }
}
