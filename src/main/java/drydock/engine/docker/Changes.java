// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineEvent;
import drydock.engine.docker.Thing.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What events said has changed and nobody has looked at yet: each thing once, however many events it had.
final class Changes {
  /// Docker's words for the types of events that matter.
  static final List<String> TYPES = List.of("container", "image", "network", "volume");

  /// Actions after which a container looks as before.
  private static final Set<String> IDLE =
      Set.of(
          "archive-path",
          "attach",
          "commit",
          "copy",
          "detach",
          "exec_create",
          "exec_detach",
          "exec_die",
          "exec_start",
          "export",
          "extract-to-dir",
          "kill",
          "resize",
          "top");

  enum What {
    LOOK,
    GONE
  }

  private final Bell bell;
  private final EventLog log;
  private Map<Thing, What> pending = new LinkedHashMap<>();
  private long lastNanos;
  private long lastSeen = System.nanoTime();

  Changes(Bell bell, EventLog log) {
    this.bell = bell;
    this.log = log;
  }

  synchronized void add(EngineEvent event) {
    lastNanos = event.timeNanos();
    lastSeen = System.nanoTime();
    if (log.add(event)) {
      bell.ring();
    }
    if (event.id().isEmpty()) {
      return; // a prune in sum; each thing that it removed has an event of its own
    }
    switch (event.type()) {
      case "container" -> container(event.action(), event.id());
      case "image" -> {
        // not even "delete" says for sure that it is gone: it may go by another name still
        if (!event.action().equals("push") && !event.action().equals("save")) {
          put(Thing.image(event.id()), What.LOOK);
        }
      }
      case "network" -> {
        // Docker's own word, and that of swarm networks
        boolean gone = event.action().equals("destroy") || event.action().equals("remove");
        put(Thing.network(event.id()), gone ? What.GONE : What.LOOK);
        String container = event.attributes().getOrDefault("container", "");
        if (!container.isEmpty()) {
          put(Thing.container(container), What.LOOK);
        }
      }
      case "volume" -> {
        switch (event.action()) {
          case "destroy" -> put(Thing.volume(event.id()), What.GONE);
          case "mount", "unmount" -> {} // told by the container
          default -> put(Thing.volume(event.id()), What.LOOK);
        }
      }
      default -> {}
    }
  }

  private void container(String action, String id) {
    if (action.equals("destroy")) {
      put(Thing.container(id), What.GONE);
    } else if (!IDLE.contains(action)) {
      put(Thing.container(id), What.LOOK);
    }
  }

  /// A container that is gone stays gone; other ids, and names, may come again.
  private void put(Thing thing, What what) {
    if (thing.kind() != Kind.CONTAINER || pending.get(thing) != What.GONE) {
      pending.put(thing, what);
      bell.ring();
    }
  }

  /// All that changed since the last time, in the order in which it first did.
  synchronized Map<Thing, What> take() {
    Map<Thing, What> taken = pending;
    pending = new LinkedHashMap<>();
    return taken;
  }

  /// When the last event came, as [System#nanoTime] counts.
  synchronized long lastSeen() {
    return lastSeen;
  }

  /// The last event's time by the engine's clock; 0 before the first. Not the greatest: clocks are set back at times.
  synchronized long lastNanos() {
    return lastNanos;
  }
}
