// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Light, dark or in high contrast: AtlantaFX's Primer themes and one style sheet of ours over their `-color-*` tokens.
/// The root of a scene carries the pseudo-class of its theme.
public enum Theme {
  LIGHT,
  DARK,
  /// Black on white, with outlines and rings that cannot be overlooked.
  CONTRAST;

  /// Of the root of a dark scene.
  public static final PseudoClass DARK_CLASS = PseudoClass.getPseudoClass("dark");

  /// Of the root of a scene in high contrast.
  public static final PseudoClass CONTRAST_CLASS = PseudoClass.getPseudoClass("contrast");

  /// Dresses a scene; call it again to change its theme.
  public void apply(Scene scene) {
    Application.setUserAgentStylesheet(
        this == DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    String own =
        Objects.requireNonNull(Theme.class.getResource("/drydock/ui/kit/drydock.css"))
            .toExternalForm();
    if (!scene.getStylesheets().contains(own)) {
      scene.getStylesheets().add(own);
    }
    scene.getRoot().pseudoClassStateChanged(DARK_CLASS, this == DARK);
    scene.getRoot().pseudoClassStateChanged(CONTRAST_CLASS, this == CONTRAST);
  }
}
