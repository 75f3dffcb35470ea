// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.check.CheckContext;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A file twice as long is twice the work, whatever it is full of. What is counted is the memory
/// that reading, checking and planning ask for, which is the same on a busy machine; copying what
/// was copied before shows in it. `LanguageBench` measures time.
class GrowthTest {
  private static final int LINES = 1_000;

  /// Of a file twice as long: twice, and something for what grows by steps. The square would be
  /// four times.
  private static final double MOST = 2.1;

  enum Shape {
    SERVICES(
        i ->
            """
            FROM --platform=$BUILDPLATFORM busybox:1.37 AS a%d
            ENV V="${V1:-x}" W=$V
            RUN --mount=type=cache,target=/x echo "$HOME" && \\
                test 1 -ne 2
            COPY --from=a%d --chown=1:1 a b /c/
            # why
            """
                .formatted(i, Math.max(0, i - 1))),
    VARIABLES(i -> "ENV NAME" + i + "=$NAME" + (i - 1) + "\n"),
    THE_SAME_VARIABLE(i -> "ENV PATH=/x$PATH\nENV PATH=/bin\n"),
    A_CHAIN_OF_STAGES(i -> "FROM s" + (i - 1) + " AS s" + i + "\nWORKDIR /w\nENV A" + i + "=1\n"),
    STAGES_OF_ONE(i -> "FROM s0\nENV A=$B\nCMD x\n"),
    COPIES(i -> "COPY --from=s0 --chmod=755 a \"b c\" $d /e\n"),
    HEREDOCS(i -> "RUN <<E\necho $A\nE\nCOPY <<-F /f\n\t$B\n\tF\n"),
    COMMANDS(i -> "RUN a \\\n  # why\n\n && b " + i + "\n"),
    PORTS(i -> "EXPOSE " + i + "/TCP 1:2\n"),
    COMMENTS(i -> "# one of many\n\n"),
    MISTAKES(i -> "RUNN x\nCOPY a\nENV\n");

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final IntFunction<String> lines;

    Shape(IntFunction<String> lines) {
      this.lines = lines;
    }

    String file(int times) {
      return IntStream.range(0, times)
          .mapToObj(lines)
          .collect(Collectors.joining("", "FROM busybox:1.37 AS s0\n", "RUN x\n"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void twiceTheFileIsTwiceTheWork(Shape shape) {
    String one = shape.file(LINES);
    String two = shape.file(2 * LINES);
    work(two); // what is made once is not counted
    double growth = (double) memory(two) / memory(one);
    assertThat(growth).as(shape.name()).isLessThan(MOST);
  }

  private static long memory(String text) {
    if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)) {
      throw new IllegalStateException("this virtual machine does not count what a thread asks for");
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    work(text);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void work(String text) {
    Dockerfile file = Dockerfile.parse(text);
    assertThat(drydock.dockerfile.check.Checks.of(file, CheckContext.NONE)).isNotNull();
    assertThat(BuildPlan.of(file, Map.of()).stages()).isNotEmpty();
  }
}
