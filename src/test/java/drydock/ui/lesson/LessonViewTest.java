// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildOutcome;
import drydock.engine.Container;
import drydock.lesson.Lesson;
import drydock.lesson.LessonWorkspace;
import drydock.lesson.Progress;
import drydock.lesson.ProgressFile;
import drydock.lesson.Situations;
import drydock.lesson.pack.PackReader;
import drydock.lesson.pack.PackReading;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LessonViewTest {
  private static final String KIOSK = "kiosk:dev";

  @TempDir Path temp;
  private final List<String> opened = new ArrayList<>();
  private LessonModel model;
  private LessonView view;
  private Stage stage;

  /// What a listener throws on the toolkit's thread would be lost otherwise.
  private final List<Throwable> thrown = java.util.Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void show() throws IOException {
    Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> thrown.add(e)));
    show(PackReader.bundled(), 290, Theme.LIGHT);
  }

  private void show(List<PackReading> packs, double width, Theme theme) throws IOException {
    ProgressFile progress = new ProgressFile(temp.resolve("progress.json"), Clock.systemUTC());
    LessonWorkspace workspace = new LessonWorkspace(temp.resolve("w"), Clock.systemUTC());
    model = Fx.get(() -> new LessonModel(packs, progress, workspace, new DirectBackground()));
    view = Fx.get(() -> new LessonView(model, opened::add));
    stage = Fx.show((Parent) view.node(), width, 660, theme);
  }

  @AfterEach
  void close() {
    Fx.close(stage);
    Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    assertThat(thrown).isEmpty();
  }

  private Lesson lesson() {
    return Objects.requireNonNull(model.packs().getFirst().pack()).lessons().getFirst();
  }

  private <N extends Node> N find(String id, Class<N> type) {
    return Fx.get(
        () -> {
          // what a scroll pane holds is found once its skin is there
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          return type.cast(Objects.requireNonNull(view.node().lookup("#" + id), id));
        });
  }

  private void fire(String id) {
    Fx.run(() -> find(id, Button.class).fire());
  }

  private void open(int step) {
    Fx.run(
        () -> {
          model.open(lesson());
          model.goTo(step);
        });
  }

  /// Everything that can be read in the pane now.
  private String words() {
    return Fx.get(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          List<String> all = new ArrayList<>();
          gather(view.node(), all);
          return String.join("\n", all);
        });
  }

  private static void gather(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      words.add(labeled.getText());
    } else if (node instanceof Text text) {
      words.add(text.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> gather(child, words));
    }
  }

  private static Situations solved() {
    return new Situations()
        .file("Dockerfile", "FROM busybox:1.37\nCMD [\"echo\", \"Kiosk is open\"]\n")
        .image(KIOSK, "a", true, "l1")
        .config("a", Situations.cmd("echo", "Kiosk is open"))
        .container(KIOSK, "a", Container.Status.EXITED, 0);
  }

  @Test
  void aLessonIsOpenedFromTheListByKeyboard() {
    assertThat(words())
        .contains("Containers from zero", "Your first Dockerfile", "12 minutes · 0 of 5 steps");
    Fx.run(() -> find("lesson-open-first-dockerfile", Button.class).requestFocus());
    Fx.key(stage, KeyCode.ENTER);
    Fx.key(stage, KeyCode.SPACE);
    assertThat(words()).contains("Step 1 of 5", "The smallest image", "Kiosk is a tiny web shop");
    assertThat(temp.resolve("w/io.github.drydock.containers-from-zero/first-dockerfile/Dockerfile"))
        .exists();
    assertThat(Fx.<Path>get(() -> model.folderProperty().get())).isDirectory();
    fire("lesson-list");
    assertThat(words()).contains("Containers from zero");
  }

  @Test
  void goalsTurnGreenByThemselvesAndSayWhy() throws IOException {
    open(0);
    assertThat(words())
        .contains("No engine answers, so this cannot be checked now.")
        .doesNotContain("What happened");
    assertThat(find("lesson-next", Button.class).isDisabled()).isTrue();
    Fx.run(() -> model.update(solved().now()));
    assertThat(words())
        .contains(
            "What happened", "Step done.", "A container of kiosk:dev ended with exit code 0.");
    assertThat(find("goal-opens", Node.class).getAccessibleText())
        .isEqualTo(
            "kiosk:dev has CMD [\"echo\", \"Kiosk is open\"]: met. kiosk:dev has CMD [\"echo\","
                + " \"Kiosk is open\"].");
    assertThat(find("lesson-next", Button.class).isDisabled()).isFalse();
    assertThat(find("step-1", Button.class).getAccessibleText())
        .isEqualTo("Step 1 of 5, The smallest image: Done. You are here");
    assertThat(Files.readString(temp.resolve("progress.json"))).contains("\"DONE\"");
    fire("lesson-next");
    assertThat(words()).contains("Step 2 of 5", "Put the shop in").doesNotContain("What happened");
  }

  @Test
  void aStepIsDoneForGoodButItsGoalsTellThePresent() {
    open(0);
    Fx.run(
        () -> {
          model.update(solved().now());
          model.update(new Situations().now());
        });
    assertThat(words()).contains("There is no image kiosk:dev yet. Build it.");
    assertThat(Fx.<Progress.State>get(() -> model.ofStep().state())).isEqualTo(Progress.State.DONE);
  }

  @Test
  void hintsComeOneAtATime() {
    open(0);
    assertThat(words()).contains("Hint 1 of 2").doesNotContain("Mind the straight quotes");
    fire("lesson-hint");
    assertThat(words()).contains("Hint 2 of 2", "Mind the straight quotes");
    fire("lesson-hint");
    assertThat(words()).contains("All 2 hints shown", "Press ");
    assertThat(find("lesson-hint", Button.class).isDisabled()).isTrue();
    Fx.run(() -> model.goTo(1));
    assertThat(words()).contains("Hint 1 of 2").doesNotContain("Mind the straight quotes");
  }

  @Test
  void aStepCanBeSkippedAndIsMarked() {
    open(0);
    fire("lesson-skip");
    assertThat(words()).contains("Step 2 of 5");
    assertThat(find("step-1", Button.class).getAccessibleText())
        .isEqualTo("Step 1 of 5, The smallest image: Skipped");
    fire("step-1");
    assertThat(words()).contains("Step 1 of 5");
    Fx.run(() -> model.update(solved().now()));
    assertThat(find("step-1", Button.class).getAccessibleText()).contains("Done");
  }

  @Test
  void checkNowTellsHowManyAreMet() {
    open(0);
    Fx.run(() -> model.update(new Situations().file("Dockerfile", "FROM busybox:1.37").now()));
    fire("lesson-check");
    assertThat(words()).contains("1 of 3 goals met.");
  }

  @Test
  void theEngineJudgesThePrediction() {
    open(2);
    assertThat(words()).contains("Predict first", "It still runs", "It does not run");
    Fx.run(() -> find("predict-runs", ToggleButton.class).fire());
    assertThat(words()).contains("Your prediction stands");
    Fx.run(
        () ->
            model.update(
                new Situations()
                    .build(Situations.failed(null, "unknown instruction: RUNN"))
                    .now()));
    assertThat(words()).contains("You predicted: It still runs. It was: It does not run.");
    assertThat(find("predict-nothing", ToggleButton.class).isDisabled()).isTrue();
  }

  @Test
  void resetAsksInPlaceAndKeepsTheLearnersFiles() throws IOException {
    open(1);
    Path dockerfile = Objects.requireNonNull(model.folderProperty().get()).resolve("Dockerfile");
    Files.writeString(dockerfile, "mine");
    fire("lesson-reset");
    assertThat(words()).contains("Reset brings the files of this step back.");
    fire("lesson-reset-no");
    assertThat(words()).doesNotContain("Reset brings");
    assertThat(dockerfile).hasContent("mine");
    fire("lesson-reset");
    fire("lesson-reset-yes");
    assertThat(Files.readString(dockerfile)).startsWith("FROM busybox:1.37");
    assertThat(words()).contains("Yours are in " + temp.resolve("w"));
  }

  @Test
  void itGoesOnWhereItWasLeft() throws IOException {
    open(3);
    Fx.run(() -> model.close());
    Fx.close(stage);
    show(PackReader.bundled(), 290, Theme.LIGHT);
    Fx.run(() -> model.open(lesson()));
    assertThat(words()).contains("Step 4 of 5");
  }

  @Test
  void linksLeadToTheBrowser() {
    open(4);
    Fx.run(() -> model.update(new Situations().build(new BuildOutcome.Success("a")).now()));
    words(); // lays the pane out: what a scroll pane holds is found once its skin is there
    Fx.run(
        () -> {
          // else the scroll pane takes its content in with the next pulse only
          view.node().applyCss();
          view.node().lookupAll(".markup-link").stream()
              .map(n -> (javafx.scene.control.Hyperlink) n)
              .findFirst()
              .orElseThrow()
              .fire();
        });
    assertThat(opened).containsExactly("https://docs.docker.com/reference/dockerfile/");
  }

  @Test
  void aBrokenPackIsNamed() throws IOException {
    Fx.close(stage);
    show(List.of(PackReader.read(temp.resolve("nowhere"))), 290, Theme.LIGHT);
    assertThat(words())
        .contains("The pack nowhere cannot be opened.")
        .contains("neither a folder nor a file");
  }

  @Test
  void afterTheLastStepTheListIsBack() {
    open(4);
    fire("lesson-skip");
    assertThat(words()).contains("Containers from zero", "0 of 5 steps");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void picturesOfEveryState(Theme theme) throws IOException {
    String suffix = theme.name().toLowerCase(Locale.ROOT);
    Fx.close(stage);
    show(PackReader.bundled(), 290, theme);
    Fx.picture(stage, "lesson-list-" + suffix);
    open(0);
    Fx.picture(stage, "lesson-start-" + suffix);
    Fx.run(() -> model.update(solved().now()));
    nothingIsCutOff(290);
    scrollDown();
    Fx.picture(stage, "lesson-done-" + suffix);
    open(2);
    Fx.run(
        () -> {
          find("predict-runs", ToggleButton.class).fire();
          model.update(
              new Situations()
                  .build(
                      Situations.failed(
                          null, "dockerfile parse error line 3: unknown instruction: RUNN"))
                  .now());
          model.showHint();
        });
    Fx.picture(stage, "lesson-break-" + suffix);
    scrollDown();
    Fx.picture(stage, "lesson-break-down-" + suffix);
    Fx.close(stage);
    show(PackReader.bundled(), 260, theme);
    open(1);
    Fx.run(() -> view.actions().get(5).run());
    nothingIsCutOff(260);
    Fx.picture(stage, "lesson-narrow-" + suffix);
    scrollDown();
    Fx.picture(stage, "lesson-narrow-down-" + suffix);
  }

  private void scrollDown() {
    words();
    Fx.run(
        () -> {
          ScrollPane scroll = (ScrollPane) view.node().lookup(".lesson-scroll");
          scroll.setVvalue(1);
        });
    words();
  }

  /// No text is shortened with dots, and nothing sticks out at the right.
  private void nothingIsCutOff(double width) {
    words();
    Fx.run(
        () -> {
          for (Node node : view.node().lookupAll(".label, .button, .markup-text")) {
            if (node.getScene() != null && node.isVisible() && node.getParent().isVisible()) {
              double right = node.localToScene(node.getLayoutBounds()).getMaxX();
              assertThat(right).as("%s", node).isLessThanOrEqualTo(width + 0.5);
            }
            if (node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text shown
                && labeled.isVisible()) {
              assertThat(shown.getText().replaceAll("\\s", ""))
                  .as("%s", labeled)
                  .isEqualTo(labeled.getText().replaceAll("\\s", ""));
            }
          }
        });
  }
}
