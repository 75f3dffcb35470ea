// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a [LogModel]: the rows, a bar to search them, and a strip with the whole of a line that is cut off.
public final class LogView {
  private static final double TICK_MILLIS = 100;

  private final LogModel model;
  private final RowFlow flow;
  private final SearchBar searchBar;
  private final TextArea detail = new TextArea();
  private final BorderPane root = new BorderPane();
  private final LogActions actions;
  private Runnable onSave = () -> {};
  private final Timeline ticks =
      new Timeline(new KeyFrame(Duration.millis(TICK_MILLIS), _ -> tick()));

  /// @param empty what to say while there is nothing to show
  public LogView(LogModel model, String empty) {
    this(model, new SimpleStringProperty(empty));
  }

  /// @param empty what to say while there is nothing to show
  public LogView(LogModel model, ObservableValue<String> empty) {
    this.model = model;
    Inks inks = new Inks(this::refresh);
    Painter painter = new Painter(inks, model);
    flow = new RowFlow(model.rows(), () -> new RowCell(model, painter));
    flow.setAccessibleText(Messages.get("log.view.list"));
    new RowInput(flow, model, this::copy);
    flow.selection().leadProperty().subscribe(() -> showDetail());
    flow.widthProperty().subscribe(() -> showDetail());
    searchBar = new SearchBar(model.search(), flow::requestFocus);
    actions = new LogActions(this, model);
    Label placeholder = new Label();
    placeholder.textProperty().bind(empty);
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("log-placeholder");
    placeholder.visibleProperty().bind(model.hasRowsProperty().not());
    placeholder.setMouseTransparent(true);

    detail.setId("log-detail");
    detail.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    detail.setEditable(false);
    detail.setWrapText(true);
    detail.setPrefRowCount(3);
    detail.setAccessibleText(Messages.get("log.view.detail"));
    detail.managedProperty().bind(detail.visibleProperty());
    detail.setVisible(false);

    StackPane middle = new StackPane(inks, flow, placeholder, latestButton());
    root.setTop(searchBar.node());
    root.setCenter(middle);
    root.setBottom(new VBox(detail, footer()));
    root.getStyleClass().add("log-pane");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::paneKey);

    ticks.setCycleCount(Animation.INDEFINITE);
    model.runningProperty().subscribe(this::running);
    model.selectedStepProperty().subscribe((_, step) -> stepSelected(step));
    model.pointedStepProperty().subscribe(() -> flow.cells().forEach(RowCell::markStep));
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
    flow.follow();
    flow.requestFocus();
  }

  /// Copies the selected rows; all when none is selected.
  void copy() {
    List<Row> selected = flow.selection().selected();
    ClipboardContent content = new ClipboardContent();
    content.putString(
        (selected.isEmpty() ? model.rows() : selected)
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

  private Node latestButton() {
    Button button = new Button();
    button.setId("log-latest");
    button.setGraphic(new FontIcon("mdi2a-arrow-down"));
    button.getStyleClass().addAll("accent", "log-latest");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Messages.get("log.view.latest", flow.missedProperty().get()),
                flow.missedProperty()));
    button.visibleProperty().bind(flow.followingProperty().not());
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
                flow.followingProperty(),
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
        flow.followingProperty().get()
            ? Messages.get("log.view.following")
            : Messages.get("log.view.held");
    String state = model.runningProperty().get() ? lines + " · " + how : lines;
    return said.isEmpty() ? state : state + " · " + said;
  }

  private void tick() {
    flow.cells().forEach(RowCell::tick);
  }

  private void running(boolean running) {
    if (running) {
      ticks.play();
    } else {
      ticks.stop();
    }
  }

  private void refresh() {
    flow.cells().forEach(RowCell::refresh);
  }

  private void reveal(Row row) {
    int index = model.rows().indexOf(row);
    if (index >= 0) {
      flow.reveal(index);
      refresh();
    }
  }

  /// A step that was selected elsewhere comes into view, unless that would take the end of a running build out of it.
  private void stepSelected(@Nullable String step) {
    refresh();
    if (step != null && !model.runningProperty().get()) {
      model.rows().groups().stream()
          .filter(g -> g.key.equals(step) && g.header != null)
          .findFirst()
          .filter(g -> !g.key.equals(leadStep()))
          .ifPresent(g -> flow.reveal(model.rows().start(g)));
    }
  }

  private @Nullable String leadStep() {
    int lead = flow.selection().leadIndex();
    return lead < 0 ? null : model.stepAt(lead);
  }

  /// Rows are cut off at the edge; of the one that is selected, all can be read.
  private void showDetail() {
    Row row = flow.selection().leadProperty().get();
    String text = row == null ? "" : row.text();
    boolean cut = text.length() + Painter.MARGIN > flow.columns();
    detail.setVisible(cut);
    detail.setText(cut ? text : "");
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
