// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EndpointAttempt;
import drydock.engine.HostSystem;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.kit.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
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

/// One calm line about the engine, when there is something to say: what to do while none answers, and on request
/// everything that was tried; or that another one is used than one might think. It goes by itself when it is no longer so.
final class EngineBanner {
  private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");

  private final VBox box = new VBox();
  private final Label advice = new Label();
  private final ToggleButton more = new ToggleButton(Messages.get("shell.banner.tried"));
  private final GridPane tried = new GridPane();
  private final Button retry;
  private final Button choose;
  private final Button dismiss = new Button(null, new FontIcon("mdi2c-close"));
  private final Consumer<EngineAdvice> onDismiss;
  private final Set<EngineAdvice> dismissed = new HashSet<>();
  private EngineAdvice shown = new EngineAdvice.Nothing();

  /// @param about opens the engine's page
  /// @param onDismiss told which hint the person has read and closed
  EngineBanner(Action tryAgain, Action about, Consumer<EngineAdvice> onDismiss) {
    this.onDismiss = onDismiss;
    advice.setId("engine-advice");
    advice.setGraphic(new FontIcon("mdi2l-lifebuoy"));
    advice.setWrapText(true);
    advice.setMinHeight(Label.USE_PREF_SIZE);
    advice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(advice, Priority.ALWAYS);
    more.setId("engine-tried");
    more.setTooltip(new Tooltip(Messages.get("shell.banner.tried.help")));
    retry = tryAgain.button();
    retry.setText(Messages.get("shell.banner.again"));
    choose = about.button();
    choose.setId("engine-choose");
    dismiss.setId("engine-dismiss");
    dismiss.getStyleClass().addAll("icon-button", "flat");
    dismiss.setAccessibleText(Messages.get("shell.notice.close"));
    dismiss.setTooltip(new Tooltip(Messages.get("shell.notice.close")));
    dismiss.setOnAction(_ -> dismiss());
    HBox row = new HBox(advice, more, retry, choose, dismiss);
    for (Node button : List.of(more, retry, choose, dismiss)) {
      button.managedProperty().bind(button.visibleProperty());
    }
    for (Button button : List.of(retry, choose, dismiss)) {
      button.setMinWidth(Button.USE_PREF_SIZE);
    }
    more.setMinWidth(Button.USE_PREF_SIZE);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("banner-row");
    tried.getStyleClass().add("banner-tried");
    tried.visibleProperty().bind(more.selectedProperty().and(more.visibleProperty()));
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

  /// The same advice twice changes nothing: a search every few seconds must not make the window flicker.
  void show(EngineAdvice next) {
    if (next.equals(shown)) {
      return;
    }
    shown = next;
    switch (next) {
      case EngineAdvice.Nothing _ -> box.setVisible(false);
      case EngineAdvice.Missing missing -> {
        list(missing.attempts());
        say(missing.sentence(), Messages.get("shell.banner.about"), false);
      }
      case EngineAdvice.Instead(String sentence) ->
          say(sentence, Messages.get("shell.banner.choose"), true);
      case EngineAdvice.Several(String sentence) ->
          say(sentence, Messages.get("shell.banner.choose"), true);
    }
  }

  private void say(String sentence, String toPage, boolean hint) {
    advice.setText(sentence);
    advice.setGraphic(new FontIcon(hint ? "mdi2i-information-outline" : "mdi2l-lifebuoy"));
    choose.setText(toPage);
    choose.setAccessibleText(toPage);
    more.setVisible(!hint);
    retry.setVisible(!hint);
    dismiss.setVisible(hint);
    box.pseudoClassStateChanged(HINT, hint);
    box.setVisible(!dismissed.contains(shown));
  }

  private void dismiss() {
    dismissed.add(shown);
    box.setVisible(false);
    onDismiss.accept(shown);
  }

  private void list(List<EndpointAttempt> attempts) {
    tried.getChildren().clear();
    int row = 0;
    for (EndpointAttempt attempt : attempts) {
      Label where = new Label(Problems.named(attempt));
      where.setWrapText(true);
      Label words = new Label(Problems.words(attempt.result()));
      words.setMinWidth(Label.USE_PREF_SIZE);
      Label remedy = new Label(Problems.remedy(attempt, HostSystem.current()));
      remedy.setWrapText(true);
      remedy.getStyleClass().add("muted");
      tried.addRow(row++, where, words, remedy);
    }
  }
}
