// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which engine to use, one row for each that answers.
final class ChoiceCard {
  private final EngineModel model;
  private final VBox rows = new VBox();
  private final VBox box = new VBox();

  ChoiceCard(EngineModel model) {
    this.model = model;
    rows.getStyleClass().add("engine-choices");
    box.setId("engine-choices");
    box.getStyleClass().addAll("pane-card", "engine-card");
    box.getChildren()
        .setAll(
            ReportCard.heading(Messages.get("engine.choice.title")),
            Sentence.muted(Messages.get("engine.choice.help")),
            rows);
    model.choicesProperty().subscribe(this::show);
  }

  Region node() {
    return box;
  }

  private void show(List<Choice> choices) {
    boolean focused = rows.isFocusWithin();
    ToggleGroup group = new ToggleGroup();
    List<RadioButton> buttons = new ArrayList<>();
    for (Choice choice : choices) {
      RadioButton button = new RadioButton(choice.label());
      button.setId("engine-choice-" + buttons.size());
      button.setMnemonicParsing(false); // DOCKER_HOST
      button.setWrapText(true);
      button.setMinHeight(Region.USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(choice.chosen());
      button.setOnAction(_ -> model.choose(choice.uri()));
      buttons.add(button);
    }
    rows.getChildren().setAll(buttons);
    if (focused) {
      buttons.stream().filter(RadioButton::isSelected).findFirst().ifPresent(Region::requestFocus);
    }
  }
}
