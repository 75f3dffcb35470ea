// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.doctor.Report;
import drydock.doctor.Reports;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineStatus;
import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The report as it is made, and the choice.
class EngineModelTest {
  private static final Reports.Engine DOCKER = Reports.Engine.at(Reports.USUAL);
  private static final Reports.Engine PODMAN = Reports.Engine.at(Reports.PODMAN).podman();

  private final Monitor monitor = new Monitor();

  /// Holds work back until a test lets it go on.
  private static final class Held implements Background {
    private final Background now = new DirectBackground();
    private final Deque<Runnable> calls = new ArrayDeque<>();

    @Override
    public <T> void call(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      calls.add(() -> now.call(work, done, failed));
    }

    void next() {
      calls.remove().run();
    }

    @Override
    public void onFx(Runnable action) {
      action.run();
    }

    @Override
    public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
      return now.batched(receiver);
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whatIsKnownIsShownBeforeTheEngineHasCounted() {
    Held held = new Held();
    EngineModel model = monitor.model(held, null);
    model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt()));
    assertThat(held.calls).as("nobody looks yet").isEmpty();
    model.watch(true);
    assertThat(model.busyProperty().get()).isTrue();
    assertThat(model.reportProperty().get()).isNull();
    held.next();
    assertThat(Monitor.all(Monitor.report(model))).contains("28.5.2", "being counted");
    assertThat(model.busyProperty().get()).isTrue();
    held.next();
    assertThat(Monitor.all(Monitor.report(model)))
        .contains("1.2 GB")
        .doesNotContain("being counted");
    assertThat(model.busyProperty().get()).isFalse();

    model.lookAgain();
    assertThat(model.busyProperty().get()).isTrue();
    model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt(), PODMAN.attempt()));
    held.next();
    held.next();
    assertThat(Monitor.all(Monitor.report(model)))
        .as("what was counted stays until it is counted anew")
        .contains("1.2 GB", "Podman 5.4")
        .doesNotContain("being counted");
    assertThat(monitor.searches).isEqualTo(1);
  }

  @Test
  void anAnswerThatComesLateIsForgotten() {
    Held held = new Held();
    EngineModel model = monitor.model(held, null);
    model.watch(true);
    assertThat(held.calls).as("nothing is known yet").isEmpty();
    assertThat(model.busyProperty().get()).isTrue();
    model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt()));
    model.update(
        new EngineStatus.Unavailable(List.of(Reports.failed(Reports.HOST, Result.NOT_FOUND))));
    assertThat(held.calls).hasSize(2);
    held.calls.removeLast().run();
    assertThat(Monitor.report(model).usable()).isFalse();
    held.next();
    assertThat(Monitor.report(model).usable()).isFalse();
    assertThat(held.calls).as("the engine of before is not asked").isEmpty();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void containersThatComeAndGoChangeNothing() {
    Held held = new Held();
    EngineModel model = monitor.model(held, null);
    model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt()));
    model.watch(true);
    held.next();
    held.next();
    Report before = Monitor.report(model);
    model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt()));
    model.update(new EngineStatus.Searching());
    model.watch(false);
    model.watch(true);
    assertThat(held.calls).isEmpty();
    assertThat(model.reportProperty().get()).isSameAs(before);
  }

  @Test
  void anEngineThatGoesAwayWhileItCountsIsSaid() {
    EngineModel model = monitor.model(new DirectBackground(), null);
    model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt()));
    monitor.answers = false;
    model.watch(true);
    assertThat(Monitor.all(Monitor.report(model))).contains("28.5.2");
    assertThat(model.problemProperty().get()).startsWith("No container engine answers.");
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void aChoiceThatDoesNotAnswerStaysInSight() {
    EngineModel model = monitor.model(new DirectBackground(), Reports.HOST.uri());
    assertThat(model.choicesProperty().get())
        .extracting(Choice::label)
        .containsExactly("Let Docker decide (DOCKER_HOST, current context)", "unix:///h.sock");
    model.update(
        Monitor.ready(
            DOCKER.info(), Reports.failed(Reports.HOST, Result.REFUSED), DOCKER.attempt()));
    assertThat(model.choicesProperty().get())
        .containsExactly(
            new Choice(null, "Let Docker decide (DOCKER_HOST, current context)", false),
            new Choice(
                Reports.USUAL.uri(), "Docker 28.5 · unix:///var/run/docker.sock  (in use)", false),
            new Choice(Reports.HOST.uri(), "unix:///h.sock  (nobody listens)", true));
    model.choose(null);
    assertThat(monitor.preferred).isNull();
    assertThat(monitor.remembered).containsExactly((String) null);
    assertThat(model.choicesProperty().get()).hasSize(2);
  }
}
