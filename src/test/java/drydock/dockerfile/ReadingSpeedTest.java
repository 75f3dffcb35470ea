// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How long reading takes, in processor time of this thread, which a busy machine hardly falsifies. The limits are generous
/// so that only a real mistake, such as work that grows with the square, breaks them.
class ReadingSpeedTest {
  private static final int LINES = 5_000;

  @Test
  void fiveThousandLinesAreReadBetweenTwoFrames() {
    StringBuilder text = new StringBuilder("FROM busybox:1.37 AS a\n");
    for (int i = 1; i < LINES; i += 5) {
      text.append("ENV V").append(i).append("=\"${V1:-x}\" W=$V1\n");
      text.append("RUN --mount=type=cache,target=/x echo \"$HOME\" && \\\n    test 1 -ne 2\n");
      text.append("COPY --from=a --chown=1:1 a b /c/\n# why\n");
    }
    long[] reading = new long[30];
    long[] all = new long[30];
    for (int i = 0; i < reading.length; i++) {
      long start = now();
      Dockerfile file = Dockerfile.parse(text.toString());
      reading[i] = now() - start;
      BuildPlan.of(file, Map.of());
      BuildProblems.of(file, Map.of(), null);
      all[i] = now() - start;
    }
    System.out.printf(
        "%,d lines: read %.1f ms, read and planned %.1f ms%n",
        LINES, median(reading) / 1e6, median(all) / 1e6);
    assertThat(median(reading)).isLessThan(150_000_000);
    assertThat(median(all)).isLessThan(500_000_000);
  }

  private static long median(long[] times) {
    long[] late = Arrays.copyOfRange(times, times.length / 2, times.length);
    Arrays.sort(late);
    return late[late.length / 2];
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
