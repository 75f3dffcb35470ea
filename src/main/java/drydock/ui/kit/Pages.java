// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import drydock.messages.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// To walk through more things than are shown at a time; takes no room while all are.
public final class Pages {
  private final IntegerProperty page;
  private final ObservableIntegerValue total;
  private final int each;
  private final Label where = new Label();
  private final Action back;
  private final Action on;
  private final HBox root;

  /// @param id of the node; its buttons' ids begin with it
  /// @param page which one is shown, counted from 0; set by this
  /// @param total how many things there are
  /// @param each how many are shown at a time
  public Pages(String id, IntegerProperty page, ObservableIntegerValue total, int each) {
    this.page = page;
    this.total = total;
    this.each = each;
    back = action(id + "-back", Messages.get("kit.pages.back"), "mdi2c-chevron-left", -1);
    on = action(id + "-on", Messages.get("kit.pages.on"), "mdi2c-chevron-right", 1);
    where.setMinWidth(Label.USE_PREF_SIZE);
    root = new HBox(4, button(back), where, button(on));
    root.setId(id);
    root.setAlignment(Pos.CENTER_LEFT);
    page.addListener(_ -> show());
    total.addListener(_ -> show());
    show();
  }

  public Node node() {
    return root;
  }

  private Action action(String id, String text, String icon, int step) {
    return new Action(id, text, text, icon, null, () -> page.set(page.get() + step));
  }

  private static Button button(Action action) {
    Button button = action.iconButton();
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private void show() {
    int first = page.get() * each;
    where.setText(
        Messages.get("kit.pages.of", first + 1, Math.min(total.get(), first + each), total.get()));
    back.enabledProperty().set(page.get() > 0);
    on.enabledProperty().set(first + each < total.get());
    root.setVisible(total.get() > each);
    root.setManaged(root.isVisible());
  }
}
