// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A file's name at its depth; before a folder's stands what opens it.
final class NameCell extends TableCell<Row, Row> {
  private static final double STEP = 14;
  private static final double DEEPEST = 12;

  private final Region indent = new Region();
  private final FontIcon arrow = new FontIcon("mdi2c-chevron-right");
  private final HBox opener = new HBox(arrow);
  private final FontIcon icon = new FontIcon("mdi2f-file-outline");
  private final Text name = new Text();
  private final HBox line = new HBox(4, indent, opener, icon, name);

  /// @param onToggle told the row whose folder is to be opened or closed
  NameCell(Consumer<Row> onToggle) {
    line.setAlignment(Pos.CENTER_LEFT);
    opener.setAlignment(Pos.CENTER);
    opener.getStyleClass().add("files-opener");
    name.getStyleClass().add("files-name");
    icon.getStyleClass().add("files-icon");
    opener.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          Row row = getItem();
          if (row != null && e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 1) {
            onToggle.accept(row);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    FileItem item = row.item();
    indent.setMinWidth(STEP * Math.min(DEEPEST, row.depth()));
    arrow.setVisible(item.folder());
    arrow.setIconLiteral(row.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    icon.setIconLiteral(
        item.folder()
            ? "mdi2f-folder-outline"
            : item.target().isEmpty() ? "mdi2f-file-outline" : "mdi2l-link-variant");
    name.setText(item.target().isEmpty() ? item.name() : item.name() + " → " + item.target());
    setGraphic(line);
    setAccessibleText(FilesTable.spoken(row));
  }
}
