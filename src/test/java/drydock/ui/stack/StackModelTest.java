// SPDX-License-Identifier: Apache-2.0
package drydock.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Scene;
import drydock.diagram.picture.StackFacts;
import drydock.diagram.picture.StackPicture;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.ImageSummary;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import drydock.observe.InnerKernel;
import drydock.observe.ThisComputer;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The model and its buttons over a real engine.
@EngineTest
class StackModelTest {
  private final RealEngine real = new RealEngine();
  private final StackModel model =
      Fx.get(
          () ->
              new StackModel(
                  new FxBackground(),
                  () -> real.engine,
                  Clock.systemUTC(),
                  ThisComputer.current()));
  private final Parent tools = Fx.get(() -> (Parent) new StackTools(model).node());

  @AfterEach
  void clean() {
    Fx.run(() -> model.update(null, false));
    mine().forEach(c -> RawDocker.delete("/containers/" + c.id() + "?force=1&v=1"));
    real.close();
  }

  @Test
  void oneMoreAppIsARealContainerHereAndADrawnMachineThere() {
    String other = real.ours("sleep 300");
    update(true);
    press("stack-one");
    Container app = mine().getFirst();
    assertThat(mine()).hasSize(1);
    assertThat(app.name()).startsWith("app-");
    update(true);
    until(() -> kernel(app.id()).equals(facts().engine().machine().kernelVersion()));
    Scene scene = StackPicture.of(facts(), 1000);
    assertThat(scene.element("container:" + app.id())).isPresent();
    assertThat(scene.element("vm:" + app.id())).isPresent();
    until(() -> facts().reading().stats().containsKey(app.id()));

    press("stack-remove");
    assertThat(mine()).isEmpty();
    assertThat(real.engine.containers().inspect(other).running()).isTrue();
    update(true);
    assertThat(StackPicture.of(facts(), 1000).element("vm:" + app.id())).isEmpty();
    assertThat(disabled("stack-remove")).isTrue();
  }

  @Test
  void twentyMoreHaveNamesOfTheirOwn() {
    update(true);
    press("stack-one");
    update(true);
    press("stack-many");
    assertThat(mine()).hasSize(21);
    update(true);
    until(() -> facts().reading().stats().size() >= 21);
    assertThat(StackPicture.of(facts(), 484).elements())
        .filteredOn(e -> e.id().startsWith("container:"))
        .hasSizeBetween(21, 24);
    press("stack-remove");
    assertThat(mine()).isEmpty();
  }

  @Test
  void nothingIsReadWhileNobodyLooks() {
    String web = real.ours("sleep 300");
    update(false);
    assertThat(facts().reading().kernels()).isEmpty();
    update(true);
    until(() -> !kernel(web).isEmpty());
  }

  @Test
  void withoutASmallImageNothingCanBeStarted() {
    Fx.run(() -> model.update(state(Map.of()), true));
    assertThat(disabled("stack-one")).isTrue();
    update(true);
    assertThat(disabled("stack-one")).isFalse();
    assertThat(disabled("stack-remove")).isTrue();
  }

  private void press(String id) {
    Fx.run(() -> ((Button) tools.lookup("#" + id)).fire());
    until(() -> !Fx.get(() -> model.busyProperty().get()));
    assertThat(Fx.get(() -> model.problemProperty().get())).isEmpty();
  }

  private boolean disabled(String id) {
    return Fx.get(() -> tools.lookup("#" + id).isDisabled());
  }

  private String kernel(String container) {
    InnerKernel kernel = facts().reading().kernels().get(container);
    return kernel == null ? "" : kernel.release();
  }

  private StackFacts facts() {
    return Fx.get(() -> Objects.requireNonNull(model.factsProperty().get()));
  }

  private void update(boolean inView) {
    EngineState state =
        state(
            real.engine.images().list().stream()
                .collect(Collectors.toMap(ImageSummary::id, i -> i)));
    Fx.run(() -> model.update(state, inView));
  }

  private EngineState state(Map<String, ImageSummary> images) {
    return new EngineState(
        real.engine.info(),
        images,
        real.engine.containers().list().stream().collect(Collectors.toMap(Container::id, c -> c)),
        Map.of(),
        Map.of(),
        Instant.now());
  }

  private List<Container> mine() {
    return real.engine.containers().list().stream()
        .filter(c -> c.labels().containsValue("picture:stack"))
        .toList();
  }

  private static void until(BooleanSupplier condition) {
    RealEngine.eventually("the model follows", condition);
  }
}
