// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.PathChange;
import drydock.messages.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The thin layer on top of an image that belongs to one container: what it wrote.
///
/// @param changes as `docker diff` prints them; folders above a change count as modified
/// @param bytes that the layer takes; empty where nobody counted
/// @param untold why nothing is known of it, a sentence; empty when something is
/// @param at when the engine answered
public record ContainerLayer(
    List<PathChange> changes, OptionalLong bytes, String untold, Instant at) {
  public ContainerLayer {
    changes = List.copyOf(changes);
  }

  /// Whether the container wrote nothing at all so far.
  public boolean untouched() {
    return untold.isEmpty() && changes.isEmpty();
  }

  /// How many paths changed in this way.
  public long count(PathChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /// Asks the engine twice for each container, which costs it a walk over the container's files:
  /// ask for few, and seldom.
  ///
  /// @return by container; one that went away is left out
  /// @throws EngineException when it is the engine that is gone
  public static Map<String, ContainerLayer> read(
      ContainerEngine engine, List<Container> containers, Clock clock) {
    Map<String, ContainerLayer> all = new HashMap<>();
    for (Container container : containers) {
      try {
        all.put(container.id(), read(engine, container.id(), clock));
      } catch (EngineException e) {
        String untold = untold(e);
        if (!untold.isEmpty()) {
          all.put(
              container.id(),
              new ContainerLayer(List.of(), OptionalLong.empty(), untold, clock.instant()));
        }
      }
    }
    return all;
  }

  private static ContainerLayer read(ContainerEngine engine, String container, Clock clock) {
    List<PathChange> changes = engine.containers().changes(container);
    return new ContainerLayer(
        changes, engine.containers().ownBytes(container), "", clock.instant());
  }

  /// Empty when the container is gone.
  ///
  /// @throws EngineException when it is the engine that is gone
  private static String untold(EngineException e) {
    return switch (e.problem()) {
      case EngineProblem.NotFound _ -> "";
      case EngineProblem.Unreachable _, EngineProblem.ConnectionLost _ -> throw e;
      case EngineProblem.Conflict _,
          EngineProblem.NotOurs _,
          EngineProblem.TimedOut _,
          EngineProblem.Failed _,
          EngineProblem.BadAnswer _,
          EngineProblem.Unsupported _,
          EngineProblem.NotRecorded _,
          EngineProblem.PortUnavailable _,
          EngineProblem.PullFailed _,
          EngineProblem.DiskFull _,
          EngineProblem.BadContext _,
          EngineProblem.BadArchive _,
          EngineProblem.LocalFile _ ->
          Problems.sentence(e.problem());
    };
  }
}
