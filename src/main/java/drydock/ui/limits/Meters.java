// SPDX-License-Identifier: Apache-2.0
package drydock.ui.limits;

import drydock.diagram.picture.LimitsFacts.Meter;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.ui.kit.Background;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The streams of measurements, one for each container that is looked at. JavaFX thread only.
final class Meters {
  private record Measured(String container, Stats stats) {}

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Runnable changed;
  private final Map<String, Subscription> streams = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, Meter> meters = new HashMap<>();
  private final Consumer<Measured> sink;

  Meters(Background background, Supplier<ContainerEngine> engine, Runnable changed) {
    this.background = background;
    this.engine = engine;
    this.changed = changed;
    this.sink = background.batched(this::measured);
  }

  /// What was measured, by container.
  Map<String, Meter> latest() {
    return Map.copyOf(meters);
  }

  /// Measures these containers and no others.
  void measure(Collection<String> containers) {
    wanted.clear();
    wanted.addAll(containers);
    for (String old : List.copyOf(streams.keySet())) {
      if (!wanted.contains(old)) {
        close(streams.remove(old));
        meters.remove(old);
      }
    }
    for (String container : containers) {
      if (!streams.containsKey(container)) {
        streams.put(container, () -> {});
        open(container);
      }
    }
  }

  private void open(String container) {
    background.call(
        () -> engine.get().containers().stats(container, new Listener(container)),
        stream -> {
          if (wanted.contains(container)) {
            streams.put(container, stream);
          } else {
            close(stream);
          }
        },
        // it is gone, and the state will say so; or the engine is, and the badge does
        _ -> streams.remove(container));
  }

  private void close(@Nullable Subscription stream) {
    if (stream != null) {
      background.call(
          () -> {
            stream.close();
            return true;
          },
          _ -> {},
          _ -> {});
    }
  }

  private void measured(List<Measured> batch) {
    for (Measured one : batch) {
      if (wanted.contains(one.container())) {
        meters.put(one.container(), Meter.next(meters.get(one.container()), one.stats()));
      }
    }
    changed.run();
  }

  private final class Listener implements StreamListener<Stats> {
    private final String container;

    Listener(String container) {
      this.container = container;
    }

    @Override
    public void onNext(Stats stats) {
      sink.accept(new Measured(container, stats));
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      background.onFx(() -> streams.remove(container));
    }
  }
}
