// SPDX-License-Identifier: Apache-2.0
package drydock.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.picture.LimitsFacts;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.Limits;
import drydock.engine.Stats;
import drydock.engine.docker.RealEngine;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The model over a real engine, against what the kernel says in the container.
@EngineTest
class LimitsModelTest {
  private static final long MB = 1 << 20;
  private final RealEngine real = new RealEngine();
  private final LimitsModel model =
      Fx.get(() -> new LimitsModel(new FxBackground(), () -> real.engine, Clock.systemUTC()));

  @AfterEach
  void clean() {
    Fx.run(() -> model.update(null, false));
    real.close();
  }

  @Test
  void whatIsMeasuredIsWhatTheKernelCounts() {
    String web = limited("sleep 300");
    update(true);
    until(() -> measured(web));
    LimitsFacts.Meter meter = facts().meters().get(web);
    Stats.Memory memory = Objects.requireNonNull(Objects.requireNonNull(meter).now().memory());
    assertThat(memory.limitBytes()).isEqualTo(64 * MB);
    assertThat(kernelLimit(web)).isEqualTo(64 * MB);
    assertThat(meter.now().pids().orElse(0)).isEqualTo(1);
    update(false);
    assertThat(facts().meters()).isEmpty();
  }

  @Test
  void aLimitThatIsDraggedIsChangedWhileTheContainerRuns() {
    String web = limited("sleep 300");
    update(true);
    Fx.run(() -> model.wish(web, 0.5));
    assertThat(facts().wished()).containsEntry(web, 32 * MB);
    assertThat(kernelLimit(web)).as("not before it is let go").isEqualTo(64 * MB);
    Fx.run(() -> model.grant(web));
    until(() -> facts().wished().isEmpty());
    assertThat(kernelLimit(web)).isEqualTo(32 * MB);
    update(true);
    Fx.run(() -> model.step(web, 2));
    until(() -> kernelLimit(web) == 40 * MB);
    assertThat(Fx.get(() -> model.problemProperty().get())).isEmpty();
  }

  @Test
  void aLimitBelowWhatDockerTakesIsNotAskedFor() {
    String web = limited("sleep 300");
    update(true);
    Fx.run(() -> model.wish(web, 0.0001));
    assertThat(facts().wished()).containsEntry(web, 6 * MB);
  }

  @Test
  void onlyOursAreChanged() {
    String foreign = real.foreign("sleep 300", false);
    update(true);
    assertThat(Fx.get(() -> model.canChange(foreign))).isFalse();
    Fx.run(() -> model.wish(foreign, 0.5));
    assertThat(facts().wished()).isEmpty();
    Fx.run(() -> model.change(foreign, Limits.memory(32 * MB)));
    until(() -> !Fx.get(() -> model.problemProperty().get()).isEmpty());
  }

  private String limited(String script) {
    return real.engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(real.name("limited"))
                .limits(Limits.memory(64 * MB))
                .command("sh", "-c", "exec " + script)
                .build());
  }

  private long kernelLimit(String container) {
    String text =
        real.engine
            .containers()
            .execute(
                container,
                List.of(
                    "sh",
                    "-c",
                    "cat /sys/fs/cgroup/memory.max 2>/dev/null"
                        + " || cat /sys/fs/cgroup/memory/memory.limit_in_bytes"),
                Duration.ofSeconds(5))
            .stdout()
            .strip();
    return Long.parseLong(text);
  }

  private void update(boolean inView) {
    EngineState state =
        new EngineState(
            real.engine.info(),
            Map.of(),
            real.engine.containers().list().stream()
                .collect(Collectors.toMap(Container::id, c -> c)),
            Map.of(),
            Map.of(),
            Instant.now());
    Fx.run(() -> model.update(state, inView));
  }

  private boolean measured(String container) {
    LimitsFacts.Meter meter = facts().meters().get(container);
    return meter != null && meter.before() != null;
  }

  private LimitsFacts facts() {
    return Fx.get(() -> Objects.requireNonNull(model.factsProperty().get()));
  }

  private static void until(BooleanSupplier condition) {
    RealEngine.eventually("the model follows", condition);
  }
}
