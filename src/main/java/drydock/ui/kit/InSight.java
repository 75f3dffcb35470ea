// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Whether people can see a node: it is in a window that is there and not minimised, and it and all
/// around it are visible. A window behind another counts as seen: no system tells.
public final class InSight {
  private static final ObservableValue<Boolean> NO = new ReadOnlyBooleanWrapper(false);
  private static final ObservableValue<Boolean> YES = new ReadOnlyBooleanWrapper(true);

  private InSight() {}

  public static ObservableValue<Boolean> of(Node node) {
    return node.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(InSight::open)
        .flatMap(open -> open ? visible(node) : NO)
        .orElse(false);
  }

  private static ObservableValue<Boolean> open(Window window) {
    ObservableValue<Boolean> big =
        window instanceof Stage stage ? stage.iconifiedProperty().map(small -> !small) : YES;
    return window.showingProperty().flatMap(showing -> showing ? big : NO);
  }

  private static ObservableValue<Boolean> visible(Node node) {
    return node.visibleProperty()
        .flatMap(
            visible -> visible ? node.parentProperty().flatMap(InSight::visible).orElse(true) : NO);
  }
}
