// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A question inside the pane instead of a dialog over it. Escape is the harmless answer.
final class PromptBar {
  private final HBox node = new HBox(8);
  private Runnable harmless = () -> {};
  private Runnable afterwards = () -> {};

  /// @param afterwards where the focus goes when the question is answered
  PromptBar(Runnable afterwards) {
    this.afterwards = afterwards;
    node.setId("editor-prompt");
    node.setAlignment(Pos.CENTER_LEFT);
    node.setVisible(false);
    node.managedProperty().bind(node.visibleProperty());
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  Node node() {
    return node;
  }

  /// Asks for the name of a file.
  void askName(String question, String suggestion, String button, Consumer<String> answer) {
    TextField field = new TextField(suggestion);
    field.setId("editor-prompt-text");
    field.setAccessibleText(question);
    HBox.setHgrow(field, Priority.ALWAYS);
    Runnable accept =
        () -> {
          String name = field.getText().strip();
          if (!name.isEmpty()) {
            close();
            answer.accept(name);
          }
        };
    field.setOnAction(_ -> accept.run());
    show(
        Styles.BAR,
        () -> {},
        label(question, false),
        field,
        button("editor-prompt-yes", button, true, accept),
        button("editor-prompt-no", Messages.get("editor.prompt.cancel"), false, this::close));
    field.requestFocus();
    field.selectAll();
  }

  /// Asks for one of two answers; the second one is harmless and has the focus.
  void askChoice(
      String question, String first, Runnable onFirst, String second, Runnable onSecond) {
    Button harmlessButton =
        button(
            "editor-prompt-no",
            second,
            false,
            () -> {
              close();
              onSecond.run();
            });
    show(
        Styles.BAR_WARNING,
        () -> {},
        label(question, true),
        button(
            "editor-prompt-yes",
            first,
            false,
            () -> {
              close();
              onFirst.run();
            }),
        harmlessButton);
    harmlessButton.requestFocus();
  }

  /// Says something; it stays until it is dismissed. Typing goes on where it was.
  void tell(String sentence, Runnable dismissed) {
    tell(sentence, dismissed, null);
  }

  /// Says something, and what can be done about it.
  void tell(String sentence, Runnable dismissed, @Nullable Action remedy) {
    Runnable close =
        () -> {
          close();
          dismissed.run();
        };
    Button ok = button("editor-prompt-no", Messages.get("editor.prompt.ok"), false, close);
    if (remedy == null) {
      show(Styles.BAR_WARNING, dismissed, label(sentence, true), ok);
    } else {
      Button more = remedy.button();
      more.setMinWidth(HBox.USE_PREF_SIZE);
      // below each other: beside two buttons, a long sentence has no room in a narrow pane
      VBox column = new VBox(6, label(sentence, true), new HBox(8, more, ok));
      HBox.setHgrow(column, Priority.ALWAYS);
      show(Styles.BAR_WARNING, dismissed, column);
    }
  }

  boolean isOpen() {
    return node.isVisible();
  }

  void close() {
    boolean hadFocus = node.isVisible() && node.isFocusWithin();
    node.setVisible(false);
    if (hadFocus) {
      afterwards.run();
    }
  }

  private void show(String style, Runnable onEscape, Node... children) {
    harmless = onEscape;
    node.getStyleClass().setAll(style);
    node.getChildren().setAll(children);
    node.setVisible(true);
  }

  private static Label label(String text, boolean grows) {
    Label label = new Label(text);
    label.setId("editor-prompt-question");
    label.setWrapText(grows);
    label.setMinWidth(grows ? 0 : HBox.USE_PREF_SIZE);
    if (grows) {
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
    }
    return label;
  }

  private static Button button(String id, String text, boolean usual, Runnable handler) {
    Button button = new Button(text);
    button.setId(id);
    button.setDefaultButton(usual);
    button.setMinWidth(HBox.USE_PREF_SIZE);
    button.setOnAction(_ -> handler.run());
    return button;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      harmless.run();
      event.consume();
    }
  }
}
