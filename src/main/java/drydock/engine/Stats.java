// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One measurement of a running container: `GET /containers/{id}/stats`. What this engine does not tell is empty.
///
/// @param at by the engine's clock
/// @param cpu null when the engine measured none
/// @param memory null when the engine measured none
/// @param networks by interface
/// @param cgroup 1 or 2: the way that the figures were measured; 0 when it does not show
public record Stats(
    Instant at,
    @Nullable Cpu cpu,
    @Nullable Memory memory,
    OptionalLong pids,
    OptionalLong pidsLimit,
    Map<String, Traffic> networks,
    OptionalLong readBytes,
    OptionalLong writtenBytes,
    int cgroup) {
  public Stats {
    networks = Map.copyOf(networks);
  }

  /// Counters since the container's start, in nanoseconds of processor time.
  ///
  /// @param systemNanos of the whole machine; 0 when not told
  /// @param periods in which a quota was in force, and how many of them and how long it held the container back
  public record Cpu(
      long totalNanos,
      long userNanos,
      long kernelNanos,
      long systemNanos,
      int onlineCpus,
      OptionalLong periods,
      OptionalLong throttledPeriods,
      OptionalLong throttledNanos) {
    /// How much of one processor was used since `before`, as `docker stats` counts it: 1.0 is one whole processor. 0 when
    /// it cannot be told.
    public double since(Cpu before) {
      long own = totalNanos - before.totalNanos;
      long machine = systemNanos - before.systemNanos;
      return own <= 0 || machine <= 0 ? 0 : (double) own / machine * onlineCpus;
    }
  }

  /// @param usageBytes with the page cache
  /// @param inactiveFileBytes page cache that can be given back at once
  /// @param limitBytes the machine's memory when unlimited
  /// @param peakBytes cgroup v1 only
  /// @param failures how often the limit was hit (v1), or something was killed for it (v2)
  public record Memory(
      long usageBytes,
      long inactiveFileBytes,
      long limitBytes,
      OptionalLong peakBytes,
      OptionalLong failures) {
    /// What `docker stats` shows.
    public long usedBytes() {
      return inactiveFileBytes < usageBytes ? usageBytes - inactiveFileBytes : usageBytes;
    }
  }

  public record Traffic(long receivedBytes, long sentBytes) {}
}
