// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.evidence.AskAgain;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Motion;
import drydock.ui.render.Gestures;
import drydock.ui.render.SceneView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane of pictures: tabs, the question and its answer, the picture, its evidence at the foot.
public final class PicturePane {
  /// Of what is left for the picture when all around it needs room.
  private static final double LEAST_HEIGHT = 80;

  private static final double TIGHT = 680;

  private final PictureModel model;
  private final SceneView view;
  private final ZoomPane zoom;
  private final EvidenceStrip evidence = new EvidenceStrip();
  private final Label question = new Label();
  private final Label answer = new Label();
  private final Label empty = new Label();
  private final Map<PictureModel.Kind, Node> tools = new EnumMap<>(PictureModel.Kind.class);
  private final Map<PictureModel.Kind, Gestures> gestures = new EnumMap<>(PictureModel.Kind.class);
  private final StackPane toolRow = new StackPane();
  private final HBox head;
  private final Below below;
  private final VBox root;
  private boolean bare;
  private boolean toolsWanted;
  private boolean lit;
  private final ReadOnlyObjectWrapper<Palette> palette =
      new ReadOnlyObjectWrapper<>(this, "palette", Palette.LIGHT);
  private final Action save;
  private final Action copy;
  private final List<Action> zooming;
  private Runnable onSave = () -> {};

  /// @param animated false for tests and for people who want no motion
  public PicturePane(PictureModel model, boolean animated) {
    this(model, animated ? new Motion() : Motion.none());
  }

  public PicturePane(PictureModel model, Motion motion) {
    this.model = model;
    this.view = new SceneView(motion);
    this.zoom = new ZoomPane(view.node());
    this.save =
        new Action(
            "picture-save",
            Messages.get("picture.pane.save"),
            Messages.get("picture.pane.saveHelp"),
            "mdi2c-content-save-outline",
            "Shortcut+Shift+G",
            () -> onSave.run());
    save.enabledProperty().set(false);
    this.copy =
        new Action(
            "picture-copy-text",
            Messages.get("picture.pane.copyText"),
            Messages.get("picture.pane.copyTextHelp"),
            "mdi2c-content-copy",
            "Shortcut+Shift+X",
            this::copyText);
    this.zooming =
        List.of(
            action("out", "mdi2m-magnify-minus-outline", "F7", zoom::out),
            action("fit", "mdi2f-fit-to-page-outline", "F9", zoom::fit),
            action("in", "mdi2m-magnify-plus-outline", "F8", zoom::in));
    this.head = head();
    this.below = new Below(body());
    VBox.setVgrow(below.node(), Priority.ALWAYS);
    this.root = new VBox(head, question, answer, toolRow, below.node(), evidence.node());
    root.getStyleClass().addAll("pane-card", "picture-pane");
    question.getStyleClass().addAll("picture-question");
    question.setWrapText(true);
    answer.getStyleClass().addAll("picture-answer", "muted");
    answer.setWrapText(true);
    question.setMinHeight(Region.USE_PREF_SIZE);
    answer.setMinHeight(Region.USE_PREF_SIZE);
    connect();
  }

  public Parent node() {
    return root;
  }

  /// For menus and toolbars: save, zoom in, fit, zoom out, copy as text.
  public List<Action> actions() {
    return List.of(save, zooming.get(2), zooming.get(1), zooming.get(0), copy);
  }

  /// What "Save picture…" does: ask for a file and call [PictureModel#save].
  public void setOnSave(Runnable handler) {
    onSave = handler;
    enableSave();
  }

  /// The colours that fit the window's theme now.
  public ReadOnlyObjectProperty<Palette> paletteProperty() {
    return palette.getReadOnlyProperty();
  }

  /// Shows nothing but the answer and the picture, which is never made smaller than it was laid out; for a room whose
  /// title is the question.
  public void setBare(boolean on) {
    bare = on;
    zoom.setLeastFitted(on ? 1 : ZoomPane.LEAST_FITTED);
    reveal();
  }

  public boolean isBare() {
    return bare;
  }

  /// Shows the picture's own tools, although it is bare.
  public void setTools(boolean on) {
    toolsWanted = on;
    reveal();
  }

  /// One element in the light, its sentence under the picture; the rest steps back.
  public void setSpotlight(boolean on) {
    lit = on;
    reveal();
    view.spotlight(on);
  }

  private void reveal() {
    for (Node each : List.of(head, question)) {
      each.setVisible(!bare);
      each.setManaged(!bare);
    }
    show();
    showTools();
  }

  private boolean canSave = false;

  private void enableSave() {
    canSave = true;
    Scene scene = model.sceneProperty().get();
    save.enabledProperty().set(scene != null && !scene.elements().isEmpty());
  }

  private void copyText() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private HBox head() {
    Region tabs = new PictureTabs(model).node();
    HBox.setHgrow(tabs, Priority.ALWAYS);
    HBox head = new HBox(tabs);
    head.setAlignment(Pos.TOP_LEFT);
    head.getStyleClass().add("picture-head");
    for (Action action : zooming) {
      head.getChildren().add(flat(action));
    }
    head.getChildren().add(flat(save));
    return head;
  }

  private static javafx.scene.control.Button flat(Action action) {
    var button = action.iconButton();
    button.getStyleClass().addAll("flat", "picture-tool");
    return button;
  }

  private StackPane body() {
    empty.setGraphic(new FontIcon("mdi2g-graph-outline"));
    empty.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
    empty.getStyleClass().add("picture-empty");
    empty.setWrapText(true);
    empty.managedProperty().bind(empty.visibleProperty());
    StackPane body = new StackPane(zoom.node(), empty);
    body.setMinHeight(LEAST_HEIGHT);
    return body;
  }

  private void connect() {
    model.widthProperty().bind(zoom.roomProperty());
    model.sceneProperty().addListener((_, _, _) -> show());
    palette.addListener((_, _, _) -> show());
    evidence.serve(view.node());
    view.pointedProperty().addListener((_, _, element) -> pointed(element));
    model.heldProperty().addListener(_ -> showTools());
    view.hoveredProperty().addListener((_, _, subject) -> point(subject));
    model.pointedStepProperty().addListener((_, _, step) -> link(step));
    view.setOnSelect(
        element -> {
          String subject = element.about().subject();
          if (subject != null) {
            model.selectedProperty(model.kindProperty().get()).set(subject);
          }
        });
    for (PictureModel.Kind kind : PictureModel.Kind.values()) {
      model.selectedProperty(kind).addListener(_ -> select());
    }
    model.kindProperty().addListener(_ -> showTools());
    toolRow.getStyleClass().add("picture-tools");
    root.heightProperty().addListener(_ -> tighten());
    showTools();
    ThemeWatch.of(root, palette::set);
    show();
  }

  private void show() {
    Scene scene = model.sceneProperty().get();
    if (scene == null) {
      return;
    }
    boolean some = !scene.elements().isEmpty();
    question.setText(scene.question());
    answer.setText(some ? scene.answer() : "");
    tighten();
    empty.setText(scene.answer());
    empty.setVisible(!some);
    zoom.node().setVisible(some);
    view.node().setAccessibleText(scene.question() + " " + scene.answer());
    view.show(scene, palette.get());
    zoom.setSceneWidth(scene.width());
    if (canSave) {
      enableSave();
    }
    select();
  }

  /// How the engine can be asked again that the pictures are of; null while there is none.
  public void setAgain(@Nullable AskAgain again) {
    evidence.setAgain(again);
  }

  /// Scrolls to an element, if there is one of this id.
  public void reveal(String id) {
    view.node(id).ifPresent(zoom::reveal);
  }

  /// Controls that belong to one picture; they stand above it while it is looked at.
  public void setTools(PictureModel.Kind kind, Node node) {
    tools.put(kind, node);
    showTools();
  }

  /// What is shown below one picture, because of what is selected in it; null for nothing.
  public void setBelow(PictureModel.Kind kind, @Nullable Node node) {
    below.set(kind, node);
    showTools();
    Element chosen = view.pointedProperty().get();
    if (node != null && chosen != null) {
      root.layout(); // there is less room for the picture now
      reveal(chosen.id());
    }
  }

  /// What can be done with the elements of one picture.
  public void setGestures(PictureModel.Kind kind, Gestures what) {
    gestures.put(kind, what);
    showTools();
  }

  private void showTools() {
    boolean still = model.heldProperty().get(); // what is seen is not what would be changed
    view.setGestures(
        still ? Gestures.NONE : gestures.getOrDefault(model.kindProperty().get(), Gestures.NONE));
    toolRow.setDisable(still);
    Node node = tools.get(model.kindProperty().get());
    toolRow.getChildren().setAll(node == null ? List.of() : List.of(node));
    toolRow.setVisible(node != null && (!bare || toolsWanted));
    toolRow.setManaged(toolRow.isVisible());
    below.show(model.kindProperty().get());
    tighten();
  }

  /// In a low pane, what is below the picture needs the room of the words.
  private void tighten() {
    boolean tight = below.isOpen() && root.getHeight() < TIGHT;
    Scene scene = model.sceneProperty().get();
    boolean some = scene != null && !scene.elements().isEmpty();
    answer.setManaged(some && !tight);
    answer.setVisible(!tight);
    evidence.node().setVisible(some && !tight && (!bare || lit));
    evidence.node().setManaged(evidence.node().isVisible());
  }

  private void pointed(@Nullable Element element) {
    evidence.show(element);
    if (element != null) {
      view.node(element.id()).filter(Node::isFocused).ifPresent(zoom::reveal);
    }
  }

  private void point(@Nullable String subject) {
    if (model.kindProperty().get() == PictureModel.Kind.BUILD) {
      model.pointedStepProperty().set(subject);
    }
  }

  private void link(@Nullable String step) {
    view.link(model.kindProperty().get() == PictureModel.Kind.BUILD ? step : null);
  }

  private @Nullable String revealed;

  private void select() {
    String step = model.selectedProperty(model.kindProperty().get()).get();
    view.select(step);
    if (step != null && !step.equals(revealed)) {
      view.node(step).ifPresent(zoom::reveal);
    }
    revealed = step;
  }

  private static Action action(String what, String icon, String shortcut, Runnable handler) {
    String text =
        switch (what) {
          case "in" -> Messages.get("picture.pane.zoomIn");
          case "out" -> Messages.get("picture.pane.zoomOut");
          default -> Messages.get("picture.pane.fit");
        };
    return new Action("picture-zoom-" + what, text, text, icon, shortcut, handler);
  }
}
