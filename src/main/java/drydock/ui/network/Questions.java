// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.observe.Reach;
import drydock.observe.ReachReader;
import drydock.observe.ReachTarget;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who was asked whom it reaches, and what came of it. An answer counts until one of the two ends
/// changes. JavaFX thread only.
final class Questions {
  /// How many containers are asked at a time.
  static final int MOST = 12;

  /// What an answer hangs on: both containers' ends, and that they still are the same processes.
  private record Ends(
      Map<String, Container.Attachment> from,
      int fromPid,
      Map<String, Container.Attachment> to,
      int toPid) {}

  private record Known(Reach reach, Ends ends) {}

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final ReachReader reader;
  private final Function<String, List<String>> exposed;
  private final Runnable changed;
  private final Consumer<Exception> failed;
  private final Map<String, Known> known = new HashMap<>();
  private final Set<String> asking = new HashSet<>();
  private Map<String, Container> containers = Map.of();

  /// @param exposed the ports that an image exposes, by its id, as far as they are known
  Questions(
      Background background,
      Supplier<ContainerEngine> engine,
      Clock clock,
      Function<String, List<String>> exposed,
      Runnable changed,
      Consumer<Exception> failed) {
    this.background = background;
    this.engine = engine;
    this.reader = new ReachReader(clock);
    this.exposed = exposed;
    this.changed = changed;
    this.failed = failed;
  }

  /// Forgets the answers that do not hold any more.
  void update(Map<String, Container> now) {
    containers = now;
    known.values().removeIf(k -> !k.ends().equals(ends(k.reach().from(), k.reach().to())));
  }

  /// Asks each of `from`, at most [#MOST] of them, whether it reaches each of `to`. One that is
  /// being asked already is left alone.
  void ask(List<Container> from, List<Container> to) {
    from.stream()
        .filter(c -> c.ours() && c.running() && !asking.contains(c.id()))
        .limit(MOST)
        .forEach(c -> ask(c, to.stream().filter(t -> !t.id().equals(c.id())).toList()));
    changed.run();
  }

  private void ask(Container from, List<Container> to) {
    Map<String, Container> all = containers;
    Map<String, Ends> before = new HashMap<>();
    to.forEach(
        t -> {
          Ends ends = ends(from.id(), t.id());
          if (ends != null) {
            before.put(t.id(), ends);
          }
        });
    List<ReachTarget> targets =
        to.stream()
            .map(t -> ReachTarget.of(t, all).withPorts(t, exposed.apply(t.imageId())))
            .toList();
    asking.add(from.id());
    background.call(
        () -> reader.read(engine.get(), from, targets),
        answers -> {
          asking.remove(from.id());
          for (Reach reach : answers) {
            Ends ends = before.get(reach.to());
            if (ends != null && ends.equals(ends(reach.from(), reach.to()))) {
              known.put(reach.from() + ">" + reach.to(), new Known(reach, ends));
            }
          }
          changed.run();
        },
        e -> {
          asking.remove(from.id());
          failed.accept(e);
          changed.run();
        });
  }

  private @Nullable Ends ends(String from, String to) {
    Container one = containers.get(from);
    Container other = containers.get(to);
    if (one == null || other == null || !one.running() || !other.running()) {
      return null;
    }
    return new Ends(
        ReachTarget.owner(one, containers).networks(),
        one.state().pid(),
        ReachTarget.owner(other, containers).networks(),
        other.state().pid());
  }

  List<Reach> answers() {
    return known.values().stream().map(Known::reach).toList();
  }

  Set<String> asking() {
    return Set.copyOf(asking);
  }
}
