// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.doctor.Report;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Topic;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page about the engine: what `drydock doctor` says, and the choice among engines.
public final class EnginePage {
  /// In pixels: longer lines are hard to read.
  private static final double WIDEST = 1020;

  private final EngineModel model;
  private final BorderPane page = new BorderPane();
  private final VBox column = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final Label progress = new Label();
  private final Map<Topic, StackPane> slots = new EnumMap<>(Topic.class);
  private final Action copy;

  /// @param onClose told that the person has read enough
  public EnginePage(EngineModel model, Runnable onClose) {
    this.model = model;
    ChoiceCard choices = new ChoiceCard(model);
    copy =
        new Action(
            "engine-copy",
            Messages.get("engine.page.copy"),
            Messages.get("engine.page.copy.help"),
            "mdi2c-content-copy",
            null,
            this::copy);
    Action again =
        new Action(
            "engine-again",
            Messages.get("engine.page.again"),
            Messages.get("engine.page.again.help"),
            "mdi2r-refresh",
            null,
            model::lookAgain);
    Action close =
        new Action(
            "engine-close",
            Messages.get("engine.page.close"),
            Messages.get("engine.page.close.help"),
            "mdi2c-close",
            null,
            onClose);
    Label title = new Label(Messages.get("engine.page.title"));
    title.getStyleClass().add("title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    progress.setId("engine-progress");
    progress.getStyleClass().add("muted");
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    HBox head = new HBox(title, progress, button(again), button(copy), button(close));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("engine-head");
    for (Topic topic : Topic.values()) {
      slots.put(topic, new StackPane());
    }
    column.getStyleClass().add("engine-column");
    column.getChildren().setAll(slots.values());
    column.getChildren().add(1, choices.node()); // after the summary
    column.setMaxWidth(WIDEST);
    StackPane middle = new StackPane(column);
    middle.setAlignment(Pos.TOP_CENTER);
    scroll.setContent(middle);
    scroll.setId("engine-report");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("engine-scroll");
    scroll.setAccessibleText(Messages.get("engine.page.title"));
    page.setTop(head);
    page.setCenter(scroll);
    page.setId("engine-page");
    page.getStyleClass().addAll("pane-card", "engine-page");
    page.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            onClose.run();
            event.consume();
          }
        });
    model.reportProperty().subscribe(this::show);
    model.busyProperty().subscribe(_ -> tellProgress());
    model.problemProperty().subscribe(_ -> tellProgress());
  }

  public Region node() {
    return page;
  }

  /// Takes the keyboard: the arrows scroll, Escape closes.
  public void focus() {
    scroll.requestFocus();
  }

  private void tellProgress() {
    progress.setText(
        model.busyProperty().get()
            ? Messages.get("engine.page.busy")
            : model.problemProperty().get());
  }

  private void show(@Nullable Report report) {
    List<Section> sections = report == null ? List.of() : report.sections();
    copy.enabledProperty().set(report != null);
    slots.forEach(
        (topic, slot) ->
            fill(slot, sections.stream().filter(s -> s.topic() == topic).findFirst().orElse(null)));
  }

  /// A section that says what it said before stays as it is.
  private static void fill(StackPane slot, @Nullable Section section) {
    if (!Objects.equals(slot.getUserData(), section)) {
      slot.setUserData(section);
      slot.getChildren()
          .setAll(section == null ? List.of() : List.of(new ReportCard(section).node()));
    }
    slot.setVisible(section != null);
    slot.setManaged(section != null);
  }

  private static Button button(Action action) {
    Button button = action.button();
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void copy() {
    Report report = model.reportProperty().get();
    if (report != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(String.join("\n", report.text()) + "\n");
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
