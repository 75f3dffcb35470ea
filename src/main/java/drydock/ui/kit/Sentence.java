// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;

/// Labels for whole sentences: they wrap, and no line of theirs is ever cut off.
public final class Sentence {
  private Sentence() {}

  public static Label of(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// A remark beside what matters more.
  public static Label muted(String text) {
    return of(text, "muted");
  }

  /// A remark that takes room only while `shown` holds.
  public static Label muted(String text, ObservableBooleanValue shown) {
    Label label = muted(text);
    show(label, shown);
    return label;
  }

  /// What went wrong; takes no room while there is nothing to say.
  public static Label problem(ObservableStringValue problem) {
    Label label = of("", "danger");
    label.textProperty().bind(problem);
    show(label, Bindings.isNotEmpty(problem));
    return label;
  }

  private static void show(Label label, ObservableBooleanValue shown) {
    label.visibleProperty().bind(shown);
    label.managedProperty().bind(shown);
  }
}
