// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.doctor.Report;
import drydock.doctor.Report.Row;
import drydock.doctor.Reports;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo.Limit;
import drydock.engine.EngineStatus;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginePageTest {
  private static final Reports.Engine DOCKER = Reports.Engine.at(Reports.USUAL);
  private static final Reports.Engine PODMAN = Reports.Engine.at(Reports.PODMAN).podman();
  private static final Reports.Engine TROUBLED =
      DOCKER
          .cgroup1(Set.of(Limit.MEMORY, Limit.CPU, Limit.PIDS))
          .ahead(Duration.ofSeconds(73))
          .saying(
              List.of("name=seccomp,profile=builtin"), List.of("WARNING: No swap limit support"));

  private final Monitor monitor = new Monitor();
  private int closed;

  private Stage show(EngineModel model, Theme theme) {
    return Fx.show(Fx.get(() -> new EnginePage(model, () -> closed++).node()), 980, 640, theme);
  }

  private static <N extends Node> N find(Stage stage, String selector, Class<N> type) {
    return Fx.get(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          return type.cast(
              Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), selector));
        });
  }

  @Test
  void theRowsAreTheReports() {
    EngineModel model = monitor.model(new DirectBackground(), null);
    Stage stage = show(model, Theme.LIGHT);
    Fx.run(
        () -> {
          model.update(Monitor.ready(TROUBLED.info(), TROUBLED.attempt()));
          model.watch(true);
        });
    for (Report.Section section : Monitor.report(model).sections()) {
      String id = "#engine-" + section.topic().name().toLowerCase(Locale.ROOT);
      GridPane grid = find(stage, id + " .engine-rows", GridPane.class);
      List<String> shown = new ArrayList<>();
      collect(grid, shown);
      List<String> wanted = new ArrayList<>();
      for (Row row : section.rows()) {
        wanted.addAll(List.of(Report.word(row.severity()), row.label(), row.value()));
        if (!row.note().isEmpty()) {
          wanted.add(row.note());
        }
      }
      assertThat(shown).as(section.title()).isEqualTo(wanted);
    }
    Fx.close(stage);
  }

  private static void collect(Parent parent, List<String> texts) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof Labeled label) {
        texts.add(label.getText());
      } else if (node instanceof Pane pane) {
        collect(pane, texts);
      }
    }
  }

  @Test
  void theReportCanBeCopiedAndMadeAnew() {
    EngineModel model = monitor.model(new DirectBackground(), null);
    Stage stage = show(model, Theme.LIGHT);
    assertThat(find(stage, "#engine-copy", Button.class).isDisabled()).isTrue();
    Fx.run(
        () -> {
          model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt()));
          model.watch(true);
        });
    Button copy = find(stage, "#engine-copy", Button.class);
    Fx.run(copy::fire);
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(Monitor.all(Monitor.report(model)) + "\n");
    Node disk = find(stage, "#engine-machine", Node.class);
    Button again = find(stage, "#engine-again", Button.class);
    Fx.run(again::fire);
    assertThat(monitor.searches).isEqualTo(1);
    Fx.run(() -> model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt(), PODMAN.attempt())));
    assertThat(Monitor.all(Monitor.report(model))).contains("Podman 5.4");
    assertThat(find(stage, "#engine-machine", Node.class)).as("nothing new there").isSameAs(disk);
    Fx.close(stage);
  }

  @Test
  void anEngineIsChosenByClickAndByKeyboard() {
    EngineModel model = monitor.model(new DirectBackground(), null);
    Stage stage = show(model, Theme.LIGHT);
    Fx.run(
        () -> {
          model.update(Monitor.ready(DOCKER.info(), DOCKER.attempt(), PODMAN.attempt()));
          model.watch(true);
        });
    RadioButton first = find(stage, "#engine-choice-0", RadioButton.class);
    assertThat(first.isSelected()).isTrue();
    RadioButton podman = find(stage, "#engine-choice-2", RadioButton.class);
    assertThat(podman.getText())
        .isEqualTo("Podman 5.4 · Podman as root · unix:///run/podman/podman.sock");
    Fx.run(
        () -> {
          podman.requestFocus();
          podman.fire();
        });
    assertThat(monitor.preferred).isEqualTo(Reports.PODMAN.uri());
    assertThat(monitor.remembered).containsExactly(Reports.PODMAN.uri());
    assertThat(Fx.get(() -> stage.getScene().getFocusOwner().getId()))
        .as("the focus stays on the choice")
        .isEqualTo("engine-choice-2");
    Fx.run(() -> model.update(Monitor.ready(PODMAN.info(), DOCKER.attempt(), PODMAN.attempt())));
    assertThat(find(stage, "#engine-choice-2", RadioButton.class).getText()).endsWith("(in use)");
    assertThat(Fx.get(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("engine-choice-2");
    Fx.key(stage, KeyCode.ESCAPE);
    assertThat(closed).isEqualTo(1);
    Fx.close(stage);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksLikeThis(Theme theme) {
    String name = "engine-" + theme.name().toLowerCase(Locale.ROOT);
    EngineModel model = monitor.model(new DirectBackground(), null);
    Stage stage = show(model, theme);
    Fx.run(() -> model.watch(true));
    EndpointAttempt dead = Reports.failed(Reports.HOST, Result.REFUSED);
    Fx.run(
        () ->
            model.update(
                Monitor.ready(
                    TROUBLED.info(),
                    dead,
                    TROUBLED.attempt(),
                    PODMAN.attempt(),
                    Reports.failed(Reports.COLIMA, Result.NOT_FOUND))));
    Fx.picture(stage, name + "-1-top");
    ScrollPane scroll = find(stage, "#engine-report", ScrollPane.class);
    for (int page = 1; page < 4; page++) {
      double value = page / 3.0;
      Fx.run(() -> scroll.setVvalue(value));
      Fx.picture(stage, name + "-1-top" + page);
    }
    Fx.run(
        () ->
            model.update(
                new EngineStatus.Unavailable(
                    List.of(
                        dead,
                        Reports.failed(Reports.USUAL, Result.PERMISSION_DENIED),
                        Reports.failed(Reports.PODMAN, Result.NOT_FOUND)))));
    Fx.run(() -> scroll.setVvalue(0));
    Fx.picture(stage, name + "-2-none");
    assertThat(find(stage, "#engine-lessons .engine-value", Labeled.class).getText())
        .startsWith("can be read and edited");
    Fx.close(stage);
  }
}
