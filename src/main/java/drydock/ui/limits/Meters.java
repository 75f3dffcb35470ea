// SPDX-License-Identifier: Apache-2.0
package drydock.ui.limits;

import drydock.diagram.picture.LimitsFacts.Meter;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.ui.kit.Background;
import java.time.Duration;
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
  /// An engine measures once a second; the first measurement takes two.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration PACE = Duration.ofSeconds(2);

  private record Measured(String container, Stats stats) {}

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Runnable changed;
  private final Consumer<@Nullable Exception> failed;
  private final Map<String, Stream> streams = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, Meter> meters = new HashMap<>();

  /// Of whom nothing was heard since it was looked last.
  private final Set<String> silent = new HashSet<>();

  private Runnable watch = () -> {};
  private boolean due;
  private final Consumer<Measured> sink;

  /// @param failed told why one could not be measured, although it may run; null when all are again
  Meters(
      Background background,
      Supplier<ContainerEngine> engine,
      Runnable changed,
      Consumer<@Nullable Exception> failed) {
    this.background = background;
    this.engine = engine;
    this.changed = changed;
    this.failed = failed;
    this.sink = background.batched(this::measured);
  }

  /// What was measured, by container.
  Map<String, Meter> latest() {
    return Map.copyOf(meters);
  }

  /// Measures these containers and no others.
  void measure(Collection<String> containers) {
    if (wanted.isEmpty() && !containers.isEmpty()) {
      watch();
    }
    wanted.clear();
    wanted.addAll(containers);
    silent.retainAll(wanted);
    meters.keySet().retainAll(wanted);
    for (String old : List.copyOf(streams.keySet())) {
      if (!wanted.contains(old)) {
        close(old);
      }
    }
    containers.stream().filter(c -> !streams.containsKey(c)).forEach(this::open);
    if (wanted.isEmpty()) {
      watch.run();
      failed.accept(null);
    }
  }

  private void open(String container) {
    Stream stream = new Stream(container);
    streams.put(container, stream);
    background.call(
        () -> engine.get().containers().stats(container, stream),
        opened -> {
          silent.remove(container);
          stream.opened(opened);
        },
        e -> ended(stream, e));
  }

  private void close(String container) {
    Stream stream = streams.remove(container);
    if (stream != null) {
      stream.close();
    }
  }

  private void ended(Stream stream, @Nullable Exception failure) {
    // when it is gone the state will say so, and it is wanted no more
    if (streams.remove(stream.container, stream) && failure != null && !gone(failure)) {
      failed.accept(failure);
    }
  }

  private static boolean gone(Exception e) {
    return e instanceof EngineException known
        && (known.problem() instanceof EngineProblem.NotFound
            || known.problem() instanceof EngineProblem.Conflict);
  }

  /// Looks now and then whether each is still measured. What is not is no longer shown, and asked for
  /// anew.
  private void watch() {
    watch = background.after(PATIENCE, this::look);
  }

  private void look() {
    boolean lost = meters.keySet().removeAll(silent);
    silent.stream().filter(c -> !isOpening(c)).forEach(this::close);
    silent.clear();
    silent.addAll(wanted);
    wanted.stream().filter(c -> !streams.containsKey(c)).forEach(this::open);
    if (lost) {
      changed.run();
    }
    watch();
  }

  private boolean isOpening(String container) {
    Stream stream = streams.get(container);
    return stream != null && stream.subscription == null;
  }

  private void measured(List<Measured> batch) {
    boolean first = false;
    for (Measured one : batch) {
      if (wanted.contains(one.container())) {
        first |= !meters.containsKey(one.container());
        meters.put(one.container(), Meter.next(meters.get(one.container()), one.stats()));
        silent.remove(one.container());
      }
    }
    if (meters.keySet().containsAll(wanted)) {
      failed.accept(null);
    }
    if (first) {
      changed.run();
    } else {
      soon();
    }
  }

  /// Each measures at a moment of its own; all are shown together.
  private void soon() {
    if (!due) {
      due = true;
      background.after(
          PACE,
          () -> {
            due = false;
            changed.run();
          });
    }
  }

  /// One container's, from when it is asked for. Fields on the JavaFX thread.
  private final class Stream implements StreamListener<Stats> {
    private final String container;
    private @Nullable Subscription subscription;
    private boolean closed;

    Stream(String container) {
      this.container = container;
    }

    void opened(Subscription made) {
      subscription = made;
      if (closed) {
        close();
      }
    }

    void close() {
      closed = true;
      Subscription open = subscription;
      if (open != null) {
        background.call(
            () -> {
              open.close();
              return true;
            },
            _ -> {},
            _ -> {});
      }
    }

    @Override
    public void onNext(Stats stats) {
      sink.accept(new Measured(container, stats));
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      background.onFx(() -> ended(this, failure));
    }
  }
}
