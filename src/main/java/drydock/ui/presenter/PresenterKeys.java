// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys while a room looks on. What is pressed with Ctrl, Alt or the command key keeps its usual meaning, and so does
/// what is typed into a field.
final class PresenterKeys {
  private final PresenterModel model;

  PresenterKeys(PresenterModel model) {
    this.model = model;
  }

  /// To be asked before anything else gets the key.
  void pressed(KeyEvent event) {
    if (model.onProperty().get() && meansSomething(event)) {
      event.consume();
    }
  }

  private boolean meansSomething(KeyEvent event) {
    if (event.getCode().isModifierKey()) {
      return false;
    }
    if (model.blackProperty().get()) {
      model.turnBlack();
      return true;
    }
    if (event.isShortcutDown()
        || event.isControlDown()
        || event.isAltDown()
        || event.isMetaDown()) {
      return false;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      model.leave();
      return true;
    }
    Deed deed = Deed.of(event, model.spotlightProperty().get());
    if (deed == null || isForItself(event.getTarget(), event.getCode())) {
      return false;
    }
    deed.does(model);
    return true;
  }

  /// Whether what has the focus wants this key.
  private static boolean isForItself(EventTarget focused, KeyCode code) {
    boolean writes =
        code.isLetterKey()
            || code.isDigitKey()
            || code.isArrowKey()
            || code == KeyCode.SPACE
            || code == KeyCode.BACK_SPACE
            || code == KeyCode.PERIOD
            || code == KeyCode.DECIMAL;
    return (focused instanceof TextInputControl && writes)
        || (focused instanceof ButtonBase && code == KeyCode.SPACE);
  }
}
