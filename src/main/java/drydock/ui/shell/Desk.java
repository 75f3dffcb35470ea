// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import drydock.ui.editor.EditorLinks;
import drydock.ui.editor.EditorModel;
import drydock.ui.editor.EditorView;
import drydock.ui.editor.PlacedFinding;
import drydock.ui.editor.ProblemsView;
import drydock.ui.kit.Action;
import drydock.ui.kit.Background;
import drydock.workspace.Workspace;
import drydock.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The folder that is worked in, with its editor: a lesson's or any other. JavaFX thread only.
final class Desk {
  static final String DOCKERFILE = "Dockerfile";

  private final Background background;
  private final Runnable onEdit;
  private final Lines lines;
  private final Consumer<Integer> onFontSize;
  private final EditorLinks links;
  private final DockerfileChecks.Known known;
  private final StackPane holder = new StackPane();
  private final StackPane problems = new StackPane();
  private final ReadOnlyIntegerWrapper problemCount = new ReadOnlyIntegerWrapper(this, "problems");
  private @Nullable Open open;
  private Map<String, ImageSummary> images = Map.of();
  private int fontSize;
  private Runnable onKeepElsewhere = () -> {};

  /// What is open: its folder, its editor, and what its image is called.
  record Open(Path folder, String tag, Ownership ownership, EditorModel model, EditorView view) {}

  /// Told where people are in the Dockerfile; lines count from 1.
  interface Lines {
    /// The caret moved to a line.
    void selected(int line);

    /// The mouse moved to a line, or left them all (0).
    void pointed(int line);
  }

  /// @param onEdit told when a text changed
  /// @param links where explanations in the editor lead to
  /// @param known what the engine knows of images, for the checks
  Desk(
      Background background,
      EditorLinks links,
      DockerfileChecks.Known known,
      int fontSize,
      Runnable onEdit,
      Lines lines,
      Consumer<Integer> onFontSize) {
    this.background = background;
    this.links = links;
    this.known = known;
    this.fontSize = fontSize;
    this.onEdit = onEdit;
    this.lines = lines;
    this.onFontSize = onFontSize;
    Label empty = new Label(Messages.get("shell.desk.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("empty");
    empty.getStyleClass().add("pane-card");
    empty.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    empty.setAlignment(Pos.CENTER);
    holder.getChildren().setAll(empty);
  }

  Region node() {
    return holder;
  }

  /// What could be better in the files.
  Region problems() {
    return problems;
  }

  /// How many things could be better.
  ReadOnlyIntegerProperty problemCountProperty() {
    return problemCount.getReadOnlyProperty();
  }

  /// Looks at the files again: the engine knows more.
  void checkAgain() {
    if (open != null) {
      open.model().problems().checkAgain();
      open.view().helpChanged();
    }
  }

  /// The engine tells of its images: what stages start from may be another one now.
  void imagesChanged(EngineState state) {
    if (!state.images().equals(images)) {
      images = state.images();
      checkAgain();
    }
  }

  @Nullable Open current() {
    return open;
  }

  /// Opens a folder; the edits of the one before are saved first.
  ///
  /// @throws WorkspaceException when those edits cannot be saved, or the folder cannot be worked in
  void open(Path folder, String tag, Ownership ownership) throws WorkspaceException {
    if (!save()) {
      throw new WorkspaceException(Messages.get("shell.desk.unsaved", folder));
    }
    close();
    Workspace workspace = new Workspace(folder);
    DockerfileChecks checks = new DockerfileChecks(background, workspace, this::texts, known);
    EditorModel model = new EditorModel(workspace, background, checks);
    ObservableList<PlacedFinding> findings = model.problems().all();
    problemCount.bind(Bindings.size(findings));
    model.fontSizeProperty().set(fontSize);
    model
        .fontSizeProperty()
        .addListener(
            (_, _, size) -> {
              fontSize = size.intValue();
              onFontSize.accept(fontSize);
            });
    model.onChange(onEdit);
    model.caretLineProperty().addListener(_ -> caretMoved(model));
    model.pointedLineProperty().addListener(_ -> mouseMoved(model));
    EditorView view = new EditorView(model);
    view.setOnKeepElsewhere(() -> onKeepElsewhere.run());
    view.setLinks(links);
    view.setHelp(new DockerfileHelp(folder, checks, known.state()));
    problems.getChildren().setAll(new ProblemsView(model, view).node());
    holder.getChildren().setAll(view.node());
    open = new Open(folder, tag, ownership, model, view);
    model.startWatching();
  }

  private void caretMoved(EditorModel model) {
    if (model.currentFileProperty().get().equals(DOCKERFILE)) {
      lines.selected(model.caretLineProperty().get());
    }
  }

  private void mouseMoved(EditorModel model) {
    boolean inDockerfile = model.currentFileProperty().get().equals(DOCKERFILE);
    lines.pointed(inDockerfile ? model.pointedLineProperty().get() : 0);
  }

  /// Saves every edit. True when all of them are on the disk; else the editor says why not.
  boolean save() {
    return open == null || open.model().saveAllNow();
  }

  /// The files with edits that are on no disk.
  List<String> unsaved() {
    return open == null ? List.of() : open.model().unsaved();
  }

  /// Keeps those edits in another folder, then runs `then`, if that was possible.
  void keepElsewhere(Path elsewhere, Runnable then) {
    if (open != null) {
      open.model().keepElsewhere(elsewhere, then);
    }
  }

  /// How to ask where such edits are to be kept.
  void setOnKeepElsewhere(Runnable ask) {
    onKeepElsewhere = ask;
  }

  /// Saves, and stops looking at the folder.
  void close() {
    save();
    if (open != null) {
      open.model().stopWatching();
    }
  }

  /// The texts as they are now, saved or not, by file.
  Map<String, String> texts() {
    return open == null ? Map.of() : open.model().texts();
  }

  String dockerfile() {
    return texts().getOrDefault(DOCKERFILE, "");
  }

  List<Action> actions() {
    return open == null ? List.of() : open.view().actions();
  }

  /// What a folder is called. Labels bear the name, not the path: images travel, and a path tells who made them.
  static String name(Path folder) {
    Path last = folder.getFileName();
    return last == null ? "" : last.toString();
  }

  /// A name for the image of a folder without a lesson: what Docker allows of the folder's own name.
  static String tagFor(Path folder) {
    String name =
        name(folder)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return (name.isEmpty() ? "workspace" : name) + ":dev";
  }
}
