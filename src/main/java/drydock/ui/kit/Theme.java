// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Light or dark: AtlantaFX's Primer themes and one style sheet of ours over their `-color-*` tokens. Each feature's
/// rules stand in `<feature>.css` beside its classes and are imported by `drydock.css`.
public enum Theme {
  LIGHT,
  DARK;

  private static final PseudoClass DARK_CLASS = PseudoClass.getPseudoClass("dark");

  /// Dresses a scene; call it again to change its theme.
  public void apply(Scene scene) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    String own =
        Objects.requireNonNull(Theme.class.getResource("/drydock/ui/kit/drydock.css"))
            .toExternalForm();
    if (!scene.getStylesheets().contains(own)) {
      scene.getStylesheets().add(own);
    }
    scene.getRoot().pseudoClassStateChanged(DARK_CLASS, this == DARK);
  }
}
