// SPDX-License-Identifier: Apache-2.0
package drydock.ui.life;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.HealthResult;
import drydock.ui.kit.Background;
import drydock.ui.kit.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gathers what health checks come to while somebody looks: an engine keeps the last five of each
/// container. JavaFX thread; the engine is asked off it.
final class HealthLog {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST_CONTAINERS = 20;
  private static final int MOST_RESULTS = 500;

  private final Supplier<ContainerEngine> engine;
  private final Runnable news;
  private final Consumer<@Nullable Exception> failed;
  private final Polling<Map<String, List<HealthResult>>> polling;
  private final Map<String, List<HealthResult>> known = new HashMap<>();

  /// What the next reading is about; read off the JavaFX thread.
  private volatile List<String> asked = List.of();

  /// @param failed told why nothing could be read; null when it can be again
  HealthLog(
      Background background,
      Supplier<ContainerEngine> engine,
      Runnable news,
      Consumer<@Nullable Exception> failed) {
    this.engine = engine;
    this.news = news;
    this.failed = failed;
    polling = new Polling<>(background, PAUSE, this::read, this::add, failed);
  }

  /// By container id, the oldest first.
  Map<String, List<HealthResult>> known() {
    return known;
  }

  void follow(EngineState state) {
    asked =
        state.containers().values().stream()
            .filter(c -> c.running() && c.state().health() != Container.Health.NONE)
            .map(Container::id)
            .sorted()
            .limit(MOST_CONTAINERS)
            .toList();
    polling.want(!asked.isEmpty());
    if (asked.isEmpty()) {
      failed.accept(null);
    }
  }

  void end() {
    polling.want(false);
  }

  private Map<String, List<HealthResult>> read() {
    Map<String, List<HealthResult>> read = new HashMap<>();
    for (String id : asked) {
      try {
        read.put(id, engine.get().containers().healthResults(id));
      } catch (EngineException e) {
        if (!(e.problem() instanceof EngineProblem.NotFound)) {
          throw e;
        }
        read.put(id, List.of()); // it went away between two answers
      }
    }
    return read;
  }

  private void add(Map<String, List<HealthResult>> read) {
    failed.accept(null);
    boolean more = false;
    for (Map.Entry<String, List<HealthResult>> entry : read.entrySet()) {
      List<HealthResult> before = known.getOrDefault(entry.getKey(), List.of());
      List<HealthResult> all = new ArrayList<>(before);
      for (HealthResult result : entry.getValue()) {
        if (all.isEmpty() || result.end().isAfter(all.getLast().end())) {
          all.add(result);
        }
      }
      if (all.size() > before.size()) {
        more = true;
        int first = Math.max(0, all.size() - MOST_RESULTS);
        known.put(entry.getKey(), List.copyOf(all.subList(first, all.size())));
      }
    }
    if (more) {
      news.run();
    }
  }

  /// Forgets those of containers that are shown no more.
  void keep(List<String> ids) {
    known.keySet().retainAll(ids);
  }
}
