// SPDX-License-Identifier: Apache-2.0
package drydock.ui.life;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.HealthCheck;
import drydock.engine.HealthResult;
import drydock.engine.docker.RealEngine;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is gathered of a real container's health checks.
@EngineTest
class HealthLogTest {
  private final RealEngine real = new RealEngine();
  private final HealthLog log =
      Fx.get(() -> new HealthLog(new FxBackground(), () -> real.engine, () -> {}, _ -> {}));

  @AfterEach
  void clean() {
    Fx.run(log::end);
    real.close();
  }

  @Test
  void moreIsKeptThanTheEngineKeepsAndEachOnce() {
    HealthCheck check =
        new HealthCheck(
            List.of("CMD-SHELL", "echo not well; exit 1"),
            Duration.ofMillis(400),
            Duration.ofSeconds(5),
            Duration.ZERO,
            1);
    String id =
        real.engine
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                    .name(real.name("ill"))
                    .healthCheck(check)
                    .command("sleep", "600")
                    .build());
    Fx.run(() -> log.follow(state()));
    RealEngine.eventually("more than five", () -> results(id).size() > 6);
    List<HealthResult> results = results(id);
    assertThat(results).doesNotHaveDuplicates().allMatch(r -> r.exitCode() == 1);
    assertThat(results).extracting(HealthResult::output).containsOnly("not well");
    assertThat(results).isSortedAccordingTo(java.util.Comparator.comparing(HealthResult::end));
    Fx.run(() -> log.keep(List.of()));
    assertThat(results(id)).isEmpty();
  }

  private List<HealthResult> results(String id) {
    return Fx.get(() -> log.known().getOrDefault(id, List.of()));
  }

  private EngineState state() {
    return new EngineState(
        real.engine.info(),
        Map.of(),
        real.engine.containers().list().stream().collect(Collectors.toMap(Container::id, c -> c)),
        Map.of(),
        Map.of(),
        Instant.now());
  }
}
