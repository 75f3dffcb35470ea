// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// The field to search with, and how many rows have what is searched for. There only while it is open.
final class SearchBar {
  private final LogSearch search;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final HBox bar;

  /// @param closed called when the search ends
  SearchBar(LogSearch search, Runnable closed) {
    this.search = search;
    this.closed = closed;
    field.setId("log-query");
    field.setPromptText(Messages.get("log.search.prompt"));
    field.setAccessibleText(Messages.get("log.search.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);

    Label count = new Label();
    count.setId("log-matches");
    count.getStyleClass().add("log-status");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::countText,
                search.queryProperty(),
                search.countProperty(),
                search.ordinalProperty()));
    count.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);

    ToggleButton matchCase = new ToggleButton();
    matchCase.setId("log-match-case");
    matchCase.setGraphic(new FontIcon("mdi2f-format-letter-case"));
    matchCase.getStyleClass().addAll("flat", "button-icon");
    matchCase.setTooltip(new Tooltip(Messages.get("log.search.case")));
    matchCase.setAccessibleText(Messages.get("log.search.case"));
    matchCase.selectedProperty().bindBidirectional(search.matchCaseProperty());

    bar =
        new HBox(
            6,
            field,
            count,
            matchCase,
            flat(previous()),
            flat(next()),
            flat(
                new Action(
                    "log-search-close",
                    Messages.get("log.search.close"),
                    Messages.get("log.search.close.help"),
                    "mdi2c-close",
                    null,
                    this::close)));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("log-bar");
    bar.managedProperty().bind(bar.visibleProperty());
    bar.setVisible(false);
  }

  Node node() {
    return bar;
  }

  boolean isOpen() {
    return bar.isVisible();
  }

  void open() {
    bar.setVisible(true);
    search.queryProperty().bind(field.textProperty());
    field.requestFocus();
    field.selectAll();
  }

  void close() {
    bar.setVisible(false);
    search.queryProperty().unbind();
    search.queryProperty().set("");
    closed.run();
  }

  private Action previous() {
    return new Action(
        "log-search-previous",
        Messages.get("log.search.previous"),
        Messages.get("log.search.previous.help"),
        "mdi2c-chevron-up",
        null,
        search::previous);
  }

  private Action next() {
    return new Action(
        "log-search-next",
        Messages.get("log.search.next"),
        Messages.get("log.search.next.help"),
        "mdi2c-chevron-down",
        null,
        search::next);
  }

  static Node flat(Action action) {
    var button = action.iconButton();
    button.getStyleClass().addAll("flat", "button-icon");
    return button;
  }

  private String countText() {
    if (search.queryProperty().get().isEmpty()) {
      return "";
    }
    int count = search.countProperty().get();
    return count == 0
        ? Messages.get("log.search.none")
        : Messages.get("log.search.count", search.ordinalProperty().get(), count);
  }

  private void key(KeyEvent e) {
    if ((e.getCode() == KeyCode.ENTER && e.isShiftDown()) || e.getCode() == KeyCode.UP) {
      search.previous();
    } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN) {
      search.next();
    } else if (e.getCode() == KeyCode.ESCAPE) {
      close();
    } else {
      return;
    }
    e.consume();
  }
}
