// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.Stats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the picture of limits is drawn from.
///
/// @param containers the oldest first, so that a new one moves none
/// @param meters what was measured, by container id
/// @param wished a limit of memory that is being dragged to, by container id
/// @param at when the engine said the latest of it
public record LimitsFacts(
    EngineInfo engine,
    List<Container> containers,
    Map<String, Meter> meters,
    Map<String, Long> wished,
    Instant at) {
  public LimitsFacts {
    containers = List.copyOf(containers);
    meters = Map.copyOf(meters);
    wished = Map.copyOf(wished);
  }

  /// What was measured of one container.
  ///
  /// @param before the measurement before; null at the first
  /// @param peakBytes the most that was seen since somebody looks
  public record Meter(Stats now, @Nullable Stats before, long peakBytes) {
    /// After one more measurement.
    public static Meter next(@Nullable Meter before, Stats now) {
      Stats.Memory memory = now.memory();
      long used = memory == null ? 0 : memory.usedBytes();
      return before == null
          ? new Meter(now, null, used)
          : new Meter(now, before.now, Math.max(before.peakBytes, used));
    }
  }
}
