// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import drydock.ui.presenter.PresenterModel.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresenterModelTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:03:05Z");

  private final List<String> told = new ArrayList<>();
  private final PresenterModel model =
      new PresenterModel(
          new PresenterModel.Course() {
            @Override
            public void step(int by) {
              told.add("step " + by);
            }

            @Override
            public void picture(int by) {
              told.add("picture " + by);
            }

            @Override
            public void notes() {
              told.add("notes");
            }
          },
          Clock.fixed(NOW, ZoneOffset.UTC));

  private final PresenterKeys keys = new PresenterKeys(model);

  @BeforeEach
  void start() {
    model.start();
  }

  @Test
  void oneOrTwoPartsAreShown() {
    assertThat(model.partsProperty().get()).containsExactly(Part.PICTURE);
    model.turn(Part.LESSON);
    assertThat(model.partsProperty().get()).containsExactly(Part.LESSON, Part.PICTURE);
    model.turn(Part.LOG);
    assertThat(model.partsProperty().get())
        .as("the picture has been there longest")
        .containsExactly(Part.LESSON, Part.LOG);
    model.turn(Part.LESSON);
    model.turn(Part.LOG);
    assertThat(model.partsProperty().get()).as("one is left").containsExactly(Part.LOG);
  }

  @Test
  void theNextShowBeginsAnew() {
    model.turn(Part.LOG);
    model.turnFreeze();
    model.turnOnlyOurs();
    model.turnSpotlight();
    model.turnTools();
    model.turnBlack();
    assertThat(model.frozenProperty().get()).isEqualTo(NOW);
    model.end();
    model.start();
    assertThat(model.partsProperty().get()).containsExactly(Part.PICTURE);
    assertThat(model.frozenProperty().get()).isNull();
    assertThat(
            Stream.of(
                model.onlyOursProperty(),
                model.spotlightProperty(),
                model.toolsProperty(),
                model.blackProperty()))
        .noneMatch(p -> p.get());
  }

  @Test
  void escapeLeavesOneThingAfterTheOther() {
    model.turnSpotlight();
    model.turnBlack();
    assertThat(press(KeyCode.ESCAPE)).isTrue();
    assertThat(model.blackProperty().get()).isFalse();
    press(KeyCode.ESCAPE);
    assertThat(model.spotlightProperty().get()).isFalse();
    assertThat(model.onProperty().get()).isTrue();
    press(KeyCode.ESCAPE);
    assertThat(model.onProperty().get()).isFalse();
  }

  @Test
  void clickersGoThroughTheSteps() {
    Stream.of(KeyCode.PAGE_DOWN, KeyCode.RIGHT, KeyCode.SPACE, KeyCode.PAGE_UP, KeyCode.LEFT)
        .forEach(code -> assertThat(press(code)).as(code.getName()).isTrue());
    assertThat(told).containsExactly("step 1", "step 1", "step 1", "step -1", "step -1");
    press(KeyCode.F5);
    assertThat(model.onProperty().get()).isFalse();
    assertThat(press(KeyCode.PAGE_DOWN)).as("no show, no step").isFalse();
  }

  @Test
  void withTheSpotlightOnTheArrowsBelongToThePicture() {
    press(KeyCode.S);
    assertThat(press(KeyCode.RIGHT)).isFalse();
    assertThat(press(KeyCode.SPACE)).isFalse();
    assertThat(press(KeyCode.PAGE_DOWN)).isTrue();
    assertThat(told).containsExactly("step 1");
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"B", "PERIOD", "DECIMAL"})
  void theScreenIsDarkUntilAnyKey(KeyCode dark) {
    press(dark);
    assertThat(model.blackProperty().get()).isTrue();
    press(KeyCode.PAGE_DOWN);
    assertThat(model.blackProperty().get()).isFalse();
    assertThat(told).as("the key only brings the picture back").isEmpty();
  }

  @Test
  void lettersStandForWhatTheBarsMenuSays() {
    press(KeyCode.F);
    press(KeyCode.H);
    press(KeyCode.T);
    press(KeyCode.DIGIT1);
    press(KeyCode.P);
    press(KeyCode.F6);
    assertThat(Stream.of(Deed.FREEZE, Deed.ONLY_OURS, Deed.TOOLS, Deed.LESSON, Deed.PICTURE))
        .allMatch(deed -> deed.isOn(model));
    assertThat(told).containsExactly("picture 1", "notes");
    for (Deed deed : Deed.values()) {
      assertThat(deed.text()).isNotBlank();
      assertThat(deed.keys()).isNotBlank();
    }
  }

  @Test
  void shortcutsAndFieldsKeepTheirKeys() {
    assertThat(pressed(KeyCode.B, true, new Pane())).as("Ctrl+B builds").isFalse();
    Fx.run(
        () -> {
          assertThat(pressed(KeyCode.S, false, new TextField())).isFalse();
          assertThat(pressed(KeyCode.PERIOD, false, new TextField())).isFalse();
          assertThat(pressed(KeyCode.PAGE_DOWN, false, new TextField())).isTrue();
          assertThat(pressed(KeyCode.SPACE, false, new Button())).isFalse();
        });
    assertThat(pressed(KeyCode.CONTROL, true, new Pane())).isFalse();
    assertThat(told).containsExactly("step 1");
  }

  private boolean press(KeyCode code) {
    return pressed(code, false, new Pane());
  }

  private boolean pressed(KeyCode code, boolean control, javafx.scene.Node focused) {
    KeyEvent event =
        new KeyEvent(
            focused, focused, KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    keys.pressed(event);
    return event.isConsumed();
  }

  @Test
  void lettersGrowWithTheScreen() {
    assertThat(11 * PresenterView.factor(1920, 1080)).isGreaterThanOrEqualTo(24);
    assertThat(11 * PresenterView.factor(3840, 2160)).isGreaterThanOrEqualTo(48);
    assertThat(11 * PresenterView.factor(1280, 720)).isGreaterThanOrEqualTo(16);
    assertThat(PresenterView.factor(1024, 768)).isEqualTo(768 / 495.0);
    assertThat(PresenterView.factor(640, 1080)).as("too narrow for more").isEqualTo(1);
    assertThat(PresenterView.factor(300, 200)).isEqualTo(1);
  }
}
