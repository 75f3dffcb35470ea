// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.BuildAnswers.decode;
import static drydock.engine.docker.BuildAnswers.fold;
import static drydock.engine.docker.BuildAnswers.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.engine.BuildState;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.ui.render.SceneView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// What a real engine sent, as a picture.
class TracePictureTest {
  @Test
  void aColdBuildOfFourStages() {
    Scene scene = drawn("build-trace-cold");
    assertThat(role(scene, "a/1")).isEqualTo(Role.DONE);
    assertThat(scene.element("picture/context")).isPresent();
    assertThat(scene.elements().stream().map(Element::id))
        .contains(
            "link:base/2>a/1",
            "link:base/2>b/1",
            "link:picture/context>b/1",
            "link:a/1>stage-3/1",
            "link:b/2>stage-3/2",
            "link:stage-3/3>picture/result");
    assertThat(role(scene, "picture/result")).isEqualTo(Role.ADDED);
  }

  @Test
  void theSameOnceMoreFromTheCache() {
    Scene scene = drawn("build-trace-cached");
    assertThat(scene.answer()).startsWith("All 8 steps were reused");
    assertThat(role(scene, "stage-3/3")).isEqualTo(Role.CACHED);
  }

  @Test
  void aStepThatFails() {
    Scene scene = drawn("build-trace-failing-run");
    assertThat(scene.answer()).contains("exit code 3");
    assertThat(scene.elements()).extracting(Element::role).contains(Role.FAILED);
  }

  @Test
  void aDockerfileThatCannotBeRead() {
    Scene scene = drawn("build-trace-parse-error");
    assertThat(scene.element("problem").orElseThrow().about().sentence()).contains("RUNN");
  }

  private static Scene drawn(String recording) {
    TraceDecoder decoder = new TraceDecoder();
    BuildState state = fold(decode(decoder, recorded(recording)));
    if (state.outcome() == null && decoder.outcome() != null) {
      state = state.apply(new drydock.engine.BuildEvent.Finished(decoder.outcome()));
    }
    Scene scene = BuildPicture.of(state, BuildFacts.of("introspection:1"), 484);
    SceneView view = new SceneView(false);
    Fx.run(() -> view.show(scene, Palette.LIGHT));
    Stage stage =
        Fx.show(
            Fx.get(() -> new StackPane(view.node())),
            scene.width() + 16,
            scene.height() + 16,
            Theme.LIGHT);
    Fx.picture(stage, "recorded-" + recording);
    Fx.close(stage);
    return scene;
  }

  private static Role role(Scene scene, String id) {
    return scene.element(id).orElseThrow().role();
  }
}
