// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Container;
import drydock.engine.EngineException;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An engine's objects, kept up to date by looking at what changed and at nothing else. For one thread.
final class StateKeeper implements AutoCloseable {
  private final DockerEngine engine;
  private final Looks looks;
  private final Table<ImageSummary> images = new Table<>();
  private final Table<Container> containers = new Table<>();
  private final Table<Network> networks = new Table<>();
  private final Table<Volume> volumes = new Table<>();

  private final Map<Thing, Changes.What> pending = new LinkedHashMap<>();
  private final Set<Thing> unclear = new HashSet<>();

  /// What contradicts itself and was looked into. Once is enough: an engine may contradict itself for good.
  private final Set<Doubt> doubtedNames = new HashSet<>();

  private final Set<Doubt> doubtedConnections = new HashSet<>();

  private @Nullable EngineState shown;

  StateKeeper(DockerEngine engine, Bell bell) {
    this.engine = engine;
    looks = new Looks(engine, bell);
  }

  /// Looks at everything.
  void listAll() throws InterruptedException {
    Listing listing = engine.listing();
    known().stream().filter(t -> !listing.things().contains(t)).forEach(this::remove);
    pending.clear();
    looks.flying().forEach(this::look);
    listing.things().forEach(this::look);
    work();
    for (ImageSummary row : listing.images().values()) {
      if (unclear.contains(Thing.image(row.id())) && images.get(row.id()) == null) {
        images.put(row); // damaged: the listing alone shows it
      }
    }
    settle();
  }

  /// Looks at what events named, and at what of it is named and not known.
  void apply(Map<Thing, Changes.What> changes) throws InterruptedException {
    pending.putAll(changes);
    work();
  }

  /// When nothing happens: looks into what contradicts itself.
  void settle() throws InterruptedException {
    while (investigate(Doubt.ofConnections(containers, networks), doubtedConnections)) {
      work();
    }
  }

  /// Looks again at what could not be told the last time.
  void retry() throws InterruptedException {
    unclear.forEach(this::look);
    unclear.clear();
    work();
  }

  /// Whether a slow one came, or something has to be looked at again.
  boolean waiting() {
    return looks.waiting() || pending.keySet().stream().anyMatch(t -> !looks.flying(t));
  }

  /// The state as it is now; null when it is as it was the last time.
  @Nullable EngineState news() {
    EngineState last = shown;
    EngineState next =
        new EngineState(
            engine.info(),
            images.show(),
            containers.show(),
            networks.show(),
            volumes.show(),
            Instant.now());
    if (last != null && sameObjects(last, next)) {
      return null;
    }
    shown = next;
    return next;
  }

  @Override
  public void close() {
    looks.close();
  }

  private void work() throws InterruptedException {
    do {
      List<Sight> seen = looks.round(takePending());
      Set<String> unnamed = new HashSet<>();
      for (Sight sight : seen) {
        see(sight, unnamed);
      }
      hideUnlisted(unnamed);
    } while (investigate(Doubt.ofNames(images, containers, volumes), doubtedNames));
  }

  /// All that is pending and not being looked at just now; what is gone goes at once.
  private List<Thing> takePending() {
    List<Thing> toLookAt = new ArrayList<>();
    pending
        .entrySet()
        .removeIf(
            entry -> {
              Thing thing = entry.getKey();
              if (looks.flying(thing)) {
                return false;
              }
              switch (entry.getValue()) {
                case GONE -> remove(thing);
                case LOOK -> toLookAt.add(thing);
              }
              return true;
            });
    return toLookAt;
  }

  private void see(Sight sight, Set<String> unnamed) {
    unclear.remove(sight.thing());
    switch (sight) {
      case Sight.Found found -> put(found.object(), unnamed);
      case Sight.Absent absent -> absent(absent.thing());
      case Sight.Unclear unsure -> unclear.add(unsure.thing());
    }
  }

  private void put(EngineObject object, Set<String> unnamed) {
    switch (object) {
      case ImageSummary image -> {
        boolean known = images.get(image.id()) != null;
        if (!known && image.tags().isEmpty() && image.digests().isEmpty()) {
          unnamed.add(image.id());
        }
        images.put(image);
      }
      case Container container -> containers.put(container);
      case Network network -> networks.put(network);
      case Volume volume -> volumes.put(volume);
    }
  }

  /// An event may name an image by a reference that it has no more.
  private void absent(Thing thing) {
    if (thing.kind() == Thing.Kind.IMAGE && images.get(thing.id()) == null) {
      String tag = Names.tagged(thing.id());
      images.all().stream()
          .filter(image -> image.tags().contains(tag))
          .forEach(image -> look(Thing.image(image.id())));
    }
    remove(thing);
  }

  /// An image without a name may be a step of a classic build, which no listing shows.
  private void hideUnlisted(Set<String> unnamed) {
    if (!unnamed.isEmpty()) {
      try {
        Set<String> listed = engine.listedImages();
        unnamed.stream().filter(id -> !listed.contains(id)).forEach(images::remove);
      } catch (EngineException e) {
        unnamed.forEach(id -> unclear.add(Thing.image(id))); // looked at again later
        unnamed.forEach(images::remove);
      }
    }
  }

  /// Whether there is something to look at that was not looked at for the same reason before.
  private boolean investigate(Set<Doubt> doubts, Set<Doubt> before) {
    before.retainAll(doubts);
    boolean news = false;
    for (Doubt doubt : doubts) {
      if (before.add(doubt)) {
        look(doubt.thing());
        news = true;
      }
    }
    return news;
  }

  private void look(Thing thing) {
    pending.putIfAbsent(thing, Changes.What.LOOK);
  }

  private void remove(Thing thing) {
    switch (thing.kind()) {
      case IMAGE -> images.remove(thing.id());
      case CONTAINER -> containers.remove(thing.id());
      case NETWORK -> networks.remove(thing.id());
      case VOLUME -> volumes.remove(thing.id());
    }
  }

  private List<Thing> known() {
    List<Thing> all = new ArrayList<>();
    images.ids().forEach(id -> all.add(Thing.image(id)));
    containers.ids().forEach(id -> all.add(Thing.container(id)));
    networks.ids().forEach(id -> all.add(Thing.network(id)));
    volumes.ids().forEach(name -> all.add(Thing.volume(name)));
    return all;
  }

  private static boolean sameObjects(EngineState one, EngineState other) {
    return one.images().equals(other.images())
        && one.containers().equals(other.containers())
        && one.networks().equals(other.networks())
        && one.volumes().equals(other.volumes());
  }
}
