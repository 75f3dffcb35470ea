// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.lesson.Box;
import drydock.lesson.Situations;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Goals whose answers have to be asked for.
class ProbeGoalsTest {
  private static final Which WEB = new Which.Named("web");
  private static final ProbeAnswer ABSENT = new ProbeAnswer.Absent();

  private static String check(Goal goal, Situations now) {
    Verdict verdict = GoalCheck.check(goal, now.now());
    return verdict.result() + " " + verdict.sentence();
  }

  private static Situations one(Box box) {
    return new Situations().image("kiosk:dev", "a", true, "l1").container(box);
  }

  private static ProbeAnswer came(int code, String text) {
    return new ProbeAnswer.Came(code, text);
  }

  @Test
  void httpIsAskedOfARunningContainerThatPublishesThePort() {
    Goal goal = new Goal.HttpAnswers(WEB, "80/tcp", "/", 200, "Kiosk");
    assertThat(goal.probes(one(new Box("web")).now())).isEmpty();
    assertThat(check(goal, one(new Box("web"))))
        .isEqualTo("UNMET web does not publish its port 80/tcp.");
    assertThat(goal.probes(one(new Box("web").port("80/tcp").exited(0)).now())).isEmpty();
    assertThat(check(goal, one(new Box("web").port("80/tcp").exited(0))))
        .isEqualTo("UNMET web: ended with exit code 0; wanted: running.");
    Situations open = one(new Box("web").port("80/tcp"));
    Probe probe = new Probe.Http("id-web", "80/tcp", "/");
    assertThat(goal.probes(open.now())).containsExactly(probe);
    assertThat(check(goal, open)).isEqualTo("UNKNOWN Drydock is still looking.");
    assertThat(check(goal, open.answer(probe, ABSENT)))
        .isEqualTo("UNMET Nobody answers at port 80/tcp of web.");
    assertThat(check(goal, open.answer(probe, came(500, "Kiosk"))))
        .isEqualTo("UNMET web answers GET / with 500; wanted: 200.");
    assertThat(check(goal, open.answer(probe, came(200, "<h1>Booth</h1>"))))
        .isEqualTo("UNMET web answers GET /, but its answer does not hold: Kiosk");
    assertThat(check(goal, open.answer(probe, came(200, "<h1>KIOSK</h1>"))))
        .isEqualTo("MET web answers GET / with 200.");
    assertThat(check(goal, open.answer(probe, new ProbeAnswer.Failed("Too slow."))))
        .isEqualTo("UNKNOWN Too slow.");
    Goal any = new Goal.HttpAnswers(WEB, "80/tcp", "/", null, null);
    assertThat(check(any, open.answer(probe, came(404, "")))).startsWith("UNMET");
    assertThat(check(any, open.answer(probe, came(302, "")))).startsWith("MET");
  }

  @Test
  void anAnswerOfAnotherContainerOfTheNameSaysNothing() {
    Goal goal = new Goal.Resolves(WEB, "db");
    Probe before = new Probe.Resolves("id-of-the-one-before", "db");
    assertThat(check(goal, one(new Box("web")).answer(before, came(0, "172.18.0.2"))))
        .startsWith("UNKNOWN");
    Probe now = new Probe.Resolves("id-web", "db");
    assertThat(check(goal, one(new Box("web")).answer(now, came(0, "172.18.0.2\n"))))
        .isEqualTo("MET Inside of web, the name db leads to 172.18.0.2.");
    assertThat(check(goal, one(new Box("web")).answer(now, ABSENT)))
        .isEqualTo("UNMET Inside of web, the name db leads nowhere.");
  }

  @Test
  void filesAreLookedForWhereTheyBelong() {
    Goal.Holding has = new Goal.Holding.Has();
    Goal.Holding lacks = new Goal.Holding.Lacks();
    Goal.Holding says = new Goal.Holding.Says("tea");
    Goal.Place place = new Goal.Place.InContainer(WEB);
    Probe probe = new Probe.ContainerFile("id-web", "/a");
    Situations now = one(new Box("web").exited(0));
    assertThat(new Goal.FileIn(place, "/a", has).probes(now.now())).containsExactly(probe);
    now.answer(probe, ABSENT);
    assertThat(check(new Goal.FileIn(place, "/a", has), now)).isEqualTo("UNMET web has no /a.");
    assertThat(check(new Goal.FileIn(place, "/a", lacks), now)).isEqualTo("MET web has no /a.");
    assertThat(check(new Goal.FileIn(place, "/a", says), now)).isEqualTo("UNMET web has no /a.");
    now.answer(probe, came(0, "coffee"));
    assertThat(check(new Goal.FileIn(place, "/a", has), now)).isEqualTo("MET web has /a.");
    assertThat(check(new Goal.FileIn(place, "/a", lacks), now))
        .isEqualTo("UNMET web still has /a.");
    assertThat(check(new Goal.FileIn(place, "/a", says), now))
        .isEqualTo("UNMET In web, /a is there, but does not say: tea");
    assertThat(check(new Goal.FileIn(place, "/a", says), now.answer(probe, came(0, "tea"))))
        .isEqualTo("MET In web, /a says: tea");
    Goal image = new Goal.FileIn(new Goal.Place.InImage("kiosk:dev"), "/a", has);
    assertThat(image.probes(now.now())).containsExactly(new Probe.ImageFile("a", "/a"));
    assertThat(check(image, new Situations())).startsWith("UNMET There is no image kiosk:dev");
    Goal volume = new Goal.FileIn(new Goal.Place.InVolume("v"), "/a", has);
    assertThat(volume.probes(now.volume("v", true).now()))
        .containsExactly(new Probe.VolumeFile("v", "/a"));
    assertThat(volume.probes(new Situations().volume("v", false).now()))
        .as("only ours are looked into")
        .isEmpty();
    assertThat(check(volume, new Situations())).isEqualTo("UNMET There is no volume v yet.");
  }

  @Test
  void aScriptNeedsItsImageAndNetwork() {
    Goal goal = new Goal.ScriptSays("busybox:1.37", "nc -z web 80", "shop", 0, "ok");
    Situations now = new Situations();
    assertThat(goal.probes(now.now())).isEmpty();
    assertThat(check(goal, now)).startsWith("UNKNOWN The image busybox:1.37");
    now.image("busybox:1.37", "b", false, "l0");
    assertThat(goal.probes(now.now())).isEmpty();
    assertThat(check(goal, now)).isEqualTo("UNMET There is no network shop yet.");
    now.network("shop", true);
    Probe probe = new Probe.Script("busybox:1.37", "nc -z web 80", "n-shop");
    assertThat(goal.probes(now.now())).containsExactly(probe);
    assertThat(check(goal, now.answer(probe, came(1, ""))))
        .isEqualTo("UNMET The lesson's own test ended with exit code 1; wanted: 0.");
    assertThat(check(goal, now.answer(probe, came(0, "no"))))
        .isEqualTo("UNMET The lesson's own test did not print: ok");
    assertThat(check(goal, now.answer(probe, came(0, "OK")))).startsWith("MET");
  }

  @Test
  void ofManyContainersTheNewestAreAskedAndOneIsEnough() {
    Goal goal = new Goal.Resolves(new Which.OfImage("kiosk:dev"), "db");
    Situations now = new Situations().image("kiosk:dev", "a", true, "l1");
    for (int i = 0; i < 9; i++) {
      now.container(new Box("c" + i).created(i));
    }
    now.container(new Box("dead").created(10).status(Container.Status.EXITED));
    assertThat(goal.probes(now.now()))
        .containsExactly(
            new Probe.Resolves("id-c8", "db"),
            new Probe.Resolves("id-c7", "db"),
            new Probe.Resolves("id-c6", "db"));
    now.answer(new Probe.Resolves("id-c8", "db"), ABSENT)
        .answer(new Probe.Resolves("id-c6", "db"), came(0, "10.0.0.1"));
    assertThat(check(goal, now)).startsWith("MET Inside of c6");
  }

  @Test
  void probesOfGoalsInsideAreAskedToo() {
    Goal inner = new Goal.Resolves(WEB, "db");
    Goal outer = new Goal.AnyOf(List.of(new Goal.Not(inner), new Goal.AllOf(List.of(inner))));
    assertThat(outer.probes(one(new Box("web")).now())).hasSize(1);
    assertThat(outer.probes(new Situations().withoutEngine())).isEmpty();
  }

  @Test
  void longAnswersAreCut() {
    assertThat(new ProbeAnswer.Came(0, "x".repeat(100_000)).text()).hasSize(ProbeAnswer.MAX_TEXT);
  }

  @Test
  void dockerfilesHaveStagesAndFindings() {
    Situations now =
        new Situations().file("Dockerfile", "FROM busybox:1.37 AS build\nFROM busybox\n");
    assertThat(
            check(
                new Goal.DockerfileStages("Dockerfile", new Goal.Count(2, 2), List.of("build")),
                now))
        .isEqualTo("MET Dockerfile has 2 stages.");
    assertThat(check(new Goal.DockerfileStages("Dockerfile", new Goal.Count(3, 9), List.of()), now))
        .isEqualTo("UNMET Dockerfile has 2 stages; wanted: 3 to 9.");
    assertThat(check(new Goal.DockerfileStages("Dockerfile", null, List.of("test")), now))
        .isEqualTo("UNMET Dockerfile has no stage named test.");
    assertThat(check(new Goal.NoFinding("Dockerfile", "unpinned-base"), now))
        .startsWith("UNMET Dockerfile, line 2: ");
    assertThat(check(new Goal.NoFinding("Dockerfile", "StageNameCasing"), now))
        .isEqualTo("MET Dockerfile gives no reason for StageNameCasing any more.");
    assertThat(check(new Goal.NoFinding("other", "x"), now))
        .isEqualTo("UNMET There is no file other in your folder.");
  }
}
