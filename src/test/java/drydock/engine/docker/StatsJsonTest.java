// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.engine.Stats;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Measurements as the two cgroup versions and Podman tell them. `stats-cgroup1` and `stats-cgroup1-28` were recorded; the others are written in the
/// shapes that moby's `stats_unix.go` and Podman's compatible API document.
class StatsJsonTest {
  @Test
  void cgroupVersion1() throws IOException {
    List<Stats> all = recorded("stats-cgroup1");
    Stats first = all.getFirst();
    assertThat(first)
        .isEqualTo(
            new Stats(
                Instant.parse("2026-11-20T05:10:17.406613820Z"),
                new Stats.Cpu(
                    76963583,
                    30000000,
                    40000000,
                    1747530000000L,
                    2,
                    OptionalLong.of(44),
                    OptionalLong.of(0),
                    OptionalLong.of(0)),
                new Stats.Memory(
                    1105920, 8192, 67108864, OptionalLong.of(4079616), OptionalLong.of(0)),
                OptionalLong.of(3),
                OptionalLong.of(50),
                Map.of(),
                OptionalLong.of(0),
                OptionalLong.of(0),
                1));
    assertThat(cpu(all.get(1)).since(cpu(first)))
        .isCloseTo(902817.0 / 2_020_000_000L * 2, within(1e-9));
    assertThat(memory(first).usedBytes()).isEqualTo(1105920 - 8192);
  }

  @Test
  void aContainerWithoutALimitOfProcesses() throws IOException {
    Stats stats = recorded("stats-cgroup1-28").getFirst();
    assertThat(stats.cgroup()).isEqualTo(1);
    assertThat(stats.pids()).hasValue(1);
    assertThat(stats.pidsLimit()).isEmpty();
    assertThat(stats.networks()).containsExactly(Map.entry("eth0", new Stats.Traffic(736, 126)));
    assertThat(memory(stats))
        .isEqualTo(
            new Stats.Memory(557056, 0, 67108864, OptionalLong.of(4628480), OptionalLong.of(0)));
  }

  @Test
  void cgroupVersion2() throws IOException {
    List<Stats> all = recorded("stats-cgroup2");
    Stats first = all.getFirst();
    assertThat(first.cgroup()).isEqualTo(2);
    assertThat(first.pids()).hasValue(7);
    assertThat(first.pidsLimit()).as("the kernel's word for none is a huge number").isEmpty();
    assertThat(first.readBytes()).hasValue(5096);
    assertThat(first.writtenBytes()).hasValue(8192);
    assertThat(memory(first))
        .isEqualTo(
            new Stats.Memory(
                10485760, 6287360, 67108864, OptionalLong.empty(), OptionalLong.of(0)));
    assertThat(cpu(first).throttledPeriods()).hasValue(5);
    assertThat(first.networks()).containsExactly(Map.entry("eth0", new Stats.Traffic(1118, 42)));
    Stats second = all.get(1);
    assertThat(cpu(second).since(cpu(first))).isCloseTo(1.0, within(1e-9));
    assertThat(second.pidsLimit()).hasValue(20);
    assertThat(second.readBytes()).as("null says that nothing was read").hasValue(0);
    assertThat(memory(second).failures()).hasValue(2);
    assertThat(memory(second).usedBytes()).isEqualTo(12582912 - 6287360);
  }

  @Test
  void podmanLeavesOutWhatItDoesNotMeasure() throws IOException {
    Stats stats = recorded("stats-podman").getFirst();
    assertThat(stats.at()).isEqualTo(Instant.parse("2026-03-01T09:00:01.5Z"));
    assertThat(stats.cgroup()).isZero();
    assertThat(stats.pids()).hasValue(3);
    assertThat(stats.pidsLimit()).isEmpty();
    assertThat(stats.readBytes()).isEmpty();
    assertThat(memory(stats))
        .isEqualTo(
            new Stats.Memory(4194304, 0, 8000000000L, OptionalLong.empty(), OptionalLong.empty()));
    assertThat(memory(stats).usedBytes()).isEqualTo(4194304);
    assertThat(cpu(stats).totalNanos()).isEqualTo(36000000);
    assertThat(cpu(stats).periods()).as("it writes 0 and does not know").isEmpty();
    assertThat(cpu(stats).throttledNanos()).isEmpty();
  }

  @Test
  void aContainerThatDoesNotRunMeasuresNothing() throws IOException {
    assertThat(
            StatsJson.read(
                Json.parse(
                    """
                    {"name":"/x","id":"1","read":"0001-01-01T00:00:00Z","pids_stats":{},
                     "blkio_stats":{"io_service_bytes_recursive":null},
                     "cpu_stats":{"cpu_usage":{"total_usage":0},"throttling_data":{"periods":0}},
                     "memory_stats":{}}
                    """)))
        .isEmpty();
    for (String odd :
        List.of(
            "{}",
            "[]",
            "null",
            "7",
            "{\"read\":7,\"cpu_stats\":[],\"memory_stats\":\"x\"}",
            "{\"read\":\"2026-03-01T10:00:01Z\",\"memory_stats\":{\"usage\":-1}}")) {
      assertThat(StatsJson.read(Json.parse(odd))).as(odd).isEmpty();
    }
    assertThat(
            StatsJson.read(
                Json.parse(
                    """
                    {"read":"2026-03-01T10:00:01Z","memory_stats":{"usage":9,"limit":-1,"failcnt":"x","stats":[]},
                     "networks":{"eth0":null,"eth1":[1]},"pids_stats":{"limit":{},"current":-3},
                     "blkio_stats":{"io_service_bytes_recursive":{"a":{"op":7,"value":"x"}}}}
                    """)))
        .hasValueSatisfying(s -> assertThat(s.pidsLimit()).isEmpty())
        .hasValueSatisfying(s -> assertThat(s.cpu()).isNull())
        .hasValueSatisfying(s -> assertThat(memory(s).limitBytes()).isZero());
  }

  private static Stats.Cpu cpu(Stats stats) {
    return Objects.requireNonNull(stats.cpu());
  }

  private static Stats.Memory memory(Stats stats) {
    return Objects.requireNonNull(stats.memory());
  }

  private static List<Stats> recorded(String name) throws IOException {
    List<Stats> all = new ArrayList<>();
    for (String line : BuildAnswers.recorded(name)) {
      StatsJson.read(Json.parse(line)).ifPresent(all::add);
    }
    return all;
  }
}
