// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.Element;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Scene;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.NetworkPicture;
import drydock.engine.EngineState;
import drydock.observe.ThisComputer;
import drydock.ui.network.NetworkModel;
import drydock.ui.network.NetworkTools;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.ui.render.Gestures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Ties the picture of networks to what asks and changes them: a container's box can be dragged
/// onto a network, or off its own.
final class NetworkFeed implements PictureFeed, Gestures {
  private static final PictureModel.Kind KIND = PictureModel.Kind.NETWORK;
  private static final String END = "end:";
  private static final String FRAME = "frame:";
  private static final String HEAD = "net:";

  private final NetworkModel model;
  private final PictureModel pictures;
  private final PicturePane pane;

  NetworkFeed(Services services, PictureModel pictures, PicturePane pane) {
    this(
        new NetworkModel(
            services.background(),
            services.monitor()::engine,
            services.clock(),
            ThisComputer.current()),
        pictures,
        pane);
  }

  NetworkFeed(NetworkModel model, PictureModel pictures, PicturePane pane) {
    this.model = model;
    this.pictures = pictures;
    this.pane = pane;
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pictures.selectedProperty(KIND).addListener((_, _, id) -> model.select(id));
    pane.setTools(KIND, new NetworkTools(model).node());
    pane.setGestures(KIND, this);
    show(null);
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, inView);
  }

  private void show(@Nullable NetworkFacts facts) {
    pictures.show(
        KIND,
        width -> facts == null ? NetworkPicture.nothing(width) : NetworkPicture.of(facts, width));
    if (model.choosing().isPresent()) {
      pane.reveal(NetworkPicture.HELD);
    }
  }

  @Override
  public boolean canDrag(Element element) {
    String container = element.about().subject();
    return element.id().startsWith(END) && container != null && model.canMove(container);
  }

  @Override
  public void drag(Element element, Point to) {
    String container = element.about().subject();
    if (container != null) {
      model.hold(container, to);
    }
  }

  @Override
  public void drop(Element element, Point to, @Nullable Element over) {
    model.hold(null);
    String container = element.about().subject();
    if (container == null) {
      return;
    }
    String from = network(element);
    Optional<String> target = networkAt(to);
    if (target.isPresent()) {
      if (!target.get().equals(from)) {
        model.connect(container, target.get());
      }
    } else {
      model.disconnect(container, from);
    }
  }

  /// The network whose frame or head lies there.
  private Optional<String> networkAt(Point place) {
    Scene scene = pictures.sceneProperty().get();
    List<Element> elements = scene == null ? List.of() : scene.elements();
    Rect spot = new Rect(place.x(), place.y(), 0.1, 0.1);
    return elements.stream()
        .filter(e -> e.area().overlaps(spot))
        .map(Element::id)
        .flatMap(
            id ->
                Stream.of(FRAME, HEAD)
                    .filter(id::startsWith)
                    .map(prefix -> id.substring(prefix.length())))
        .findFirst();
  }

  private static String network(Element end) {
    String rest = end.id().substring(END.length());
    return rest.substring(0, rest.indexOf(':'));
  }

  /// C and D begin to choose a network to connect a container to, or to disconnect it from; arrow
  /// keys go through them. Delete takes it off the one that it is looked at in.
  @Override
  public boolean key(Element element, KeyEvent event) {
    String container = element.about().subject();
    boolean choosing = model.choosing().isPresent();
    if (choosing && model.choosing().get().equals(container)) {
      return chooses(event.getCode());
    }
    if (choosing) {
      model.leaveChoice();
    }
    if (container == null || !element.id().startsWith(END)) {
      return false;
    }
    switch (event.getCode()) {
      case C -> model.choose(container, true, "");
      case D -> model.choose(container, false, network(element));
      case DELETE, BACK_SPACE -> model.disconnect(container, network(element));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean chooses(KeyCode key) {
    switch (key) {
      case RIGHT, DOWN -> model.chooseNext(1);
      case LEFT, UP -> model.chooseNext(-1);
      case ENTER, SPACE -> model.choiceMade();
      case ESCAPE -> model.leaveChoice();
      case TAB -> {
        model.leaveChoice();
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    model.update(null, false);
  }
}
