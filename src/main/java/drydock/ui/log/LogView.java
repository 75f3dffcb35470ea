// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a [LogModel]: the rows, a bar to search them, and a strip with the whole of a line that is cut off.
public final class LogView {
  private static final double TICK_MILLIS = 100;

  private final LogModel model;
  private final ListView<Row> list;
  private final List<RowCell> cells = new ArrayList<>();
  private final Tail tail;
  private final SearchBar searchBar;
  private final TextArea detail = new TextArea();
  private final BorderPane root = new BorderPane();
  private final LogActions actions;
  private Runnable onSave = () -> {};
  private final Timeline ticks =
      new Timeline(new KeyFrame(Duration.millis(TICK_MILLIS), _ -> cells.forEach(RowCell::tick)));

  /// @param empty what to say while there is nothing to show
  public LogView(LogModel model, String empty) {
    this.model = model;
    list = new ListView<>(model.rows());
    tail = new Tail(list);
    searchBar = new SearchBar(model.search(), () -> list.requestFocus());
    actions = new LogActions(this, model);
    Inks inks = new Inks(this::refresh);
    Painter painter = new Painter(inks, model);
    list.setCellFactory(_ -> cell(painter));
    list.getStyleClass().add("log-list");
    list.setAccessibleText(Messages.get("log.view.list"));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label placeholder = new Label(empty);
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("log-placeholder");
    list.setPlaceholder(placeholder);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventHandler(KeyEvent.KEY_RELEASED, this::movedByKey);
    list.addEventFilter(MouseEvent.MOUSE_CLICKED, _ -> selectStep());
    list.getFocusModel().focusedItemProperty().subscribe(_ -> showDetail());
    list.widthProperty().subscribe(() -> showDetail());

    detail.setId("log-detail");
    detail.setEditable(false);
    detail.setWrapText(true);
    detail.setPrefRowCount(3);
    detail.setAccessibleText(Messages.get("log.view.detail"));
    detail.managedProperty().bind(detail.visibleProperty());
    detail.setVisible(false);

    StackPane middle = new StackPane(inks, list, latestButton());
    root.setTop(searchBar.node());
    root.setCenter(middle);
    root.setBottom(new VBox(detail, footer()));
    root.getStyleClass().add("log-pane");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::paneKey);

    ticks.setCycleCount(Animation.INDEFINITE);
    model.runningProperty().subscribe(this::tick);
    model.selectedStepProperty().subscribe((_, step) -> stepSelected(step));
    model.search().ordinalProperty().subscribe(() -> refresh());
    model.search().queryProperty().subscribe(() -> refresh());
    model.search().matchCaseProperty().subscribe(() -> refresh());
    model.onReveal(this::reveal);
  }

  public Node node() {
    return root;
  }

  /// What can be done with the log, for a menu.
  public List<Action> actions() {
    return actions.all();
  }

  void find() {
    searchBar.open();
  }

  void latest() {
    tail.resume();
    list.requestFocus();
  }

  /// Copies the selected rows; all when none is selected.
  void copy() {
    List<Row> rows = List.copyOf(list.getSelectionModel().getSelectedItems());
    ClipboardContent content = new ClipboardContent();
    content.putString(
        (rows.isEmpty() ? list.getItems() : rows)
            .stream().map(Row::text).collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// How to ask for a file and save the log in it, when that is wanted.
  public void setOnSave(Runnable save) {
    onSave = save;
  }

  void save() {
    onSave.run();
  }

  private RowCell cell(Painter painter) {
    RowCell cell = new RowCell(model, painter);
    cells.add(cell);
    return cell;
  }

  private Node latestButton() {
    Button button = new Button();
    button.setId("log-latest");
    button.setGraphic(new FontIcon("mdi2a-arrow-down"));
    button.getStyleClass().addAll("accent", "log-latest");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Messages.get("log.view.latest", tail.missedProperty().get()),
                tail.missedProperty()));
    button.visibleProperty().bind(tail.followingProperty().not());
    button.setOnAction(_ -> latest());
    StackPane.setAlignment(button, Pos.BOTTOM_CENTER);
    return button;
  }

  private Node footer() {
    Label status = new Label();
    status.setId("log-status");
    status.getStyleClass().add("log-status");
    status
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::statusText,
                model.linesProperty(),
                tail.followingProperty(),
                model.runningProperty(),
                model.statusProperty()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    status.setMinWidth(0);
    HBox footer = new HBox(2, status, space);
    actions.buttons().forEach(a -> footer.getChildren().add(SearchBar.flat(a)));
    footer.setAlignment(Pos.CENTER_LEFT);
    footer.getStyleClass().add("log-bar");
    return footer;
  }

  private String statusText() {
    String said = model.statusProperty().get();
    String lines = Messages.get("log.view.lines", model.linesProperty().get());
    String how =
        tail.followingProperty().get()
            ? Messages.get("log.view.following")
            : Messages.get("log.view.held");
    String state = model.runningProperty().get() ? lines + " · " + how : lines;
    return said.isEmpty() ? state : state + " · " + said;
  }

  private void tick(boolean running) {
    if (running) {
      ticks.play();
    } else {
      ticks.stop();
    }
  }

  private void refresh() {
    cells.forEach(RowCell::refresh);
  }

  private void reveal(Row row) {
    int index = list.getItems().indexOf(row);
    if (index >= 0) {
      tail.show(index);
      refresh();
    }
  }

  private void stepSelected(@Nullable String step) {
    refresh();
    if (step != null && !tail.followingProperty().get()) {
      int first = firstRowOf(step);
      if (first >= 0) {
        tail.show(first);
      }
    }
  }

  private int firstRowOf(String step) {
    return model.rows().groups().stream()
        .filter(g -> g.key.equals(step) && g.header != null)
        .mapToInt(model.rows()::start)
        .findFirst()
        .orElse(-1);
  }

  private void selectStep() {
    int index = list.getFocusModel().getFocusedIndex();
    if (index >= 0 && index < list.getItems().size()) {
      String step = model.stepAt(index);
      if (step != null) {
        model.selectedStepProperty().set(step);
      }
    }
  }

  private void showDetail() {
    Row row = list.getFocusModel().getFocusedItem();
    boolean cut = row != null && cells.stream().anyMatch(c -> row.equals(c.getItem()) && c.isCut());
    detail.setVisible(cut);
    detail.setText(cut && row != null ? row.text() : "");
  }

  private void movedByKey(KeyEvent e) {
    if (e.getCode().isNavigationKey()) {
      selectStep();
      showDetail();
    }
  }

  /// Keys of the list: fold and unfold as in a tree, copy.
  private void key(KeyEvent e) {
    int index = list.getFocusModel().getFocusedIndex();
    boolean onHeader =
        index >= 0
            && index < list.getItems().size()
            && list.getItems().get(index) instanceof Row.Header;
    if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
      copy();
    } else if (onHeader && e.getCode() == KeyCode.LEFT) {
      model.fold(index, true);
    } else if (onHeader && e.getCode() == KeyCode.RIGHT) {
      model.fold(index, false);
    } else if (onHeader && e.getCode() == KeyCode.ENTER) {
      model.fold(index, list.getItems().get(index) instanceof Row.Header h && !h.folded());
    } else {
      return;
    }
    e.consume();
  }

  private void paneKey(KeyEvent e) {
    if (e.isShortcutDown() && !e.isShiftDown() && e.getCode() == KeyCode.F) {
      find();
    } else if (searchBar.isOpen() && e.getCode() == KeyCode.F3) {
      if (e.isShiftDown()) {
        model.search().previous();
      } else {
        model.search().next();
      }
    } else if (searchBar.isOpen() && e.getCode() == KeyCode.ESCAPE) {
      searchBar.close();
    } else {
      return;
    }
    e.consume();
  }
}
