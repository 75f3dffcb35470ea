// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of places to go to, over the text. Typing narrows it; Enter goes, Escape leaves.
final class PickList {
  private static final double ROW = 25;
  private static final int MOST_ROWS = 12;
  private static final double WIDTH = 460;

  /// A place.
  ///
  /// @param depth how far it is indented
  /// @param word of what kind it is, before the text
  /// @param line counted from 1
  record Row(int depth, String word, String text, String detail, int line, Runnable go) {
    String all() {
      return (word + " " + text + " " + detail).toLowerCase(Locale.ROOT);
    }
  }

  private final Region text;
  private final Label title = new Label();
  private final TextField filter = new TextField();
  private final ListView<Row> list = new ListView<>();
  private final VBox node = new VBox(title, filter, list);
  private final Floating floating;
  private List<Row> rows = List.of();

  /// @param text what the list belongs to, and where the keyboard goes when it closes
  PickList(Region text) {
    this.text = text;
    node.setId("editor-pick");
    node.getStyleClass().addAll("editor-card", "pick");
    title.getStyleClass().add("pick-title");
    filter.setId("editor-pick-filter");
    filter.textProperty().addListener(_ -> narrow());
    list.setId("editor-pick-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            go();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    floating = new Floating(text, node);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    node.focusWithinProperty()
        .addListener(
            (_, had, has) -> {
              if (had && !has) {
                floating.hide();
              }
            });
    text.sceneProperty().addListener(_ -> floating.remove());
  }

  boolean isShowing() {
    return floating.isShowing();
  }

  /// @param hint what the field says as long as it is empty
  /// @param line the row of this line, or the last before it, is chosen at first
  void show(String heading, String hint, List<Row> all, int line) {
    rows = all;
    title.setText(heading);
    list.setAccessibleText(heading);
    filter.setPromptText(hint);
    filter.setAccessibleText(hint);
    filter.clear();
    narrow();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).line() <= line) {
        list.getSelectionModel().select(i);
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2));
    double height = 82 + ROW * Math.clamp(all.size(), 1, MOST_ROWS);
    if (floating.show(top(), WIDTH, height)) {
      filter.requestFocus();
    }
  }

  /// In the middle of the text's upper edge.
  private Bounds top() {
    Bounds screen = text.localToScreen(text.getBoundsInLocal());
    double x = screen.getMinX() + Math.max(0, (screen.getWidth() - WIDTH) / 2);
    return new BoundingBox(x, screen.getMinY() + 4, 1, 1);
  }

  void hide() {
    if (isShowing()) {
      floating.hide();
      text.requestFocus();
    }
  }

  private void narrow() {
    String[] wanted = filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
    Row chosen = list.getSelectionModel().getSelectedItem();
    list.getItems()
        .setAll(
            rows.stream()
                .filter(row -> List.of(wanted).stream().allMatch(row.all()::contains))
                .toList());
    list.getSelectionModel().select(Math.max(0, list.getItems().indexOf(chosen)));
  }

  private void go() {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      hide();
      row.go().run();
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> hide();
      case ENTER -> go();
      case DOWN -> walk(1);
      case UP -> walk(-1);
      case PAGE_DOWN -> walk(MOST_ROWS - 1);
      case PAGE_UP -> walk(1 - MOST_ROWS);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void walk(int steps) {
    int count = list.getItems().size();
    if (count > 0) {
      int next =
          Math.clamp((long) list.getSelectionModel().getSelectedIndex() + steps, 0, count - 1);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - MOST_ROWS / 2));
    }
  }

  /// The kind, the text, what is beside it, and the line.
  private static final class Cell extends ListCell<Row> {
    private final Label word = new Label();
    private final Label what = new Label();
    private final Label detail = new Label();
    private final Label line = new Label();
    private final HBox row = new HBox(word, what, detail, line);

    Cell() {
      getStyleClass().add("proposal-cell");
      row.getStyleClass().add("proposal-row");
      word.getStyleClass().add("pick-word");
      word.setMinWidth(USE_PREF_SIZE);
      what.getStyleClass().add("proposal-label");
      what.setMinWidth(0);
      detail.getStyleClass().add("proposal-detail");
      detail.setMinWidth(0);
      detail.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(detail, Priority.ALWAYS);
      line.getStyleClass().add("pick-line");
      line.setMinWidth(USE_PREF_SIZE);
      row.setMinWidth(0);
      row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (item == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      row.setPadding(new javafx.geometry.Insets(0, 0, 0, 18.0 * item.depth()));
      word.setText(item.word());
      word.setVisible(!item.word().isEmpty());
      word.setManaged(!item.word().isEmpty());
      what.setText(item.text());
      detail.setText(item.detail());
      line.setText(String.valueOf(item.line()));
      setAccessibleText(item.word() + " " + item.text() + " " + item.detail());
      setGraphic(row);
    }
  }
}
