// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An engine's images and containers, kept up to date by looking at what changed and at nothing else.
final class StateKeeper {
  /// From so many changes on one listing is less work than looking at each.
  private static final int MANY = 100;

  private final ContainerEngine engine;
  private final Map<String, ImageSummary> images = new HashMap<>();
  private final Map<String, Container> containers = new HashMap<>();

  StateKeeper(ContainerEngine engine) {
    this.engine = engine;
  }

  /// Looks at everything.
  void listAll() {
    images.clear();
    containers.clear();
    engine.images().list().forEach(image -> images.put(image.id(), image));
    engine.containers().list().forEach(container -> containers.put(container.id(), container));
  }

  void apply(Map<Changes.Thing, Changes.What> changes) {
    if (changes.size() >= MANY) {
      listAll();
      return;
    }
    changes.forEach(
        (thing, what) -> {
          boolean container = thing.type().equals(Changes.CONTAINER);
          if (what == Changes.What.GONE) {
            (container ? containers : images).remove(thing.id());
          } else if (container) {
            lookAtContainer(thing.id());
          } else {
            lookAtImage(thing.id());
          }
        });
  }

  EngineState state() {
    return new EngineState(engine.info(), images, containers, Map.of(), Map.of(), Instant.now());
  }

  private void lookAtContainer(String id) {
    Optional<Container> found = Each.ifPresent(() -> engine.containers().inspect(id));
    if (found.isEmpty()) {
      containers.remove(id);
      return;
    }
    Container container = found.get();
    containers.put(container.id(), container);
    if (!container.imageId().isEmpty() && !images.containsKey(container.imageId())) {
      // engines before 28 build an image without a name and say nothing
      lookAtImage(container.imageId());
    }
  }

  /// A name that moved to this image has left another one, of which no event tells.
  private void lookAtImage(String reference) {
    Deque<String> ahead = new ArrayDeque<>(Set.of(reference));
    Set<String> seen = new HashSet<>();
    while (!ahead.isEmpty()) {
      String next = ahead.remove();
      if (!seen.add(next)) {
        continue;
      }
      Optional<ImageSummary> found = Each.ifPresent(() -> engine.images().inspect(next).summary());
      if (found.isPresent()) {
        ImageSummary image = found.get();
        images.put(image.id(), image);
        seen.add(image.id());
        namesakes(image.tags(), image.id()).forEach(ahead::add);
      } else if (images.remove(next) == null) {
        namesakes(Set.of(Names.tagged(next)), next).forEach(ahead::add);
      }
    }
  }

  private Set<String> namesakes(Iterable<String> tags, String butNot) {
    Set<String> ids = new HashSet<>();
    for (ImageSummary image : images.values()) {
      for (String tag : tags) {
        if (image.tags().contains(tag) && !image.id().equals(butNot)) {
          ids.add(image.id());
        }
      }
    }
    return Collections.unmodifiableSet(ids);
  }
}
