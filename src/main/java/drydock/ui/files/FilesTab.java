// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Order;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import java.util.EnumSet;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The files of a layer, with what narrows and sorts them.
final class FilesTab {
  private final FilesModel model;
  private final FilesTable table;
  private final Node reading;
  private final FlowPane tools;
  private final Label remark = Sentence.muted("");
  private final VBox root = new VBox(6);

  FilesTab(FilesModel model, Runnable onLook) {
    this.model = model;
    table = new FilesTable(model, onLook);
    reading = new ReadingBar(model, "files").node();
    tools = new FlowPane(8, 6, search(), wanted(), bySize(), rights());
    tools.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    VBox.setVgrow(reading, Priority.ALWAYS);
    root.getStyleClass().add("files-tab");
    model.listingProperty().addListener((_, _, _) -> show());
    model.rowsProperty().addListener((_, _, _) -> remark());
    model.slabProperty().addListener((_, _, _) -> show());
    show();
  }

  Node node() {
    return root;
  }

  private void show() {
    boolean unread = model.listingProperty().get() == null;
    if (unread && model.slabProperty().get() instanceof Slab.Own) {
      root.getChildren().setAll(Sentence.muted(Messages.get("files.askingContainer")));
    } else if (unread) {
      root.getChildren().setAll(reading);
    } else {
      root.getChildren().setAll(tools, table.node(), remark);
    }
    remark();
  }

  private void remark() {
    FileListing listing = model.listingProperty().get();
    String text = listing == null ? "" : listing.remark();
    if (model.rowsProperty().get().more()) {
      text = Messages.get("files.more", Rows.MOST);
    }
    remark.setText(text);
    remark.setManaged(!text.isEmpty());
  }

  private TextField search() {
    TextField field = new TextField();
    field.setId("files-search");
    field.setPromptText(Messages.get("files.search"));
    field.setAccessibleText(Messages.get("files.search"));
    field.setPrefColumnCount(11);
    field.textProperty().addListener((_, _, text) -> model.search(text));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            e.consume();
          } else if (e.getCode() == KeyCode.DOWN) {
            table.node().requestFocus();
            e.consume();
          }
        });
    return field;
  }

  /// A container is asked what it changed, not what it sees.
  private void offer(ComboBox<Wanted> box, @Nullable Slab slab) {
    List<Wanted> offered =
        slab instanceof Slab.Own
            ? List.copyOf(EnumSet.complementOf(EnumSet.of(Wanted.SEEN)))
            : List.of(Wanted.values());
    if (!offered.equals(box.getItems())) {
      Wanted before = box.getValue();
      box.getItems().setAll(offered);
      box.setValue(offered.contains(before) ? before : Wanted.LAYER);
    }
  }

  private ComboBox<Wanted> wanted() {
    ComboBox<Wanted> box = new ComboBox<>(FXCollections.observableArrayList(Wanted.values()));
    box.setId("files-wanted");
    box.setAccessibleText(Messages.get("files.wanted"));
    box.setTooltip(new Tooltip(Messages.get("files.wanted")));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Wanted wanted) {
            return wanted == null ? "" : wanted.words();
          }

          @Override
          public @Nullable Wanted fromString(String words) {
            return null;
          }
        });
    box.setValue(Wanted.LAYER);
    box.valueProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null) {
                model.want(now);
              }
            });
    model.slabProperty().addListener((_, _, slab) -> offer(box, slab));
    return box;
  }

  private ToggleButton bySize() {
    ToggleButton toggle =
        toggle(
            "files-by-size",
            Messages.get("files.bySize"),
            Messages.get("files.bySize.help"),
            "mdi2s-sort-descending");
    toggle.selectedProperty().addListener((_, _, on) -> model.sort(on ? Order.SIZE : Order.NAME));
    return toggle;
  }

  private ToggleButton rights() {
    ToggleButton toggle =
        toggle(
            "files-rights",
            Messages.get("files.rights"),
            Messages.get("files.rights.help"),
            "mdi2a-account-key-outline");
    toggle.setText(null);
    toggle.setAccessibleText(Messages.get("files.rights"));
    table.rightsShownProperty().bind(toggle.selectedProperty());
    return toggle;
  }

  private static ToggleButton toggle(String id, String text, String help, String icon) {
    ToggleButton toggle = new ToggleButton(text, new FontIcon(icon));
    toggle.setId(id);
    toggle.setTooltip(new Tooltip(help));
    return toggle;
  }
}
