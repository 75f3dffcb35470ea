// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.util.OptionalInt;

/// A process that can be connected to: one started beside a container's own, or that one itself.
interface Connectable {
  /// How to connect. May ask the engine first; called once, before everything else.
  ///
  /// @throws drydock.engine.EngineException when there is nothing to connect to, or it is not ours
  Line line();

  /// Tells the process its terminal's size. Only after [#line].
  Call resize(int columns, int rows);

  /// The exit code of a process that wrote its last, as soon as the engine knows it. Only after [#line].
  OptionalInt exitCode();

  /// Whether whoever leaves types an end of input.
  boolean saysGoodbye();

  /// @param call the request whose answer is what the process writes
  /// @param terminal whether that is plain bytes, or frames
  /// @param input whether the process reads what is typed
  record Line(Call call, boolean terminal, boolean input) {}
}
