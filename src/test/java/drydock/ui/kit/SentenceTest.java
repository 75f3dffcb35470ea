// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {
  private static final String LONG = "A sentence that needs more than one line. ".repeat(4);

  @ParameterizedTest
  @EnumSource
  void aProblemIsReadWholeInTheColourOfProblemsAndTakesNoRoomWhileThereIsNone(Theme theme) {
    SimpleStringProperty text = new SimpleStringProperty("");
    Label problem = Fx.get(() -> Sentence.problem(text));
    Label remark = Fx.get(() -> Sentence.muted("Beside it."));
    VBox box = Fx.get(() -> new VBox(problem, remark));
    Stage stage = Fx.show(box, 200, 300, theme);
    assertThat(remark.getLayoutY()).isZero();
    Fx.run(() -> text.set(LONG));
    Fx.picture(stage, "sentence-" + theme.name().toLowerCase(Locale.ROOT));
    assertThat(problem.getHeight()).isGreaterThan(2 * remark.getHeight());
    assertThat(remark.getLayoutY()).isEqualTo(problem.getHeight());
    assertThat(problem.getTextFill()).isNotEqualTo(remark.getTextFill());
    Fx.run(
        () -> {
          text.set(null);
          box.layout();
        });
    assertThat(remark.getLayoutY()).isZero();
    Fx.close(stage);
  }

  @Test
  void aSentenceIsNeverCutOff() {
    Label sentence = Fx.get(() -> Sentence.of(LONG, "muted"));
    Stage stage = Fx.show(Fx.get(() -> new VBox(sentence)), 200, 20, Theme.LIGHT);
    assertThat(sentence.getHeight()).isGreaterThan(40);
    Fx.close(stage);
  }

  @Test
  void aRemarkComesAndGoes() {
    SimpleBooleanProperty shown = new SimpleBooleanProperty();
    Label remark = Fx.get(() -> Sentence.muted("Now and then.", shown));
    assertThat(remark.isManaged()).isFalse();
    Fx.run(() -> shown.set(true));
    assertThat(remark.isVisible()).isTrue();
    assertThat(remark.isManaged()).isTrue();
  }
}
