// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// One tab for each picture that there is; in two rows where one has no room for their names.
final class PictureTabs {
  private final PictureModel model;
  private final FlowPane root = new FlowPane();
  private final ToggleGroup group = new ToggleGroup();

  PictureTabs(PictureModel model) {
    this.model = model;
    root.getStyleClass().add("picture-tabs");
    model.kinds().addListener((ListChangeListener<PictureModel.Kind>) _ -> fill());
    model.kindProperty().addListener((_, _, _) -> choose());
    fill();
  }

  Region node() {
    return root;
  }

  private void fill() {
    root.getChildren().clear();
    group.getToggles().clear();
    for (PictureModel.Kind kind : model.kinds()) {
      ToggleButton tab = new ToggleButton(kind.title());
      tab.setId("picture-tab-" + kind.name().toLowerCase(java.util.Locale.ROOT));
      tab.getStyleClass().setAll("picture-tab");
      tab.setMinWidth(Region.USE_PREF_SIZE);
      tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
      tab.setUserData(kind);
      tab.setToggleGroup(group);
      tab.setOnAction(
          _ -> {
            model.kindProperty().set(kind);
            // a tab that is shown stays pressed
            tab.setSelected(true);
          });
      root.getChildren().add(tab);
    }
    choose();
  }

  private void choose() {
    group.getToggles().stream()
        .filter(t -> t.getUserData() == model.kindProperty().get())
        .forEach(t -> t.setSelected(true));
  }
}
