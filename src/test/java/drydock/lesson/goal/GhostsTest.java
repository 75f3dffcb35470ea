// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.lesson.Box;
import drydock.lesson.Situations;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GhostsTest {
  private static final Which WEB = new Which.Named("web");
  private static final Which DB = new Which.Named("db");
  private static final Goal RUNNING =
      new Goal.ContainerHas(WEB, List.of(new Demand.Is(Container.Status.RUNNING)));

  private static Situations one(Box box) {
    return new Situations().image("kiosk:dev", "a", true, "l0", "l1").container(box);
  }

  @Test
  void whatIsMissingIsOutlinedAndWhatIsThereIsNot() {
    assertThat(Ghosts.of(RUNNING, new Situations().now()))
        .containsExactly(new Ghost.Box("", "web", "", Container.Status.RUNNING, ""));
    assertThat(Ghosts.of(RUNNING, one(new Box("web").exited(0)).now()))
        .containsExactly(new Ghost.Box("id-web", "web", "kiosk:dev", Container.Status.RUNNING, ""));
    assertThat(Ghosts.of(RUNNING, one(new Box("web")).now())).isEmpty();
    assertThat(Ghosts.of(RUNNING, new Situations().withoutEngine())).isEmpty();
    assertThat(Ghosts.of(new Goal.Not(RUNNING), new Situations().now())).isEmpty();
  }

  @Test
  void eachDemandHasItsOutline() {
    Demand.Amount amount = new Demand.Amount(0, 64 << 20);
    Goal goal =
        new Goal.ContainerHas(
            WEB,
            List.of(
                new Demand.Limited(Demand.Resource.MEMORY, amount),
                new Demand.Mounted("/data", "shop", null),
                new Demand.Publishes("80/tcp"),
                new Demand.RunsAs("root")));
    assertThat(Ghosts.of(goal, one(new Box("web")).now()))
        .containsExactly(
            new Ghost.Lid("id-web", Demand.Resource.MEMORY, amount),
            new Ghost.Mounting("id-web", "/data", "shop"),
            new Ghost.Port("id-web", "80/tcp"));
  }

  @Test
  void imagesAndBuildsHaveOutlines() {
    assertThat(Ghosts.of(new Goal.ImageExists("kiosk:dev"), new Situations().now()))
        .containsExactly(new Ghost.Picture("kiosk:dev", "", null));
    Goal.Count two = new Goal.Count(2, 2);
    assertThat(
            Ghosts.of(
                new Goal.LayersAdded("kiosk:dev", "busybox:1.37", two), new Situations().now()))
        .containsExactly(new Ghost.Picture("kiosk:dev", "busybox:1.37", two));
    assertThat(
            Ghosts.of(
                new Goal.StepEnded("RUN make", BuildState.Status.CACHED), new Situations().now()))
        .containsExactly(new Ghost.Step("RUN make", BuildState.Status.CACHED));
    Setting cmd = new Setting.Cmd(List.of("echo", "hi"));
    assertThat(Ghosts.of(new Goal.ImageSetting("kiosk:dev", cmd), new Situations().now()))
        .containsExactly(new Ghost.Label("kiosk:dev", "CMD", "[\"echo\", \"hi\"]"));
  }

  @Test
  void networksAndNamespacesHaveOutlines() {
    Goal member = new Goal.NetworkMember("shop", WEB, "store");
    assertThat(Ghosts.of(member, new Situations().now()))
        .containsExactly(
            new Ghost.Net("shop"), new Ghost.Box("", "web", "", Container.Status.RUNNING, "shop"));
    assertThat(Ghosts.of(member, one(new Box("web")).network("shop", true).now()))
        .containsExactly(new Ghost.Wire("shop", "id-web", "store"));
    Goal shares = new Goal.Shares(Goal.Space.PID, WEB, DB);
    assertThat(Ghosts.of(shares, one(new Box("web")).container(new Box("db")).now()))
        .containsExactly(new Ghost.Cell(Goal.Space.PID, "id-web", "id-db"));
    assertThat(Ghosts.of(shares, one(new Box("web")).now()))
        .containsExactly(new Ghost.Box("", "db", "", Container.Status.RUNNING, ""));
    Goal all = new Goal.AllOf(List.of(RUNNING, RUNNING, new Goal.VolumeExists("v")));
    assertThat(Ghosts.of(all, new Situations().now()))
        .containsExactly(
            new Ghost.Box("", "web", "", Container.Status.RUNNING, ""), new Ghost.Store("v"));
    Goal http = new Goal.HttpAnswers(WEB, "80/tcp", "/", null, null);
    assertThat(Ghosts.of(http, one(new Box("web")).now()))
        .containsExactly(new Ghost.Port("id-web", "80/tcp"));
    assertThat(Ghosts.of(http, one(new Box("web").port("80/tcp")).now())).isEmpty();
  }

  @Test
  void numbersAreMeasured() {
    Situations now =
        one(new Box("web").exited(137).restarts(4))
            .image("busybox:1.37", "b", false, "l0")
            .build(
                new BuildOutcome.Success("a"),
                Situations.step(1, "FROM x", BuildState.Status.CACHED),
                Situations.step(2, "RUN y", BuildState.Status.CACHED),
                Situations.step(3, "RUN z", BuildState.Status.DONE));
    assertThat(new Measure.ExitCode(WEB).of(now.now())).isEqualTo(OptionalLong.of(137));
    assertThat(new Measure.Restarts(WEB).of(now.now())).isEqualTo(OptionalLong.of(4));
    assertThat(new Measure.Layers("kiosk:dev", "busybox:1.37").of(now.now()))
        .isEqualTo(OptionalLong.of(1));
    assertThat(new Measure.Steps(BuildState.Status.CACHED).of(now.now()))
        .isEqualTo(OptionalLong.of(2));
    assertThat(new Measure.Running("kiosk:dev").of(now.now())).isEqualTo(OptionalLong.of(0));
    assertThat(new Measure.ExitCode(DB).of(now.now())).isEmpty();
    assertThat(new Measure.Running("kiosk:dev").of(now.withoutEngine())).isEmpty();
  }
}
