// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.engine.BuildState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildPictureTest {
  @Test
  void everyStateHasItsRoleAndItsWord() {
    Scene scene = BuildPicture.of(Builds.kiosk(3), Builds.facts(), 484);
    assertThat(role(scene, "stage-0/1")).isEqualTo(Role.CACHED);
    assertThat(words(scene, "stage-0/1"))
        .containsExactly("FROM python:3.13-slim", "reused", "line 1");
    assertThat(role(scene, "stage-0/3")).isEqualTo(Role.DONE);
    assertThat(words(scene, "stage-0/3")).containsExactly("COPY . .", "ran · 0.1 s", "line 4");
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

  /// Nothing jumps or blinks when a build begins, runs or ends: the same boxes and lines at the
  /// same places.
  @Test
  void planAndBuildHaveTheSameIdsAndPlaces() {
    for (double width : new double[] {360, 484, 800}) {
      BuildMoment moment = BuildMoment.of(WebBuilds.plan(), Builds.facts());
      Map<String, Rect> before = places(BuildPicture.of(moment, width));
      assertThat(before)
          .containsKeys(
              "assets/2",
              "lint/2",
              "image/nginx:1.29",
              "link:builder/3>stage-3/2",
              "link:image/nginx:1.29>stage-3/4",
              "link:picture/context>builder/2",
              Step.RESULT);
      BuildState none = BuildState.begin("kiosk:dev", Samples.AT);
      for (BuildState state :
          List.of(none, WebBuilds.waiting(), WebBuilds.running(), WebBuilds.first())) {
        assertThat(places(BuildPicture.of(moment.withState(state), width))).isEqualTo(before);
        BuildMoment foretold = moment.withPrediction(WebBuilds.prediction(false));
        assertThat(places(BuildPicture.of(foretold, width))).isEqualTo(before);
        assertThat(places(BuildPicture.of(foretold.withState(state), width))).isEqualTo(before);
      }
    }
  }

  /// The graph without what stands below it.
  private static Map<String, Rect> places(Scene scene) {
    Map<String, Rect> places = new LinkedHashMap<>();
    for (Element element : scene.elements()) {
      if (!element.id().matches("(time|before|gone).*")) {
        places.put(element.id(), element.area());
      }
    }
    return places;
  }

  @Test
  void whatIsNotBuiltIsThereAndSaysSo() {
    Scene scene = BuildPicture.of(Builds.webPlan(), Builds.facts(), 484);
    assertThat(role(scene, "not-needed/2")).isEqualTo(Role.UNUSED);
    assertThat(words(scene, "not-needed/2")).contains("unused");
    assertThat(y(scene, "not-needed/1")).isGreaterThan(y(scene, Step.RESULT));
    assertThat(scene.element("assets/1").orElseThrow().area().y())
        .as("stages that wait for none start level")
        .isEqualTo(scene.element("builder/1").orElseThrow().area().y());
    Scene target =
        BuildPicture.of(BuildMoment.of(Builds.webPlan(), Builds.facts()).withTarget("assets"), 484);
    assertThat(role(target, "assets/3")).isEqualTo(Role.WAITING);
    assertThat(role(target, "builder/3")).isEqualTo(Role.UNUSED);
  }

  @Test
  void predictionAndTruthStandTogether() {
    BuildMoment moment =
        BuildMoment.of(WebBuilds.plan(), Builds.facts()).withPrediction(WebBuilds.prediction(true));
    Scene before = BuildPicture.of(moment, 484);
    assertThat(role(before, "assets/3")).isEqualTo(Role.PREDICTED_REUSED);
    assertThat(words(before, "assets/5"))
        .startsWith("COPY web/ ./", "will run")
        .anyMatch(line -> line.startsWith("web/app.js ch"));
    assertThat(role(before, "stage-3/2")).isEqualTo(Role.PREDICTED_OPEN);
    assertThat(before.answer())
        .startsWith("5 steps will be reused, 5 will run, of 3 only the build can tell.");
    Scene after = BuildPicture.of(moment.withState(WebBuilds.second()), 800);
    assertThat(words(after, "assets/3")).contains("reused", "as predicted");
    assertThat(words(after, "assets/4")).contains("reused", "wrong: predicted a run");
    assertThat(after.element("assets/4").orElseThrow().about().sentence())
        .contains("ARG NODE in line 1 has another value", "by another way than Drydock");
    assertThat(after.element("assets/5").orElseThrow().about().sentence())
        .contains("It ran: web/app.js changed: content; and 2 more paths changed.");
    assertThat(after.answer()).contains("9 of 10 predictions came true.");
  }

  @Test
  void lanesShowWhatRanSideBySide() {
    Scene scene = BuildPicture.of(WebBuilds.first(), Builds.facts(), 484);
    Rect install = scene.element("time:assets/4").orElseThrow().area();
    Rect compile = scene.element("time:builder/3").orElseThrow().area();
    assertThat(install.width() / compile.width()).isBetween(1.4, 1.6);
    assertThat(compile.x()).isLessThan(install.right()).isGreaterThan(install.x());
    assertThat(scene.element("time-wait:stage-3/3").orElseThrow().role()).isEqualTo(Role.WAITING);
    assertThat(words(scene, "time")).contains("29.5 s in all, 43.7 s of work side by side");
    assertThat(scene.element("time:assets/1")).as("a reused step took no time").isEmpty();
    assertThat(scene.element("time:assets/4").orElseThrow().about().subject())
        .isEqualTo("assets/4");
  }

  @Test
  void whatStillRunsGrows() {
    BuildFacts later = Builds.facts().at(Samples.AT.plusSeconds(9));
    Scene scene = BuildPicture.of(WebBuilds.running(), later, 484);
    Rect running = scene.element("time:assets/6").orElseThrow().area();
    assertThat(running.width())
        .isGreaterThan(20 * scene.element("time:assets/5").orElseThrow().area().width());
    assertThat(words(scene, "time-took:assets/6")).containsExactly("running …");
    assertThat(words(scene, "time").getLast()).startsWith("9.0 s in all");
  }

  @Test
  void twoBuildsAreCompared() {
    Scene scene =
        BuildPicture.of(
            BuildMoment.of(WebBuilds.second(), Builds.facts()).withBefore(WebBuilds.first()), 484);
    assertThat(words(scene, "before:assets/4"))
        .containsExactly("RUN npm ci", "ran · 21.3 s → reused");
    assertThat(words(scene, "before:builder/3")).contains("ran · 14.2 s → ran · 3.1 s");
    assertThat(scene.element("before:assets/5")).as("110 ms and 120 ms are the same").isEmpty();
    assertThat(words(scene, "before")).contains("29.5 s then, 8.6 s now");
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
