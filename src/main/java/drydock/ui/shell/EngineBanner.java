// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EndpointAttempt;
import drydock.engine.EngineStatus;
import drydock.engine.HostSystem;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.kit.Action;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// While no engine answers: what to do about it, calmly, and on request everything that was tried. It goes by itself when
/// an engine appears.
final class EngineBanner {
  private final VBox box = new VBox();
  private final Label advice = new Label();
  private final ToggleButton more = new ToggleButton(Messages.get("shell.banner.tried"));
  private final GridPane tried = new GridPane();

  EngineBanner(Action tryAgain) {
    advice.setId("engine-advice");
    advice.setGraphic(new FontIcon("mdi2l-lifebuoy"));
    advice.setWrapText(true);
    advice.setMinHeight(Label.USE_PREF_SIZE);
    advice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(advice, Priority.ALWAYS);
    more.setId("engine-tried");
    more.setTooltip(new Tooltip(Messages.get("shell.banner.tried.help")));
    Button retry = tryAgain.button();
    retry.setMinWidth(Button.USE_PREF_SIZE);
    more.setMinWidth(Button.USE_PREF_SIZE);
    HBox row = new HBox(advice, more, retry);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("banner-row");
    tried.getStyleClass().add("banner-tried");
    tried.visibleProperty().bind(more.selectedProperty());
    tried.managedProperty().bind(tried.visibleProperty());
    box.setId("engine-banner");
    box.getStyleClass().add("banner");
    box.getChildren().setAll(row, tried);
    box.managedProperty().bind(box.visibleProperty());
    box.setVisible(false);
  }

  Node node() {
    return box;
  }

  /// Unfolds what was tried.
  void tellMore() {
    more.setSelected(true);
  }

  void show(EngineStatus status) {
    switch (status) {
      case EngineStatus.Unavailable none -> {
        advice.setText(
            Messages.get(
                "shell.banner.none", Problems.advice(none.attempts(), HostSystem.current())));
        list(none.attempts());
        box.setVisible(true);
      }
      case EngineStatus.Searching _, EngineStatus.Ready _ -> box.setVisible(false);
    }
  }

  private void list(List<EndpointAttempt> attempts) {
    tried.getChildren().clear();
    int row = 0;
    for (EndpointAttempt attempt : attempts) {
      Label where = new Label(Problems.named(attempt));
      where.setWrapText(true);
      Label words = new Label(Problems.words(attempt.result()));
      words.setMinWidth(Label.USE_PREF_SIZE);
      Label remedy = new Label(Problems.remedy(attempt.result(), HostSystem.current()));
      remedy.setWrapText(true);
      remedy.getStyleClass().add("muted");
      tried.addRow(row++, where, words, remedy);
    }
  }
}
