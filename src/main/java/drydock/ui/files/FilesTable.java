// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.diagram.picture.Human;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// The tree of files as a table of the lines that are seen of it: rows of one height, made only for what is in view.
final class FilesTable {
  private static final double ROW = 24;

  private final FilesModel model;
  private final Runnable onLook;
  private final TableView<Row> table = new TableView<>();
  private final TableColumn<Row, String> rights = column(Messages.get("files.column.rights"), 180);
  private boolean filling;

  /// @param onLook what Enter does on a file
  FilesTable(FilesModel model, Runnable onLook) {
    this.model = model;
    this.onLook = onLook;
    table.setId("files-table");
    table.setFixedCellSize(ROW);
    table.setPlaceholder(Sentence.muted(Messages.get("files.none")));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getStyleClass().addAll("dense", "files-table");
    TableColumn<Row, Row> name = new TableColumn<>(Messages.get("files.column.name"));
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    name.setCellFactory(_ -> new NameCell(this::toggle));
    name.setSortable(false);
    name.setReorderable(false);
    name.setPrefWidth(260);
    name.setMinWidth(140);
    TableColumn<Row, String> change = column(Messages.get("files.column.change"), 104);
    change.setCellValueFactory(text(row -> ChangeLook.of(row.item().change()).words()));
    change.setCellFactory(_ -> new ChangeCell());
    TableColumn<Row, String> size = column(Messages.get("files.column.size"), 84);
    size.setCellValueFactory(
        text(row -> row.item().size() < 0 ? "" : Human.bytes(row.item().size())));
    size.getStyleClass().add("files-size");
    rights.setCellValueFactory(text(row -> row.item().rights()));
    rights.setVisible(false);
    table.getColumns().setAll(List.of(name, change, size, rights));
    table.setRowFactory(_ -> row());
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, row) -> {
              if (!filling) {
                model.select(row == null ? null : row.item());
              }
            });
    model.rowsProperty().addListener((_, _, rows) -> fill(rows));
    fill(model.rowsProperty().get());
  }

  TableView<Row> node() {
    return table;
  }

  BooleanProperty rightsShownProperty() {
    return rights.visibleProperty();
  }

  /// What is selected stays so, wherever it stands now.
  private void fill(Rows rows) {
    FileItem before = model.selectedProperty().get();
    filling = true;
    table.setItems(FXCollections.observableList(rows.lines()));
    int at = before == null ? -1 : find(rows, before.path());
    if (at >= 0) {
      table.getSelectionModel().clearAndSelect(at);
    } else {
      table.getSelectionModel().clearSelection();
    }
    filling = false;
    if (at < 0 && before != null) {
      model.select(null);
    }
  }

  private static int find(Rows rows, String path) {
    for (int i = 0; i < rows.lines().size(); i++) {
      if (rows.lines().get(i).item().path().equals(path)) {
        return i;
      }
    }
    return -1;
  }

  private void toggle(Row row) {
    if (row.item().folder()) {
      model.open(row.item(), !row.open());
    }
  }

  private TableRow<Row> row() {
    TableRow<Row> row = new TableRow<>();
    row.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && !row.isEmpty()) {
            enter(row.getItem());
          }
        });
    return row;
  }

  private void enter(Row row) {
    if (row.item().folder()) {
      toggle(row);
    } else {
      onLook.run();
    }
  }

  private void key(KeyEvent event) {
    Row row = table.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case ENTER -> {
            enter(row);
            yield true;
          }
          case RIGHT -> {
            if (row.item().folder() && !row.open()) {
              toggle(row);
            } else {
              table.getSelectionModel().selectNext();
            }
            yield true;
          }
          case LEFT -> {
            if (row.open()) {
              toggle(row);
            } else {
              selectParent(row);
            }
            yield true;
          }
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private void selectParent(Row row) {
    int at = table.getSelectionModel().getSelectedIndex();
    while (--at >= 0) {
      if (table.getItems().get(at).depth() < row.depth()) {
        table.getSelectionModel().clearAndSelect(at);
        table.scrollTo(Math.max(0, at - 2));
        return;
      }
    }
  }

  private static TableColumn<Row, String> column(String title, double width) {
    TableColumn<Row, String> column = new TableColumn<>(title);
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 72));
    return column;
  }

  private static javafx.util.Callback<
          TableColumn.CellDataFeatures<Row, String>, javafx.beans.value.ObservableValue<String>>
      text(Function<Row, String> words) {
    return cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue()));
  }

  /// For a reader of the row: "etc/hosts, changed, 12 B".
  static String spoken(Row row) {
    FileItem item = Objects.requireNonNull(row.item());
    return item.size() < 0
        ? Messages.get("files.row", item.path(), ChangeLook.of(item.change()).words())
        : Messages.get(
            "files.rowSize",
            item.path(),
            ChangeLook.of(item.change()).words(),
            Human.bytes(item.size()));
  }
}
