// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Change;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// What happened to a file, in its colour.
final class ChangeCell extends TableCell<Row, String> {
  private static final List<String> STYLES =
      Stream.of(Change.values()).map(change -> ChangeLook.of(change).style()).distinct().toList();

  @Override
  protected void updateItem(@Nullable String words, boolean empty) {
    super.updateItem(words, empty);
    setText(empty ? null : words);
    getStyleClass().removeAll(STYLES);
    Row row = getTableRow() == null ? null : getTableRow().getItem();
    if (!empty && row != null) {
      getStyleClass().add(ChangeLook.of(row.item().change()).style());
    }
  }
}
