// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.ui.kit.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The details of the images that goals and checks of a Dockerfile ask for. Asks the engine once for each image, not for
/// each change. JavaFX thread only.
final class ImageDetails {
  private final EngineMonitor monitor;
  private final Background background;
  private final Runnable onMore;
  private final Map<String, Image> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  /// @param onMore told when [#known] knows more
  ImageDetails(EngineMonitor monitor, Background background, Runnable onMore) {
    this.monitor = monitor;
    this.background = background;
    this.onMore = onMore;
  }

  /// Images inspected so far, by id.
  Map<String, Image> known() {
    return Map.copyOf(known);
  }

  /// Looks at an image, once.
  void inspect(EngineState state, String reference) {
    ImageSummary image = state.imageTagged(reference).orElse(null);
    if (image == null || known.containsKey(image.id()) || !asked.add(image.id())) {
      return;
    }
    background.call(
        () -> monitor.engine().images().inspect(image.id()),
        answer -> {
          known.put(answer.id(), answer);
          onMore.run();
        },
        // gone between two answers, or no engine: a goal that lacks it stays unmet, and says so
        _ -> asked.remove(image.id()));
  }
}
