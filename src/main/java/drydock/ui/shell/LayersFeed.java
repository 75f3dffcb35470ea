// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.picture.LayersFacts;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.ui.kit.Background;
import drydock.ui.picture.PictureModel;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the layers picture at the image that a tag names now, and the details of the images that goals ask for. Asks the
/// engine once for each image, not for each change. JavaFX thread only.
final class LayersFeed {
  private final EngineMonitor monitor;
  private final Background background;
  private final Clock clock;
  private final PictureModel pictures;
  private final Runnable onDetails;
  private final Map<String, Image> details = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private @Nullable String shown;

  /// @param onDetails told when [#details] knows more
  LayersFeed(
      EngineMonitor monitor,
      Background background,
      Clock clock,
      PictureModel pictures,
      Runnable onDetails) {
    this.monitor = monitor;
    this.background = background;
    this.clock = clock;
    this.pictures = pictures;
    this.onDetails = onDetails;
  }

  /// Images inspected so far, by id.
  Map<String, Image> details() {
    return Map.copyOf(details);
  }

  /// The image that `tag` names in this state is shown; none when it names none.
  void show(@Nullable EngineState state, String tag) {
    ImageSummary image = state == null ? null : state.imageTagged(tag).orElse(null);
    if (state == null || image == null) {
      shown = null;
      pictures.clearLayers();
      return;
    }
    if (image.id().equals(shown)) {
      return;
    }
    shown = image.id();
    background.call(
        () -> {
          ContainerEngine engine = monitor.engine();
          return new LayersFacts(
              tag,
              engine.images().inspect(image.id()),
              engine.images().history(image.id()),
              state.images().values(),
              state.info().storage().store(),
              clock.instant());
        },
        facts -> {
          know(facts.image());
          if (image.id().equals(shown)) {
            pictures.showLayers(facts);
          }
        },
        // the image went away between two answers: its removal is on its way as an event
        _ -> {
          if (image.id().equals(shown)) {
            shown = null;
          }
        });
  }

  /// The next state is another than before, although the image may be the same.
  void forget() {
    shown = null;
  }

  /// Looks at an image for a goal's sake, once.
  void inspect(EngineState state, String reference) {
    ImageSummary image = state.imageTagged(reference).orElse(null);
    if (image == null || details.containsKey(image.id()) || !asked.add(image.id())) {
      return;
    }
    background.call(
        () -> monitor.engine().images().inspect(image.id()),
        this::know,
        // as above: a goal that lacks it stays unmet, and says so
        _ -> asked.remove(image.id()));
  }

  private void know(Image image) {
    details.put(image.id(), image);
    onDetails.run();
  }
}
