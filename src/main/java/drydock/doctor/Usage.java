// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.DiskUsage;

/// What is known of the disk that the engine's objects take.
public sealed interface Usage {
  /// Nobody was asked: there is no engine, or it is counting still.
  record Unasked() implements Usage {}

  record Counted(DiskUsage bytes) implements Usage {}

  /// @param why in a sentence
  record Uncounted(String why) implements Usage {}
}
