// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildStep;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogViewTest {
  private final LogModel model = new LogModel(new FxBackground(), Object::toString);
  private final Script script = new Script(model);
  private Stage stage = show(Theme.LIGHT);

  private Stage show(Theme theme) {
    Fx.start();
    LogView view =
        Fx.get(
            () ->
                new LogView(
                    model,
                    "Nothing was built yet. Build with Ctrl+B, and watch the engine work here."));
    return Fx.show((Parent) view.node(), 424, 320, theme);
  }

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  private void settle(int rows) {
    Fx.await("rows", 10, () -> model.rows().size() >= rows);
  }

  @Test
  void looksLikeThis() {
    Fx.picture(stage, "log-empty-light");
    script.kiosk();
    script.send(
        new BuildEvent.Warning(
            "JSONArgsRecommended",
            "JSON arguments recommended for CMD",
            List.of(),
            "",
            List.of(new BuildStep.Lines(5, 5))));
    settle(12);
    for (Theme theme : Theme.values()) {
      Fx.run(() -> theme.apply(stage.getScene()));
      Fx.picture(stage, "log-running-" + theme.name().toLowerCase(Locale.ROOT));
    }
    script.out("stage-0/4", "\nmake: *** No rule to make target 'all'.  Stop.\n");
    script.send(
        new BuildEvent.StepFailed(
            "stage-0/4", "exit code: 2", java.time.Duration.ofMillis(28_900)));
    script.finish(
        Script.failed(
            "stage-0/4",
            "RUN pip install -r requirements.txt",
            5,
            2,
            "make: *** No rule to make target 'all'.  Stop."));
    Fx.await("the verdict", 10, () -> !model.runningProperty().get());
    Fx.picture(stage, "log-failed-light");
    assertThat(model.rows()).isNotEmpty();
  }
}
