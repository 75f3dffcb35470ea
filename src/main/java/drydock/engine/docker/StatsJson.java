// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Stats;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads one answer of `GET /containers/{id}/stats`. Docker leaves out many a figure that is 0, and Podman writes 0 for some
/// that it does not measure: what tells them apart is `memory_stats.stats`, which is the kernel's own list and differs
/// between cgroup versions.
final class StatsJson {
  /// Beyond it a count of processes means: no limit (the kernel's "max").
  private static final long MOST_PIDS = 1L << 32;

  private StatsJson() {}

  /// Empty when nothing was measured, because the container does not run.
  static Optional<Stats> read(JsonNode node) {
    Instant at = Json.instant(node, "read");
    JsonNode memoryNode = node.path("memory_stats");
    int cgroup = cgroup(memoryNode.path("stats"));
    Stats.Cpu cpu = cpu(node.path("cpu_stats"), cgroup);
    Stats.Memory memory = memory(memoryNode, cgroup);
    if (at == null || (cpu == null && memory == null)) {
      return Optional.empty();
    }
    JsonNode pids = node.path("pids_stats");
    JsonNode io = Json.at(node, "blkio_stats", "io_service_bytes_recursive");
    return Optional.of(
        new Stats(
            at,
            cpu,
            memory,
            told(pids, "current"),
            pidsLimit(pids),
            networks(node.path("networks")),
            transferred(io, "read", cgroup),
            transferred(io, "write", cgroup),
            cgroup));
  }

  private static int cgroup(JsonNode kernel) {
    if (kernel.has("total_inactive_file")) {
      return 1;
    }
    return kernel.has("inactive_file") ? 2 : 0;
  }

  private static Stats.@Nullable Cpu cpu(JsonNode cpu, int cgroup) {
    JsonNode usage = cpu.path("cpu_usage");
    long total = Json.number(usage, "total_usage");
    if (total <= 0) {
      return null;
    }
    JsonNode throttling = cpu.path("throttling_data");
    boolean measured = cgroup > 0 || Json.number(throttling, "periods") > 0;
    int cpus = (int) Json.number(cpu, "online_cpus");
    return new Stats.Cpu(
        total,
        Json.number(usage, "usage_in_usermode"),
        Json.number(usage, "usage_in_kernelmode"),
        Json.number(cpu, "system_cpu_usage"),
        cpus > 0 ? cpus : usage.path("percpu_usage").size(),
        counter(throttling, "periods", measured),
        counter(throttling, "throttled_periods", measured),
        counter(throttling, "throttled_time", measured));
  }

  private static Stats.@Nullable Memory memory(JsonNode memory, int cgroup) {
    if (Json.number(memory, "usage") <= 0) {
      return null;
    }
    return new Stats.Memory(
        Json.number(memory, "usage"),
        Json.number(memory, "stats", cgroup == 1 ? "total_inactive_file" : "inactive_file"),
        Math.max(0, Json.number(memory, "limit")),
        counter(memory, "max_usage", cgroup == 1),
        counter(memory, "failcnt", cgroup > 0));
  }

  /// @param measured whether a figure that is missing is 0; else one that is 0 is missing, too
  private static OptionalLong counter(JsonNode node, String name, boolean measured) {
    long value = Math.max(0, Json.number(node, name));
    return measured || value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static OptionalLong told(JsonNode node, String name) {
    return counter(node, name, false);
  }

  private static OptionalLong pidsLimit(JsonNode pids) {
    JsonNode limit = pids.path("limit");
    boolean some = limit.canConvertToLong() && limit.asLong() > 0 && limit.asLong() < MOST_PIDS;
    return some ? OptionalLong.of(limit.asLong()) : OptionalLong.empty();
  }

  private static Map<String, Stats.Traffic> networks(JsonNode networks) {
    Map<String, Stats.Traffic> all = new LinkedHashMap<>();
    networks
        .properties()
        .forEach(
            entry ->
                all.put(
                    entry.getKey(),
                    new Stats.Traffic(
                        Json.number(entry.getValue(), "rx_bytes"),
                        Json.number(entry.getValue(), "tx_bytes"))));
    return all;
  }

  /// The sum over all devices. Without any transfer the list is empty, or null.
  private static OptionalLong transferred(JsonNode entries, String operation, int cgroup) {
    long sum = 0;
    for (JsonNode entry : entries) {
      if (Json.text(entry, "op").equalsIgnoreCase(operation)) {
        sum += Json.number(entry, "value");
      }
    }
    boolean told = cgroup > 0 || entries.size() > 0;
    return told ? OptionalLong.of(sum) : OptionalLong.empty();
  }
}
