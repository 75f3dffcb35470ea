// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.lesson.Lesson;
import drydock.lesson.Step;
import drydock.lesson.pack.PackReader;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotesViewTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private final PresenterModel model = new PresenterModel(NO_COURSE, clock());
  private final FxBackground background = new FxBackground();
  private final NotesView view = Fx.get(() -> new NotesView(model, background, clock(), _ -> {}));

  static final PresenterModel.Course NO_COURSE =
      new PresenterModel.Course() {
        @Override
        public void step(int by) {}

        @Override
        public void picture(int by) {}

        @Override
        public void notes() {}
      };

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  private static PresenterModel.Notes notes() {
    Lesson lesson =
        Objects.requireNonNull(PackReader.bundled().getFirst().pack()).lessons().getFirst();
    Step step = lesson.steps().get(2);
    return new PresenterModel.Notes(
        step.title(), "Step 3 of 5", step.notes(), lesson.steps().get(3).title());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksLikeThis(Theme theme) {
    Fx.run(() -> model.notes(notes()));
    Fx.run(() -> view.watch(true));
    now.set(BEGIN.plus(Duration.ofMinutes(7)));
    Stage stage = Fx.show(view.node(), 560, 640, theme);
    Fx.picture(stage, "notes-" + theme.name().toLowerCase(Locale.ROOT));
    assertThat(text("#notes-title")).isEqualTo("Break it, read it");
    assertThat(text("#notes-next")).isEqualTo("Next: Settings weigh nothing");
    assertThat(Fx.<Boolean>get(() -> view.node().lookup("#notes-none").isVisible())).isFalse();
    Fx.run(() -> view.watch(false));
    Fx.close(stage);
  }

  @Test
  void whereThereAreNoneItIsSaid() {
    Stage stage = Fx.show(view.node(), 560, 400, Theme.LIGHT);
    assertThat(text("#notes-none")).startsWith("No lesson is open");
    Fx.run(() -> model.notes(new PresenterModel.Notes("Last", "Step 5 of 5", List.of(), null)));
    assertThat(text("#notes-none")).contains("```notes").contains("lesson.md");
    assertThat(text("#notes-next")).isEqualTo("This is the last step.");
    Fx.picture(stage, "notes-none");
    Fx.close(stage);
  }

  @Test
  void theClockCountsFromTheBeginningAndFromWhenItIsTold() {
    Fx.run(() -> view.watch(true));
    assertThat(text("#notes-elapsed")).isEqualTo("0:00:00");
    now.set(BEGIN.plusSeconds(3_725));
    Fx.run(() -> view.watch(true));
    assertThat(text("#notes-elapsed")).isEqualTo("1:02:05");
    fire("#notes-again");
    assertThat(text("#notes-elapsed")).isEqualTo("0:00:00");
    Fx.run(() -> view.watch(false));
  }

  @Test
  void lettersGrowAndShrinkWithinBounds() {
    Stage stage = Fx.show(view.node(), 560, 400, Theme.LIGHT);
    double usual = scale();
    fire("#notes-larger");
    assertThat(scale()).isGreaterThan(usual);
    for (int i = 0; i < 20; i++) {
      fire("#notes-smaller");
    }
    assertThat(scale()).isEqualTo(1);
    for (int i = 0; i < 20; i++) {
      fire("#notes-larger");
    }
    assertThat(scale()).isEqualTo(3);
    assertThat(view.percentProperty().get()).isEqualTo(300);
    Fx.close(stage);
  }

  private double scale() {
    return Fx.get(() -> view.node().lookup("#notes-elapsed").getLocalToSceneTransform().getMyy());
  }

  private String text(String selector) {
    return Fx.get(() -> ((Labeled) view.node().lookup(selector)).getText());
  }

  private void fire(String selector) {
    Fx.run(() -> ((ButtonBase) view.node().lookup(selector)).fire());
  }
}
