// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildMoment;
import drydock.diagram.picture.Samples;
import drydock.diagram.picture.WebBuilds;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A Dockerfile of several stages before its build, during it and after it, for the eyes; its nodes
/// stay the same.
class BuildMomentsPictureTest {
  private static final BuildFacts FACTS = BuildFacts.of("kiosk:dev").at(Samples.AT);

  @ParameterizedTest
  @CsvSource({"516,LIGHT", "516,DARK", "832,LIGHT", "832,DARK"})
  void looksLikeThis(int width, Theme theme) {
    PictureModel model = Fx.get(() -> new PictureModel(new DirectBackground()));
    PicturePane pane = Fx.get(() -> new PicturePane(model, false));
    Stage stage = Fx.show(Fx.get(pane::node), width, 1500, theme);
    Map<String, Node> nodes = new LinkedHashMap<>();
    try {
      moments()
          .forEach(
              (name, moment) -> {
                Fx.run(() -> model.showBuild(moment));
                Fx.picture(
                    stage,
                    "build-" + name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT));
                for (String id : new String[] {"assets/4", "lint/2", "image/nginx:1.29"}) {
                  Node node = Fx.get(() -> find(stage, id));
                  assertThat(nodes.computeIfAbsent(id, _ -> node)).isSameAs(node);
                }
              });
    } finally {
      Fx.close(stage);
    }
  }

  private static Node find(Stage stage, String id) {
    return stage.getScene().getRoot().lookupAll(".picture-element").stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, BuildMoment> moments() {
    BuildMoment plan = BuildMoment.of(WebBuilds.plan(), FACTS);
    BuildMoment foretold = plan.withPrediction(WebBuilds.prediction(true));
    Map<String, BuildMoment> moments = new LinkedHashMap<>();
    moments.put("1-plan", plan);
    moments.put("2-predicted", foretold);
    moments.put("3-classic", foretold.withClassic(WebBuilds.prediction(true)));
    moments.put("4-running", foretold.withState(WebBuilds.running()));
    moments.put("5-done", foretold.withState(WebBuilds.second()).withBefore(WebBuilds.first()));
    return moments;
  }
}
