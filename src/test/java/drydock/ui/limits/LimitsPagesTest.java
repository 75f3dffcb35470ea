// SPDX-License-Identifier: Apache-2.0
package drydock.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.picture.LimitsFacts;
import drydock.diagram.picture.LimitsPicture;
import drydock.engine.Container;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Samples;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/// More containers than are drawn at a time are walked through page by page.
class LimitsPagesTest {
  private final LimitsModel model =
      Fx.get(
          () ->
              new LimitsModel(
                  new FxBackground(),
                  () -> {
                    throw new EngineException(new EngineProblem.Unreachable(List.of()));
                  },
                  Clock.systemUTC()));
  private final Parent tools = Fx.get(() -> (Parent) new LimitsTools(model).node());

  @Test
  void eachContainerCanBeReached() {
    Fx.run(
        () -> {
          see(45);
          assertThat(drawn()).contains("name:c00", "name:c19").doesNotContain("name:c20");
          assertThat(where()).isEqualTo("1–20 of 45");
          press("limits-pages-on");
          press("limits-pages-on");
          assertThat(drawn()).contains("name:c40", "name:c44").doesNotContain("name:c39");
          assertThat(where()).isEqualTo("41–45 of 45");
          assertThat(tools.lookup("#limits-pages-on").isDisabled()).isTrue();
        });
  }

  @Test
  void aPageThatIsGoneIsLeftAndFewNeedNone() {
    Fx.run(
        () -> {
          see(45);
          press("limits-pages-on");
          press("limits-pages-on");
          see(30);
          assertThat(where()).isEqualTo("21–30 of 30");
          see(20);
          assertThat(tools.lookup("#limits-pages").isVisible()).isFalse();
          assertThat(drawn()).contains("name:c00");
        });
  }

  private void see(int containers) {
    Map<String, Container> all = new HashMap<>();
    for (int i = 0; i < containers; i++) {
      String id = "c%02d".formatted(i);
      all.put(
          id,
          Samples.container(
              id,
              id,
              "app",
              "app",
              Container.Status.EXITED,
              0,
              Instant.EPOCH.plusSeconds(i),
              true));
    }
    model.update(Samples.state(Map.of(), all), true);
  }

  private List<String> drawn() {
    LimitsFacts facts = Objects.requireNonNull(model.factsProperty().get());
    return LimitsPicture.of(facts, 500).elements().stream().map(Element::id).limit(2 * 20).toList();
  }

  private void press(String id) {
    ((Button) tools.lookup("#" + id)).fire();
  }

  private String where() {
    HBox pages = (HBox) tools.lookup("#limits-pages");
    return ((Label) pages.getChildren().get(1)).getText();
  }
}
