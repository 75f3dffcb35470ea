// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.settings.Settings.Appearance;
import drydock.ui.kit.Motion;
import drydock.ui.kit.SystemWish;
import drydock.ui.kit.Theme;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/// The theme of all windows, and whether things move in them: as the person chose, else as the system asks. What is chosen
/// is remembered. JavaFX thread only.
final class WindowLook {
  private final Memory memory;
  private final SystemWish system;
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme");
  private final Motion motion = new Motion();

  WindowLook(Memory memory, SystemWish system) {
    this.memory = memory;
    this.system = system;
    system.themeProperty().subscribe(_ -> settle());
    system.calmProperty().subscribe(_ -> settle());
  }

  ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  Motion motion() {
    return motion;
  }

  Appearance appearance() {
    return memory.settings().appearance();
  }

  /// Whether the person wants no motion, whatever the system asks for.
  boolean calm() {
    return memory.settings().calm();
  }

  /// Dresses a scene, now and whenever the theme changes.
  void dress(Scene scene) {
    theme.subscribe(now -> now.apply(scene));
  }

  void choose(Appearance appearance) {
    memory.change(s -> s.withAppearance(appearance));
    settle();
  }

  void calm(boolean wanted) {
    memory.change(s -> s.withCalm(wanted));
    settle();
  }

  /// Light, dark, high contrast, and light again.
  void next() {
    choose(
        switch (theme.get()) {
          case LIGHT -> Appearance.DARK;
          case DARK -> Appearance.CONTRAST;
          case CONTRAST -> Appearance.LIGHT;
        });
  }

  private void settle() {
    theme.set(
        switch (appearance()) {
          case LIGHT -> Theme.LIGHT;
          case DARK -> Theme.DARK;
          case CONTRAST -> Theme.CONTRAST;
          case SYSTEM -> system.themeProperty().get();
        });
    motion.calmProperty().set(calm() || system.calmProperty().get());
  }
}
