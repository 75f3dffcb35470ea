// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import static drydock.lesson.Situations.failed;
import static drydock.lesson.Situations.step;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.Image;
import drydock.lesson.Situations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalCheckTest {
  private static final String KIOSK = "kiosk:dev";

  private static void met(Goal goal, Situation now, String sentence) {
    assertThat(GoalCheck.check(goal, now)).isEqualTo(new Verdict(Verdict.Result.MET, sentence));
  }

  private static void unmet(Goal goal, Situation now, String sentence) {
    assertThat(GoalCheck.check(goal, now)).isEqualTo(new Verdict(Verdict.Result.UNMET, sentence));
  }

  private static void unknown(Goal goal, Situation now, String sentence) {
    assertThat(GoalCheck.check(goal, now)).isEqualTo(new Verdict(Verdict.Result.UNKNOWN, sentence));
  }

  @Test
  void anImageExistsWhenDrydockBuiltIt() {
    Goal goal = new Goal.ImageExists(KIOSK);
    unmet(goal, new Situations().now(), "There is no image kiosk:dev yet. Build it.");
    unmet(
        goal,
        new Situations().image(KIOSK, "a", false).now(),
        "There is an image kiosk:dev, but Drydock did not build it.");
    met(
        goal,
        new Situations().image(KIOSK, "a", true).now(),
        "kiosk:dev is there, built by Drydock.");
  }

  @Test
  void withoutAnEngineNothingIsMetNorMissed() {
    Situation now = new Situations().withoutEngine();
    String sentence = "No engine answers, so this cannot be checked now.";
    for (Goal goal :
        List.of(
            new Goal.ImageExists(KIOSK),
            new Goal.ContainerRuns(KIOSK),
            new Goal.ImageAtMost(KIOSK, 1),
            new Goal.Not(new Goal.ImageExists(KIOSK)),
            new Goal.AllOf(List.of(new Goal.ImageExists(KIOSK))),
            new Goal.AnyOf(List.of(new Goal.BuildSucceeded(), new Goal.ImageExists(KIOSK))))) {
      unknown(goal, now, sentence);
    }
  }

  @Test
  void settingsShowWantedAndActual() {
    Goal goal = new Goal.ImageSetting(KIOSK, new Setting.Cmd(List.of("echo", "Kiosk is \"open\"")));
    Situations s = new Situations().image(KIOSK, "a", true);
    unknown(goal, s.now(), "Drydock is still asking the engine about kiosk:dev.");
    unmet(
        goal,
        s.config("a", Situations.empty()).now(),
        "kiosk:dev has no CMD yet; wanted: [\"echo\", \"Kiosk is \\\"open\\\"\"]. Build again after"
            + " you change it.");
    unmet(
        goal,
        s.config("a", Situations.cmd("sh")).now(),
        "kiosk:dev has CMD [\"sh\"]; wanted: [\"echo\", \"Kiosk is \\\"open\\\"\"].");
    met(
        goal,
        s.config("a", Situations.cmd("echo", "Kiosk is \"open\"")).now(),
        "kiosk:dev has CMD [\"echo\", \"Kiosk is \\\"open\\\"\"].");
  }

  @Test
  void everySettingIsReadFromItsOwnField() {
    Image.Config config =
        new Image.Config(
            List.of("A=old", "A=new", "AB=x"),
            List.of("c"),
            List.of("e"),
            "/www",
            "me",
            List.of("80/tcp"),
            Map.of("title", "Kiosk"));
    Situation now = new Situations().image(KIOSK, "a", true).config("a", config).now();
    for (Setting right :
        List.<Setting>of(
            new Setting.Cmd(List.of("c")),
            new Setting.Entrypoint(List.of("e")),
            new Setting.Env("A", "new"),
            new Setting.WorkingDir("/www"),
            new Setting.User("me"),
            new Setting.Label("title", "Kiosk"),
            new Setting.Exposes("80/tcp"))) {
      assertThat(GoalCheck.check(new Goal.ImageSetting(KIOSK, right), now).met())
          .as("%s", right)
          .isTrue();
    }
    for (Setting wrong :
        List.<Setting>of(
            new Setting.Cmd(List.of("e")),
            new Setting.Entrypoint(List.of("c")),
            new Setting.Env("A", "old"),
            new Setting.Env("B", "x"),
            new Setting.WorkingDir("/"),
            new Setting.User("root"),
            new Setting.Label("titel", "Kiosk"),
            new Setting.Exposes("80/udp"),
            new Setting.ShellForm())) {
      assertThat(GoalCheck.check(new Goal.ImageSetting(KIOSK, wrong), now).result())
          .as("%s", wrong)
          .isEqualTo(Verdict.Result.UNMET);
    }
  }

  @Test
  void theShellFormIsSeenInWhatStarts() {
    Goal goal = new Goal.ImageSetting(KIOSK, new Setting.ShellForm());
    Situations s = new Situations().image(KIOSK, "a", true);
    unmet(
        goal,
        s.config("a", Situations.empty()).now(),
        "kiosk:dev says nothing about what to start.");
    unmet(
        goal,
        s.config("a", Situations.entrypoint("httpd", "-f")).now(),
        "kiosk:dev starts without a shell: ENTRYPOINT [\"httpd\", \"-f\"].");
    met(
        goal,
        s.config("a", Situations.entrypoint("/bin/sh", "-c", "httpd -f")).now(),
        "kiosk:dev has ENTRYPOINT [\"/bin/sh\", \"-c\", \"httpd -f\"].");
  }

  @Test
  void layersAreCountedFromTheBase() {
    Goal goal = new Goal.LayersAdded(KIOSK, "busybox:1.37", new Goal.Count(2, 2));
    Situations s = new Situations().image(KIOSK, "a", true, "l1", "l2");
    unknown(goal, s.now(), "busybox:1.37 is not on this engine, so its layers are not known.");
    s.image("busybox:1.37", "b", false, "l1");
    unmet(goal, s.now(), "kiosk:dev adds one layer to busybox:1.37; wanted: 2.");
    met(
        goal,
        s.image(KIOSK, "c", true, "l1", "l2", "l3").now(),
        "kiosk:dev adds 2 layers to busybox:1.37.");
    unmet(
        goal,
        s.image(KIOSK, "d", true, "other", "l2", "l3").now(),
        "kiosk:dev does not start from busybox:1.37.");
  }

  @Test
  void sizesAreHeldAgainstTheirLimit() {
    Situation now = new Situations().image(KIOSK, "a", true).now();
    met(new Goal.ImageAtMost(KIOSK, 2_000_000), now, "kiosk:dev has 2.0 MB.");
    unmet(
        new Goal.ImageAtMost(KIOSK, 1_500_000),
        now,
        "kiosk:dev has 2.0 MB; wanted: at most 1.5 MB.");
  }

  @Test
  void onlyContainersOfTheImageAsItIsNowCount() {
    Goal runs = new Goal.ContainerRuns(KIOSK);
    Situations s = new Situations().image(KIOSK, "old", true);
    unmet(runs, s.now(), "No container of kiosk:dev runs. Run it.");
    s.container(KIOSK, "old", Container.Status.RUNNING, 0);
    met(runs, s.now(), "A container of kiosk:dev runs.");
    s.image(KIOSK, "new", true);
    unmet(runs, s.now(), "A container of an older kiosk:dev runs. Run the new one.");
    s.container(KIOSK, "new", Container.Status.EXITED, 3);
    unmet(
        new Goal.ContainerExited(KIOSK, 0),
        s.now(),
        "The container of kiosk:dev ended with exit code 3; wanted: 0.");
    s.container(KIOSK, "new", Container.Status.EXITED, 0);
    met(
        new Goal.ContainerExited(KIOSK, 0),
        s.now(),
        "A container of kiosk:dev ended with exit code 0.");
  }

  @Test
  void anEndedContainerDoesNotRun() {
    Situations s = new Situations().image(KIOSK, "a", true);
    unmet(
        new Goal.ContainerExited(KIOSK, 0),
        s.now(),
        "No container of kiosk:dev has run yet. Run it.");
    s.container(KIOSK, "a", Container.Status.EXITED, 137);
    unmet(
        new Goal.ContainerRuns(KIOSK),
        s.now(),
        "The container of kiosk:dev ended with exit code 137.");
    s.image(KIOSK, "b", true);
    unmet(
        new Goal.ContainerExited(KIOSK, 0),
        s.now(),
        "Only an older kiosk:dev has run. Run the new one.");
    s.container(KIOSK, "b", Container.Status.RUNNING, 0);
    unmet(new Goal.ContainerExited(KIOSK, 0), s.now(), "The container of kiosk:dev still runs.");
  }

  @Test
  void instructionsAreFoundHoweverTheyAreWritten() {
    Goal goal = new Goal.HasInstruction("Dockerfile", "COPY", List.of("index.html", "/www/"));
    unmet(goal, new Situations().now(), "There is no file Dockerfile in your folder.");
    unmet(
        goal,
        new Situations().file("Dockerfile", "# COPY index.html /www/\nFROM x").now(),
        "Dockerfile has no COPY yet.");
    unmet(
        goal,
        new Situations().file("Dockerfile", "FROM x\n\nCOPY index.html .\n").now(),
        "COPY in line 3 of Dockerfile does not name: /www/.");
    for (String way :
        List.of(
            "FROM x\ncopy --chmod=644 index.html /www/",
            "FROM x\nCOPY [\"index.html\", \"/www/\"]",
            "FROM x\r\nCOPY \\\r\n  # the page\r\n  index.html \\\r\n  /www/\r\n",
            "FROM x\nCOPY a b\n  COPY\tindex.html\t/www/")) {
      assertThat(GoalCheck.check(goal, new Situations().file("Dockerfile", way).now()).met())
          .as(way)
          .isTrue();
    }
  }

  @Test
  void theLastBuildIsLookedAt() {
    Goal good = new Goal.BuildSucceeded();
    Goal bad = new Goal.BuildFailed(127, null, null);
    Situations s = new Situations();
    unmet(good, s.now(), "Nothing has been built yet.");
    unknown(good, s.build(null).now(), "The build is running.");
    unmet(
        good,
        s.build(failed(127, "exit code: 127")).now(),
        "The last build failed at line 3: exit code: 127");
    met(bad, s.now(), "The last build failed at line 3: exit code: 127");
    unmet(
        bad,
        s.build(failed(1, "exit code: 1")).now(),
        "Not the failure we look for. The last build failed at line 3: exit code: 1");
    unmet(bad, s.build(new BuildOutcome.Cancelled()).now(), "The last build was cancelled.");
    met(good, s.build(new BuildOutcome.Success("sha256:a")).now(), "The last build succeeded.");
    unmet(bad, s.now(), "The last build succeeded.");
  }

  @Test
  void aFailureIsToldByItsWordsAndByWhatRanBefore() {
    Goal refused = new Goal.BuildFailed(null, "Unknown Instruction", null);
    Goal nothingRan = new Goal.BuildFailed(null, null, new Goal.Count(0, 0));
    Situations s =
        new Situations()
            .build(failed(null, "dockerfile parse error line 3: unknown instruction: RUNN"));
    assertThat(GoalCheck.check(refused, s.now()).met()).isTrue();
    assertThat(GoalCheck.check(nothingRan, s.now()).met()).isTrue();
    s.build(
        failed(127, "exit code: 127"),
        step(1, "FROM busybox:1.37", BuildState.Status.CACHED),
        step(2, "COPY index.html /www/", BuildState.Status.CACHED),
        step(3, "RUN grepp", BuildState.Status.FAILED));
    assertThat(GoalCheck.check(refused, s.now()).met()).isFalse();
    assertThat(GoalCheck.check(nothingRan, s.now()).met()).isFalse();
  }

  @Test
  void stepsAreFoundByHowTheyBegin() {
    Situation now =
        new Situations()
            .build(
                new BuildOutcome.Success("a"),
                step(1, "FROM x", BuildState.Status.CACHED),
                step(2, "RUN pip  install -r r.txt", BuildState.Status.DONE))
            .now();
    met(
        new Goal.StepEnded("RUN pip install", BuildState.Status.DONE),
        now,
        "RUN pip install was run in the last build.");
    unmet(
        new Goal.StepEnded("RUN pip install", BuildState.Status.CACHED),
        now,
        "RUN pip install was run in the last build; wanted: reused.");
    unmet(
        new Goal.StepEnded("RUN make", BuildState.Status.DONE),
        now,
        "The last build had no step RUN make.");
  }

  @Test
  void allAnyAndNot() {
    Goal yes = new Goal.BuildSucceeded();
    Goal no = new Goal.BuildFailed(null, null, null);
    Situation now = new Situations().build(new BuildOutcome.Success("a")).now();
    assertThat(GoalCheck.check(new Goal.AllOf(List.of(yes, yes)), now).met()).isTrue();
    assertThat(GoalCheck.check(new Goal.AllOf(List.of(yes, no)), now).met()).isFalse();
    assertThat(GoalCheck.check(new Goal.AnyOf(List.of(no, yes)), now).met()).isTrue();
    assertThat(GoalCheck.check(new Goal.AnyOf(List.of(no, no)), now).met()).isFalse();
    assertThat(GoalCheck.check(new Goal.Not(no), now).met()).isTrue();
    assertThat(GoalCheck.check(new Goal.Not(yes), now).met()).isFalse();
  }

  @Test
  void everyKindHasATitle() {
    assertThat(
            List.of(
                GoalCheck.title(new Goal.ImageExists(KIOSK)),
                GoalCheck.title(new Goal.ImageSetting(KIOSK, new Setting.Exposes("8080/tcp"))),
                GoalCheck.title(
                    new Goal.LayersAdded(
                        KIOSK, "busybox:1.37", new Goal.Count(1, Integer.MAX_VALUE))),
                GoalCheck.title(new Goal.ContainerExited(KIOSK, 137)),
                GoalCheck.title(
                    new Goal.HasInstruction("Dockerfile", "FROM", List.of("busybox:1.37"))),
                GoalCheck.title(new Goal.StepEnded("RUN x", BuildState.Status.CACHED)),
                GoalCheck.title(
                    new Goal.AllOf(
                        List.of(new Goal.BuildSucceeded(), new Goal.ContainerRuns(KIOSK))))))
        .containsExactly(
            "The image kiosk:dev is built",
            "kiosk:dev has EXPOSE 8080/tcp",
            "Layers that kiosk:dev adds to busybox:1.37: at least 1",
            "A container of kiosk:dev ended with exit code 137",
            "Dockerfile has: FROM busybox:1.37",
            "In the last build, RUN x was reused",
            "The last build succeeded and A container of kiosk:dev runs");
  }
}
