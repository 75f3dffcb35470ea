// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.HostSystem;
import drydock.evidence.AskAgain;
import drydock.evidence.Terminal;
import drydock.ui.kit.InSight;
import drydock.ui.moment.MomentsModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The feeds of all pictures that are drawn from the running engine. JavaFX thread only.
final class PictureFeeds implements AutoCloseable {
  private final PictureModel pictures;
  private final PicturePane pane;
  private final Map<PictureModel.Kind, PictureFeed> feeds = new EnumMap<>(PictureModel.Kind.class);
  private final LayersFeed layers;
  private final ObservableValue<Boolean> seen;
  private @Nullable EngineState state;

  /// @param pane where a picture's own controls go
  /// @param saving where a person wants what is taken out of a picture
  /// @param moments which one is looked at
  PictureFeeds(
      Services services,
      PictureModel pictures,
      PicturePane pane,
      Saving saving,
      MomentsModel moments) {
    this.pictures = pictures;
    this.pane = pane;
    layers = new LayersFeed(services, pictures, pane, saving);
    feeds.put(PictureModel.Kind.LAYERS, layers);
    feeds.put(PictureModel.Kind.STACK, new StackFeed(services, pictures, pane));
    feeds.put(PictureModel.Kind.NAMESPACES, new NamespacesFeed(services, pictures, pane));
    feeds.put(PictureModel.Kind.LIMITS, new LimitsFeed(services, pictures, pane));
    feeds.put(PictureModel.Kind.NETWORK, new NetworkFeed(services, pictures, pane));
    feeds.put(PictureModel.Kind.LIFE, new LifeFeed(services, pictures, pane, moments));
    pictures.kindProperty().addListener(_ -> update());
    seen = InSight.of(pane.node());
    seen.addListener(_ -> update());
  }

  /// The image that the desk builds is looked at first.
  void prefer(String tag) {
    layers.prefer(tag);
  }

  void update(EngineStatus status) {
    EngineStatus.Ready ready = status instanceof EngineStatus.Ready now ? now : null;
    state = ready == null ? null : ready.state();
    pane.setAgain(
        ready == null
            ? null
            : new AskAgain(ready.state().info(), Terminal.of(HostSystem.current())));
    feeds.values().forEach(feed -> feed.happened(ready == null ? null : ready.journal()));
    update();
  }

  private void update() {
    feeds.forEach(
        (kind, feed) ->
            feed.update(state, seen.getValue() && pictures.kindProperty().get() == kind));
  }

  @Override
  public void close() {
    feeds.values().forEach(PictureFeed::close);
  }
}
