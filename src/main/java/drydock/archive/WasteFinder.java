// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says of every lost file why it was lost, and puts those of one cause together.
final class WasteFinder {
  /// What leaves a file's content alone.
  private static final Set<Aspect> OUTSIDE =
      EnumSet.of(Aspect.TIME, Aspect.MODE, Aspect.OWNER, Aspect.ATTRIBUTES);

  /// Why; equal for files of one case.
  private sealed interface Cause {}

  private record Overwritten() implements Cause {}

  /// @param folder that was removed as a whole, or [Paths#NONE]
  private record Removed(int folder) implements Cause {}

  private record Retouched(Set<Aspect> aspects) implements Cause {}

  private record Moved() implements Cause {}

  private record Cached(PackageManager manager) implements Cause {}

  private record Key(Cause cause, int lower, int upper) {}

  private final Views views;
  private final Contents.Layers layers;
  private final Bounds bounds;
  private final Map<Key, WasteGroup> groups = new LinkedHashMap<>();
  private final Map<Integer, Integer> movedTo = new LinkedHashMap<>(); // node -> version

  WasteFinder(Views views, Contents.Layers layers, Bounds bounds) {
    this.views = views;
    this.layers = layers;
    this.bounds = bounds;
  }

  /// Largest first.
  List<Waste> find() throws IOException {
    List<Lost> losses = new Losses(views).find();
    Digests digests = new Digests(views, toCompare(losses), layers, bounds);
    for (Lost lost : losses) {
      int lower = views.layerOf(lost.before());
      Key key = new Key(cause(lost, digests), lower, lost.upper());
      groups
          .computeIfAbsent(key, k -> new WasteGroup(views.paths(), k.lower(), k.upper()))
          .add(lost.node(), views.files(lost.before()).size(views.entryOf(lost.before())));
    }
    return groups.entrySet().stream()
        .map(e -> waste(e.getKey().cause(), e.getValue()))
        .sorted(Comparator.comparingLong((Waste w) -> w.files().bytes()).reversed())
        .toList();
  }

  private BitSet toCompare(List<Lost> losses) {
    BitSet versions = new BitSet();
    for (Lost lost : losses) {
      if (lost.after() != Views.NOTHING && OUTSIDE.containsAll(aspects(lost))) {
        versions.set(lost.before());
        versions.set(lost.after());
      }
      lost.candidates().forEach(versions::set);
      if (!lost.candidates().isEmpty()) {
        versions.set(lost.before());
      }
    }
    return versions;
  }

  private EnumSet<Aspect> aspects(Lost lost) {
    return Differences.between(views, lost.before(), lost.after());
  }

  private Cause cause(Lost lost, Digests digests) {
    if (lost.after() != Views.NOTHING) {
      Set<Aspect> aspects = aspects(lost);
      return OUTSIDE.containsAll(aspects) && digests.same(lost.before(), lost.after())
          ? new Retouched(Set.copyOf(aspects))
          : new Overwritten();
    }
    Optional<PackageManager> manager = PackageManager.of(views.paths().path(lost.node()));
    if (manager.isPresent()) {
      return new Cached(manager.get());
    }
    for (int candidate : lost.candidates()) {
      if (digests.same(lost.before(), candidate)) {
        movedTo.put(lost.node(), candidate);
        return new Moved();
      }
    }
    return new Removed(lost.top() == lost.node() ? Paths.NONE : lost.top());
  }

  private Waste waste(Cause cause, WasteGroup group) {
    return switch (cause) {
      case Overwritten _ -> new Waste.Overwritten(group.files(Paths.NONE));
      case Removed c -> new Waste.Removed(group.files(c.folder()), c.folder() != Paths.NONE);
      case Retouched c -> new Waste.Retouched(group.files(Paths.NONE), c.aspects());
      case Moved _ -> new Waste.Moved(group.files(Paths.NONE), destination(group));
      case Cached c -> new Waste.Cache(group.files(Paths.NONE), c.manager());
    };
  }

  private String destination(WasteGroup group) {
    Integer version = movedTo.get(group.largest());
    return version == null ? "" : views.entry(version).path();
  }
}
