// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// The editor pane: tabs of files, their texts, questions and the find bar above and below.
public final class EditorView {
  private final EditorModel model;
  private final BorderPane node = new BorderPane();
  // the tabs alone: what they show stands below, so that the list of files has room beside them
  private final TabPane tabs = new TabPane();
  private final StackPane content = new StackPane();
  private final Map<OpenFile, Tab> tabOf = new HashMap<>();
  private final Map<Tab, FilePane> paneOf = new HashMap<>();
  private boolean adding;
  private final PromptBar prompt = new PromptBar(this::focusText);
  private final EditorActions actions;
  private final FindingActions findingActions;
  private final HelpActions helpActions;
  private final FindBar find;
  private final Node empty;
  private EditorLinks links = EditorLinks.NONE;
  private HelpSource help = HelpSource.NONE;
  private Runnable onKeepElsewhere = () -> {};

  public EditorView(EditorModel model) {
    this.model = model;
    this.actions = new EditorActions(model, this);
    this.findingActions = new FindingActions(model, this);
    this.helpActions = new HelpActions(model, this);
    this.empty = empty();
    this.find = new FindBar(this::area, actions.findPrevious, actions.findNext);
    node.getStyleClass().addAll("pane-card", Styles.EDITOR);
    node.setId("editor");

    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
    tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
    tabs.setAccessibleText(Messages.get("editor.tabs.name"));
    FileMenu menu = new FileMenu(model, actions);
    tabs.setMinWidth(0);
    tabs.setMaxHeight(TabPane.USE_PREF_SIZE);
    HBox.setHgrow(tabs, Priority.ALWAYS);
    HBox header = new HBox(tabs, menu.node());
    header.getStyleClass().add(Styles.HEADER);
    header.setAlignment(Pos.BOTTOM_RIGHT);
    node.setTop(new VBox(header, prompt.node()));
    node.setCenter(content);
    node.setBottom(new VBox(find.node()));
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);

    model
        .open()
        .addListener(
            (ListChangeListener<OpenFile>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(this::removeTab);
                    change.getAddedSubList().forEach(this::addTab);
                  }
                });
    model.open().forEach(this::addTab);
    tabs.getSelectionModel().selectedItemProperty().addListener((_, _, tab) -> selected(tab));
    model.current().addListener((_, _, file) -> show(file));
    show(model.current().get());
    model.noticeProperty().addListener((_, _, _) -> showQuestion());
    model.fontSizeProperty().addListener((_, _, _) -> setFontSize());
    setFontSize();
    node.sceneProperty()
        .flatMap(javafx.scene.Scene::windowProperty)
        .flatMap(javafx.stage.Window::focusedProperty)
        .addListener(
            (_, _, focused) -> {
              if (focused != null && focused) {
                model.checkDisk();
              } else {
                model.saveAll(() -> {});
              }
            });
  }

  public Node node() {
    return node;
  }

  /// Save, find, undo, files, zoom, findings: for the menu bar.
  public List<Action> actions() {
    return Stream.of(actions.all(), findingActions.all(), helpActions.all())
        .flatMap(List::stream)
        .toList();
  }

  /// Where explanations lead to beyond the editor.
  public void setLinks(EditorLinks links) {
    this.links = links;
  }

  /// Where help while writing comes from.
  public void setHelp(HelpSource help) {
    this.help = help;
    helpChanged();
  }

  /// What help knows beside the files is something else now.
  public void helpChanged() {
    for (FilePane pane : paneOf.values()) {
      FileHelp fileHelp = pane.help();
      if (fileHelp != null) {
        fileHelp.gather();
      }
    }
  }

  /// Explains what the caret is at.
  void explain() {
    FilePane pane = pane();
    if (pane != null) {
      pane.hover().explainCaret();
    }
  }

  /// Help with the text in front; null unless it is a Dockerfile that can be edited.
  @Nullable FileHelp help() {
    FilePane pane = area() == null ? null : pane();
    return pane == null ? null : pane.help();
  }

  /// What is in front; null when nothing is.
  @Nullable FilePane pane() {
    OpenFile file = model.current().get();
    return file == null ? null : paneOf.get(tabOf.get(file));
  }

  /// Puts the caret back into the text.
  public void focusText() {
    CodeArea area = area();
    if (area != null) {
      area.requestFocus();
    }
  }

  /// How to ask for a folder in which edits that cannot be saved are kept.
  public void setOnKeepElsewhere(Runnable ask) {
    onKeepElsewhere = ask;
  }

  void keepElsewhere() {
    onKeepElsewhere.run();
  }

  PromptBar prompt() {
    return prompt;
  }

  FindBar find() {
    return find;
  }

  /// The text in front; null when none can be edited.
  @Nullable CodeArea area() {
    OpenFile file = model.current().get();
    if (file == null || file.obstacle().get() != null) {
      return null;
    }
    FilePane pane = paneOf.get(tabOf.get(file));
    return pane == null ? null : pane.area();
  }

  private Node empty() {
    Label text = new Label(Messages.get("editor.empty.text"));
    text.getStyleClass().add(Styles.EMPTY);
    text.setWrapText(true);
    VBox box = new VBox(12, text, actions.newFile.button());
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void addTab(OpenFile file) {
    Tab tab = new Tab(file.name());
    tab.setTooltip(new Tooltip(Messages.get("editor.tab.help", file.name())));
    Circle dot = new Circle(3.5);
    dot.getStyleClass().add(Styles.DIRTY);
    file.dirty().addListener((_, _, dirty) -> tab.setGraphic(dirty ? dot : null));
    tab.setGraphic(file.dirty().get() ? dot : null);
    tab.setUserData(file);
    tab.setOnCloseRequest(
        event -> {
          event.consume();
          model.close(file);
        });
    file.conflict().addListener((_, _, _) -> showQuestion());
    tabOf.put(file, tab);
    // the pane selects its first tab before that tab is wholly its own
    adding = true;
    tabs.getTabs().add(tab);
    adding = false;
    if (tabs.getTabs().size() == 1) {
      selected(tab);
    }
  }

  private void removeTab(OpenFile file) {
    Tab tab = tabOf.remove(file);
    tabs.getTabs().remove(tab);
    FilePane pane = paneOf.remove(tab);
    if (pane != null) {
      pane.area().dispose();
    }
  }

  private void selected(@Nullable Tab tab) {
    if (!adding && tab != null && tab.getUserData() instanceof OpenFile file) {
      FilePane pane = pane(tab, file);
      model.open(file.name());
      model.setCaretLine(pane.area().getCurrentParagraph() + 1);
      actions.enableUndo();
      find.refresh();
      showQuestion();
    }
  }

  private void show(@Nullable OpenFile file) {
    Tab tab = file == null ? null : tabOf.get(file);
    if (tab != null && file != null) {
      tabs.getSelectionModel().select(tab);
      content.getChildren().setAll(pane(tab, file).node());
    } else {
      content.getChildren().setAll(empty);
      find.close();
    }
    showQuestion();
  }

  private FilePane pane(Tab tab, OpenFile file) {
    FilePane present = paneOf.get(tab);
    return present == null ? newPane(tab, file) : present;
  }

  private FilePane newPane(Tab tab, OpenFile file) {
    FilePane pane =
        new FilePane(file, model.background(), model.problems(), () -> links, () -> help);
    paneOf.put(tab, pane);
    CodeArea area = pane.area();
    area.currentParagraphProperty()
        .addListener(
            (_, _, paragraph) -> {
              if (model.current().get() == file) {
                model.setCaretLine(paragraph + 1);
              }
            });
    LineHover.install(area, model::setPointedLine);
    area.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                model.save(file);
              }
            });
    area.plainTextChanges().subscribe(_ -> find.refresh());
    actions.follow(area);
    area.setContextMenu(
        TextMenu.of(
            area,
            Stream.concat(findingActions.all().stream(), helpActions.all().stream()).toList()));
    return pane;
  }

  /// A quarrel about the file in front comes before a notice.
  private void showQuestion() {
    OpenFile file = model.current().get();
    OpenFile.Conflict conflict = file == null ? null : file.conflict().get();
    if (file != null && conflict != null) {
      String question =
          conflict.theirs() == null
              ? Messages.get("editor.conflict.gone", file.name())
              : Messages.get("editor.conflict.question", file.name());
      prompt.askChoice(
          question,
          Messages.get("editor.conflict.mine"),
          () -> model.keepMine(file),
          Messages.get("editor.conflict.theirs"),
          () -> model.takeTheirs(file));
    } else if (!model.noticeProperty().get().isEmpty()) {
      String notice = model.noticeProperty().get();
      boolean unsavable = model.open().stream().anyMatch(f -> notice.equals(f.unsavable().get()));
      prompt.tell(notice, model::dismissNotice, unsavable ? actions.elsewhere : null);
    } else if (prompt.isOpen()) {
      prompt.close();
    }
  }

  private void setFontSize() {
    String css =
        ".editor .editor-area { -fx-font-size: " + model.fontSizeProperty().get() + "px; }";
    String encoded = Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    node.getStylesheets().setAll("data:text/css;base64," + encoded);
  }

  private void pressed(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case PAGE_DOWN -> 1;
          case PAGE_UP -> -1;
          default -> 0;
        };
    if (step != 0 && event.isShortcutDown() && !tabs.getTabs().isEmpty()) {
      int count = tabs.getTabs().size();
      int next = tabs.getSelectionModel().getSelectedIndex() + step;
      tabs.getSelectionModel().select((next + count) % count);
      focusText();
      event.consume();
    } else if (event.isShortcutDown()
        && (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.ADD)) {
      model.zoom(1);
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.SUBTRACT) {
      model.zoom(-1);
      event.consume();
    }
  }
}
