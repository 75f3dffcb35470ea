// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildPictureTest {
  @Test
  void everyStateHasItsRoleAndItsWord() {
    Scene scene = BuildPicture.of(Builds.kiosk(3), Builds.facts(), 484);
    assertThat(role(scene, "stage-0/1")).isEqualTo(Role.CACHED);
    assertThat(words(scene, "stage-0/1")).containsExactly("FROM python:3.13-slim", "reused");
    assertThat(role(scene, "stage-0/3")).isEqualTo(Role.DONE);
    assertThat(words(scene, "stage-0/3")).containsExactly("COPY . .", "ran · 0.1 s");
    assertThat(role(scene, "stage-0/4")).isEqualTo(Role.RUNNING);
    assertThat(role(scene, Step.RESULT)).isEqualTo(Role.WAITING);
    assertThat(scene.answer())
        .isEqualTo("3 of 4 steps settled. Running now: RUN pip install -r requirements.txt.");
  }

  @Test
  void aFailureSaysWhichStepAndWhy() {
    Scene scene = BuildPicture.of(Builds.failed(), Builds.facts(), 484);
    assertThat(words(scene, "stage-0/4")).contains("failed · 1.0 s", "exit code 3");
    assertThat(words(scene, Step.RESULT)).contains("not made");
    assertThat(scene.answer()).contains("RUN pip install -r requirements.txt failed: exit code 3.");
    Scene unread = BuildPicture.of(Builds.parseError(), Builds.facts(), 484);
    assertThat(String.join(" ", words(unread, "problem")))
        .contains("line 2", "unknown instruction: RUNN");
  }

  @Test
  void aStepThatRanSaysAfterWhich() {
    Scene scene = BuildPicture.of(Builds.kiosk(5), Builds.facts(), 484);
    assertThat(scene.element("stage-0/4").orElseThrow().about().sentence())
        .contains("because COPY . . had run");
    assertThat(scene.element("stage-0/3").orElseThrow().about().sentence()).contains("these files");
  }

  @Test
  void planAndBuildHaveTheSameIdsAndPlaces() {
    Scene plan = BuildPicture.of(Builds.webPlan(), Builds.facts(), 484);
    assertThat(plan.elements().stream().map(Element::id))
        .contains(
            "assets/2",
            "builder/3",
            "stage-3/3",
            "link:builder/3>stage-3/2",
            "link:assets/3>stage-3/3",
            "link:picture/context>assets/2");
    assertThat(plan.element("not-needed/2")).as("a stage that nothing needs").isEmpty();
    assertThat(plan.element("assets/1").orElseThrow().area().y())
        .as("stages that wait for none start level")
        .isEqualTo(plan.element("builder/1").orElseThrow().area().y());
  }

  @Test
  void stagesStandSideBySideAndBelowWhatTheyNeed() {
    Scene scene = BuildPicture.of(Builds.stages(), Builds.facts(), 484);
    assertThat(y(scene, "a/1")).isEqualTo(y(scene, "b/1")).isGreaterThan(y(scene, "base/2"));
    assertThat(y(scene, "stage-3/1")).isGreaterThan(y(scene, "a/1"));
    assertThat(y(scene, "stage-3/2")).isGreaterThan(y(scene, "b/2"));
    assertThat(scene.element("stage:base")).isPresent();
    assertThat(BuildPicture.of(Builds.kiosk(0), Builds.facts(), 484).element("stage:stage-0"))
        .as("a single stage without a name needs no frame")
        .isEmpty();
  }

  @Test
  void layoutsOfManyStepsAreQuick() {
    for (int i = 0; i < 20; i++) {
      BuildPicture.of(Builds.chain(200), Builds.facts(), 484);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      BuildPicture.of(Builds.chain(60), Builds.facts(), 484);
    }
    assertThat((System.nanoTime() - start) / 10)
        .as("nanoseconds, on the JavaFX thread")
        .isLessThan(50_000_000);
  }

  @Test
  void tooManyStepsAreCounted() {
    Scene scene = BuildPicture.of(Builds.chain(260), Builds.facts(), 484);
    assertThat(words(scene, "more").getFirst()).contains("62 more steps");
  }

  private static double y(Scene scene, String id) {
    return scene.element(id).orElseThrow().area().y();
  }

  private static Role role(Scene scene, String id) {
    return scene.element(id).orElseThrow().role();
  }

  private static List<String> words(Scene scene, String id) {
    return switch (scene.element(id).orElseThrow()) {
      case Element.Box box -> box.labels().stream().map(Label::text).toList();
      case Element.Text text -> text.lines().stream().map(Label::text).toList();
      case Element.Group _, Element.Link _ -> List.of();
    };
  }
}
