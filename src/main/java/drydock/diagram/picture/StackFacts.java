// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.time.Instant;
import java.util.List;

/// All that the stack is drawn from.
///
/// @param containers the oldest first, so that a new one moves none; those that do not run are not
///   drawn
/// @param reading what was read of them
/// @param at when the engine said the latest of it
public record StackFacts(
    EngineInfo engine,
    ThisComputer computer,
    List<Container> containers,
    StackReader.Reading reading,
    Instant at) {
  public StackFacts {
    containers = List.copyOf(containers);
  }
}
