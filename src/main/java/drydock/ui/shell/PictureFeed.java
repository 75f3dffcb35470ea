// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineState;
import drydock.engine.Journal;
import org.jspecify.annotations.Nullable;

/// Keeps one picture true. What the engine's state does not hold is read only while the picture is
/// looked at. JavaFX thread only.
interface PictureFeed extends AutoCloseable {
  /// What happened up to the state of the next update.
  ///
  /// @param journal null while no engine answers
  default void happened(@Nullable Journal journal) {}

  /// The state changed, or the picture came into view or went out of it.
  ///
  /// @param state null while no engine answers
  /// @param inView whether somebody looks at it
  void update(@Nullable EngineState state, boolean inView);

  /// Ends what it reads.
  @Override
  void close();
}
