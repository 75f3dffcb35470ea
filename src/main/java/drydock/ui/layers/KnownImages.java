// SPDX-License-Identifier: Apache-2.0
package drydock.ui.layers;

import drydock.diagram.picture.LayersFacts;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Images as they were inspected, each once: what has an id never changes. JavaFX thread only.
final class KnownImages {
  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Clock clock;
  private final Runnable onMore;
  private final Consumer<Exception> failed;
  private final Map<String, Answered> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  /// @param at when the engine answered
  record Answered(Image image, List<HistoryEntry> history, Instant at) {
    LayersFacts.Shown as(String name) {
      return new LayersFacts.Shown(name, image, history);
    }
  }

  KnownImages(
      Background background,
      Supplier<ContainerEngine> engine,
      Clock clock,
      Runnable onMore,
      Consumer<Exception> failed) {
    this.background = background;
    this.engine = engine;
    this.clock = clock;
    this.onMore = onMore;
    this.failed = failed;
  }

  /// Null while the engine has not answered yet.
  @Nullable Answered get(ImageSummary image) {
    Answered answered = known.get(image.id());
    if (answered == null && asked.add(image.id())) {
      ask(image.id());
    }
    return known.get(image.id());
  }

  private void ask(String id) {
    background.call(
        () ->
            new Answered(
                engine.get().images().inspect(id),
                engine.get().images().history(id),
                clock.instant()),
        answered -> {
          known.put(id, answered);
          onMore.run();
        },
        e -> {
          asked.remove(id);
          // one that went away between two answers: its removal is on its way as an event
          if (!(e instanceof EngineException engineSays
              && engineSays.problem() instanceof EngineProblem.NotFound)) {
            failed.accept(e);
          }
        });
  }

  void keepOnly(Collection<String> ids) {
    known.keySet().retainAll(ids);
    asked.retainAll(ids);
  }
}
