// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Point;
import drydock.diagram.ReadingOrder;
import drydock.diagram.Rect;
import drydock.diagram.Scene;
import drydock.ui.kit.Motion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A scene as JavaFX nodes, one each element, whose node id is the element's. Showing the next
/// scene moves and recolours the nodes that are there; only what is new is made. Pointer and
/// keyboard (arrow keys, Tab, Home, End) come to every element that has evidence or something to
/// say.
public final class SceneView {
  private static final double GLIDE_MILLIS = 240;
  private static final Scene NOTHING = new Scene("", "", 0, 0, List.of());

  private final Motion motion;
  private final Pane pane = new Pane();
  private final Fades fades;
  private final Spotlight light = new Spotlight();
  private final Map<String, Drawn> drawn = new LinkedHashMap<>();

  /// As they are read.
  private final List<Drawn> order = new ArrayList<>();

  private final ReadOnlyObjectWrapper<@Nullable Element> pointed =
      new ReadOnlyObjectWrapper<>(this, "pointed", null);
  private final ReadOnlyObjectWrapper<@Nullable String> hovered =
      new ReadOnlyObjectWrapper<>(this, "hovered", null);
  private Consumer<Element> onSelect = _ -> {};
  private Gestures gestures = Gestures.NONE;
  private Glide glide;
  private @Nullable String selected;
  private @Nullable String linked;
  private @Nullable Palette shownPalette;
  private Scene shown = NOTHING;

  /// @param animated false for tests and for people who want no motion
  public SceneView(boolean animated) {
    this(animated ? new Motion() : Motion.none());
  }

  public SceneView(Motion motion) {
    this.motion = motion;
    this.glide = Glide.atOnce();
    this.fades = new Fades(motion, pane.getChildren()::remove);
    pane.getStyleClass().add("picture-scene");
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    motion.calmProperty().addListener(_ -> settle());
  }

  public Node node() {
    return pane;
  }

  /// The element that pointer or keyboard came to last; null before, and when it has left the scene.
  public ReadOnlyObjectProperty<@Nullable Element> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /// What the element stands for that is under the pointer, else the one that has the focus; null
  /// for none.
  public ReadOnlyObjectProperty<@Nullable String> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /// @param handler is told each element that is clicked, or chosen with Enter or the space bar
  public void setOnSelect(Consumer<Element> handler) {
    onSelect = handler;
  }

  /// What can be done with the elements of what is shown.
  public void setGestures(Gestures next) {
    gestures = next;
  }

  public void show(Scene scene, Palette palette) {
    glide.stop();
    fades.end();
    Changes changes = Changes.between(shown, scene);
    // on the way from one theme's colours to the other's there are illegible ones
    // and in another room everything has another place: that tells nothing
    boolean same = palette.equals(shownPalette);
    boolean gliding = same && scene.width() == pane.getPrefWidth() && changes.few();
    Glide before = glide;
    glide = gliding ? new Glide(motion.lasting(GLIDE_MILLIS)) : Glide.atOnce();
    shown = scene;
    shownPalette = palette;
    Map<String, Drawn> next = new LinkedHashMap<>();
    double behind = 0;
    for (Element element : scene.elements()) {
      Drawn known = drawn.get(element.id());
      if (known != null && known.element().getClass() == element.getClass()) {
        if (same && known.looks(element) && !before.moved(known)) {
          known.tell(element);
        } else {
          known.update(element, palette, glide.of(known));
        }
        next.put(element.id(), known);
      } else {
        Drawn made = create(element);
        made.update(element, palette, Glide.atOnce());
        if (changes.few()) {
          fades.appear(made);
        }
        next.put(element.id(), made);
      }
      drawn(next, element).root().setViewOrder(behind--);
    }
    drawn.forEach(
        (id, old) -> {
          if (!old.equals(next.get(id))) {
            fades.leave(old, changes.few());
          }
        });
    drawn.clear();
    drawn.putAll(next);
    if (changes.any()) {
      // children are read, and come to by Tab, in their order; their view order says who is in
      // front
      order.clear();
      new ReadingOrder(scene.elements()).all().forEach(e -> order.add(drawn(next, e)));
      List<Node> nodes = new ArrayList<>(order.stream().map(Drawn::root).toList());
      nodes.addAll(fades.leaving());
      if (!nodes.equals(pane.getChildren())) {
        replaceKeepingFocus(nodes);
      }
    }
    pane.setMinSize(scene.width(), scene.height());
    pane.setPrefSize(scene.width(), scene.height());
    pane.setMaxSize(scene.width(), scene.height());
    Element last = pointed.get();
    if (last != null) {
      Drawn still = drawn.get(last.id());
      pointed.set(still == null ? null : still.element());
    }
    markSelected();
    light.fall(drawn.values());
    glide.play();
  }

  private static Drawn drawn(Map<String, Drawn> all, Element element) {
    return Objects.requireNonNull(all.get(element.id()));
  }

  /// Nothing shall move any more, or things may move again.
  private void settle() {
    Palette palette = shownPalette;
    if (palette != null) {
      glide.stop();
      fades.end();
      drawn.values().forEach(d -> d.update(d.element(), palette, Glide.atOnce()));
    }
  }

  /// Takes everything away and ends all motion.
  public void clear() {
    show(NOTHING, Palette.LIGHT);
    fades.end();
  }

  /// Lets one element stand in the light, and all that does not belong to it step back: the one that has the focus, else
  /// the one that was pointed at, else the first. The light follows the focus until it is put out.
  public void spotlight(boolean on) {
    light.turn(on ? Optional.ofNullable(pointed.get()).or(this::first).orElse(null) : null);
    light.fall(drawn.values());
    if (on) {
      Optional.ofNullable(light.element()).flatMap(e -> node(e.id())).ifPresent(Node::requestFocus);
    }
  }

  private Optional<Element> first() {
    return Walk.next(reachable(), null, KeyCode.HOME).map(Drawn::element);
  }

  private List<Drawn> reachable() {
    return order.stream().filter(Drawn::isReachable).toList();
  }

  /// Marks the element that stands for `subject`; null for none.
  public void select(@Nullable String subject) {
    selected = subject;
    markSelected();
  }

  /// Marks what stands for `subject` lightly, because it is pointed at elsewhere; null for none.
  public void link(@Nullable String subject) {
    linked = subject;
    markSelected();
  }

  /// The node of the element with this id.
  public Optional<Node> node(String id) {
    return Optional.ofNullable(drawn.get(id)).map(Drawn::root);
  }

  private void replaceKeepingFocus(List<Node> nodes) {
    Node focused = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
    pane.getChildren().setAll(nodes);
    if (focused != null && nodes.contains(focused)) {
      focused.requestFocus();
    }
  }

  private void markSelected() {
    for (Drawn each : drawn.values()) {
      String subject = each.element().about().subject();
      each.select(selected != null && selected.equals(subject));
      each.link(linked != null && linked.equals(subject));
    }
  }

  private Drawn create(Element element) {
    Drawn made =
        switch (element) {
          case Element.Box box -> new DrawnBox(box, motion);
          case Element.Link link -> new DrawnLink(link);
          case Element.Text text -> new DrawnText(text);
          case Element.Group group -> new DrawnGroup(group);
        };
    Node root = made.root();
    root.setOnMouseEntered(_ -> point(made));
    root.setOnMouseExited(_ -> hoverFocused());
    root.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused) {
                point(made);
                light.follow(made, drawn.values());
              } else {
                hoverFocused();
              }
            });
    root.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress() && made.isReachable()) {
            root.requestFocus();
            onSelect.accept(made.element());
          }
        });
    root.setOnMouseDragged(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && gestures.canDrag(made.element())) {
            gestures.drag(made.element(), at(e));
            e.consume();
          }
        });
    root.setOnMouseReleased(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY
              && !e.isStillSincePress()
              && gestures.canDrag(made.element())) {
            Point to = at(e);
            gestures.drop(made.element(), to, under(made, to));
            e.consume();
          }
        });
    return made;
  }

  private Point at(MouseEvent event) {
    Point2D local = pane.sceneToLocal(event.getSceneX(), event.getSceneY());
    return new Point(local.getX(), local.getY());
  }

  /// The element in front at a place, but for the one that is held there.
  private @Nullable Element under(Drawn held, Point place) {
    Rect spot = new Rect(place.x(), place.y(), 0.1, 0.1);
    Element found = null;
    for (Drawn each : drawn.values()) {
      if (each != held && each.isReachable() && each.element().area().overlaps(spot)) {
        found = each.element();
      }
    }
    return found;
  }

  private void point(Drawn at) {
    if (at.isReachable()) {
      pointed.set(at.element());
      hovered.set(at.element().about().subject());
    }
  }

  private void hoverFocused() {
    hovered.set(
        drawn.values().stream()
            .filter(d -> d.root().isFocused())
            .findFirst()
            .map(d -> d.element().about().subject())
            .orElse(null));
  }

  private void key(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    List<Drawn> reachable = reachable();
    Drawn from = reachable.stream().filter(d -> d.root().isFocused()).findFirst().orElse(null);
    if (from != null && gestures.key(from.element(), event)) {
      event.consume();
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case ENTER, SPACE -> {
            if (from != null) {
              onSelect.accept(from.element());
            }
            yield from != null;
          }
          case UP, DOWN, LEFT, RIGHT, HOME, END ->
              Walk.next(reachable, from, event.getCode())
                  .map(
                      d -> {
                        d.root().requestFocus();
                        return true;
                      })
                  .orElse(from != null);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }
}
