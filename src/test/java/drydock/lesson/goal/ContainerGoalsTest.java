// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.replay.Masking;
import drydock.lesson.Box;
import drydock.lesson.Situations;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What one container is like, who shares what with whom, who is in which network.
class ContainerGoalsTest {
  private static final Which WEB = new Which.Named("web");
  private static final Which KIOSK = new Which.OfImage("kiosk:dev");

  private static String check(Goal goal, Situations now) {
    Verdict verdict = GoalCheck.check(goal, now.now());
    return verdict.result() + " " + verdict.sentence();
  }

  private static Goal has(Demand... demands) {
    return new Goal.ContainerHas(WEB, List.of(demands));
  }

  private static Situations one(Box box) {
    return new Situations().image("kiosk:dev", "a", true, "l1").container(box);
  }

  @Test
  void theContainerHasToBeThereAndOurs() {
    Goal goal = has(new Demand.Is(Container.Status.RUNNING));
    assertThat(check(goal, new Situations())).isEqualTo("UNMET There is no container web yet.");
    assertThat(check(goal, one(new Box("web").foreign())))
        .isEqualTo("UNMET There is a container web, but Drydock did not make it.");
    assertThat(check(goal, one(new Box("web")))).isEqualTo("MET web: running.");
    Goal ofImage = new Goal.ContainerHas(KIOSK, List.of(new Demand.Is(Container.Status.RUNNING)));
    assertThat(check(ofImage, new Situations()))
        .isEqualTo("UNMET There is no container of kiosk:dev yet. Run it.");
    assertThat(check(ofImage, one(new Box("old").image("kiosk:dev", "before"))))
        .isEqualTo("UNMET There is only a container of an older kiosk:dev. Run the new one.");
    assertThat(check(ofImage, one(new Box("any")))).isEqualTo("MET any: running.");
    assertThat(GoalCheck.title(ofImage)).isEqualTo("a container of kiosk:dev: running");
  }

  @Test
  void everyDemandSaysHowItIsAndWhatIsWanted() {
    Box plain = new Box("web");
    Object[][] cases = {
      {new Demand.Exited(0), plain, "web: running; wanted: ended with exit code 0."},
      {
        new Demand.Exited(0),
        new Box("web").exited(137),
        "web: ended with exit code 137; wanted: ended with exit code 0."
      },
      {
        new Demand.Is(Container.Status.PAUSED),
        new Box("web").exited(1),
        "web: ended with exit code 1; wanted: paused."
      },
      {
        new Demand.Env("NAME", "Kiosk"),
        plain,
        "web: there is no variable NAME; wanted: the variable NAME is \"Kiosk\"."
      },
      {
        new Demand.Env("NAME", "Kiosk"),
        new Box("web").env("NAME=Kiosk", "NAME=Booth"),
        "web: the variable NAME is \"Booth\"; wanted: the variable NAME is \"Kiosk\"."
      },
      {
        limit(Demand.Resource.MEMORY, 0, 64 << 20),
        plain,
        "web: memory limit: none; wanted: memory limit: at most 64 MiB."
      },
      {
        limit(Demand.Resource.MEMORY, 32 << 20, 64 << 20),
        new Box("web").limits(Limits.memory(100 << 20)),
        "web: memory limit: 100 MiB; wanted: memory limit: 32 MiB to 64 MiB."
      },
      {
        limit(Demand.Resource.CPUS, 500_000_000, 500_000_000),
        new Box("web").limits(new Limits(0, 0, 1_500_000_000, 0, 0)),
        "web: processor limit: 1.5; wanted: processor limit: 0.5."
      },
      {
        limit(Demand.Resource.PIDS, 10, Long.MAX_VALUE),
        new Box("web").limits(new Limits(0, 0, 0, 0, 5)),
        "web: process limit: 5; wanted: process limit: at least 10."
      },
      {
        new Demand.Limited(Demand.Resource.PIDS, Demand.Amount.NONE),
        new Box("web").limits(new Limits(0, 0, 0, 0, 5)),
        "web: process limit: 5; wanted: process limit: none."
      },
      {
        new Demand.Mounted("/data", "shop", null),
        plain,
        "web: nothing is mounted at /data; wanted: the volume shop is mounted at /data."
      },
      {
        new Demand.Mounted("/data", "shop", null),
        new Box("web").mount(Mount.Type.BIND, "/home", "/data"),
        "web: a folder of this computer is mounted at /data; wanted: the volume shop is mounted at"
            + " /data."
      },
      {
        new Demand.Mounted("/data", null, Mount.Type.TMPFS),
        new Box("web").mount(Mount.Type.VOLUME, "shop", "/data"),
        "web: the volume shop is mounted at /data; wanted: memory is mounted at /data."
      },
      {new Demand.RunsAs("app"), plain, "web: its user is root; wanted: its user is app."},
      {
        new Demand.HealthIs(Container.Health.HEALTHY),
        new Box("web").health(Container.Health.STARTING),
        "web: health not known yet; wanted: healthy."
      },
      {
        new Demand.Restarted(new Goal.Count(2, Integer.MAX_VALUE)),
        new Box("web").restarts(1),
        "web: restarts: 1; wanted: restarts: at least 2."
      },
      {
        new Demand.Publishes("80/tcp"),
        new Box("web").port("81/tcp"),
        "web: port 80/tcp is not published; wanted: port 80/tcp is published."
      },
    };
    for (Object[] each : cases) {
      assertThat(check(has((Demand) each[0]), one((Box) each[1]))).isEqualTo("UNMET " + each[2]);
    }
  }

  private static Demand limit(Demand.Resource resource, long min, long max) {
    return new Demand.Limited(resource, new Demand.Amount(min, max));
  }

  @Test
  void allDemandsHaveToBeMetByTheSameContainer() {
    Demand running = new Demand.Is(Container.Status.RUNNING);
    Demand named = new Demand.Env("NAME", "Kiosk");
    Goal goal = new Goal.ContainerHas(KIOSK, List.of(running, named));
    Situations two =
        one(new Box("one")).container(new Box("two").created(1).exited(0).env("NAME=Kiosk"));
    assertThat(check(goal, two)).startsWith("UNMET two: ended with exit code 0");
    assertThat(check(goal, two.container(new Box("three").env("NAME=Kiosk"))))
        .isEqualTo("MET three: running, the variable NAME is \"Kiosk\".");
  }

  @Test
  void everythingCanBeMetAtOnce() {
    Box box =
        new Box("web")
            .env("NAME=Kiosk")
            .user("app")
            .health(Container.Health.HEALTHY)
            .restarts(2)
            .port("80/tcp")
            .mount(Mount.Type.VOLUME, "shop", "/data")
            .limits(new Limits(64 << 20, 0, 500_000_000, 0, 20));
    assertThat(
            check(
                has(
                    new Demand.Is(Container.Status.RUNNING),
                    new Demand.Env("NAME", "Kiosk"),
                    new Demand.RunsAs("app"),
                    new Demand.HealthIs(Container.Health.HEALTHY),
                    new Demand.Restarted(new Goal.Count(1, 3)),
                    new Demand.Publishes("80/tcp"),
                    new Demand.Mounted("/data", "shop", Mount.Type.VOLUME),
                    limit(Demand.Resource.MEMORY, 64 << 20, 64 << 20),
                    limit(Demand.Resource.CPUS, 0, 500_000_000),
                    limit(Demand.Resource.PIDS, 20, 20)),
                one(box)))
        .startsWith("MET web: running, ");
  }

  @Test
  void whatARecordingLeftOutIsNotKnown() {
    assertThat(
            check(
                has(new Demand.Env("NAME", "Kiosk")),
                one(new Box("web").env("NAME=" + Masking.MASK))))
        .isEqualTo(
            "UNKNOWN web has the variable NAME, but its value was left out of the recording.");
  }

  @Test
  void aContainerCanBeGone() {
    Goal goal = new Goal.ContainerAbsent(WEB);
    assertThat(check(goal, one(new Box("web").exited(0))))
        .isEqualTo("UNMET web is still there: ended with exit code 0.");
    assertThat(check(goal, new Situations())).isEqualTo("MET Nothing is left of web.");
    assertThat(check(goal, one(new Box("web").foreign()))).startsWith("MET");
  }

  @Test
  void namespacesAreSharedByTheModes() {
    Which db = new Which.Named("db");
    Goal goal = new Goal.Shares(Goal.Space.NETWORK, WEB, db);
    Situations apart = one(new Box("web")).container(new Box("db"));
    assertThat(check(goal, apart))
        .isEqualTo("UNMET web does not share its network namespace; wanted: with db.");
    NamespaceModes joined = NamespaceModes.USUAL.withNetwork("container:id-db");
    Situations together = one(new Box("web").modes(joined)).container(new Box("db"));
    assertThat(check(goal, together)).isEqualTo("MET web and db share a network namespace.");
    assertThat(check(new Goal.Shares(Goal.Space.NETWORK, db, WEB), together)).startsWith("MET");
    assertThat(check(new Goal.Shares(Goal.Space.PID, WEB, db), together)).startsWith("UNMET");
    Situations third =
        together.container(
            new Box("log").modes(NamespaceModes.USUAL.withNetwork("container:id-web")));
    assertThat(check(new Goal.Shares(Goal.Space.NETWORK, new Which.Named("log"), db), third))
        .startsWith("MET");
    Goal machine = new Goal.Shares(Goal.Space.PID, WEB, null);
    assertThat(check(machine, apart))
        .isEqualTo("UNMET web does not share the process (PID) namespace of the engine's machine.");
    assertThat(check(machine, one(new Box("web").modes(NamespaceModes.USUAL.withPid("host")))))
        .startsWith("MET");
    // a circle, which no engine makes, ends
    Situations circle =
        one(new Box("web").modes(NamespaceModes.USUAL.withPid("container:id-db")))
            .container(new Box("db").modes(NamespaceModes.USUAL.withPid("container:id-web")));
    assertThat(check(new Goal.Shares(Goal.Space.PID, WEB, db), circle)).isNotEmpty();
  }

  @Test
  void networksAndVolumesAreOurs() {
    assertThat(check(new Goal.NetworkExists("shop"), new Situations()))
        .isEqualTo("UNMET There is no network shop yet.");
    assertThat(check(new Goal.NetworkExists("shop"), new Situations().network("shop", false)))
        .isEqualTo("UNMET There is a network shop, but Drydock did not make it.");
    assertThat(check(new Goal.NetworkExists("shop"), new Situations().network("shop", true)))
        .isEqualTo("MET The network shop is there.");
    assertThat(check(new Goal.VolumeExists("data"), new Situations()))
        .isEqualTo("UNMET There is no volume data yet.");
    assertThat(check(new Goal.VolumeExists("data"), new Situations().volume("data", true)))
        .isEqualTo("MET The volume data is there.");
  }

  @Test
  void membersOfNetworksHaveAliases() {
    Goal member = new Goal.NetworkMember("shop", WEB, null);
    assertThat(check(member, one(new Box("web"))))
        .isEqualTo("UNMET web is connected to no network; wanted: shop.");
    assertThat(check(member, one(new Box("web").network("b").network("a"))))
        .isEqualTo("UNMET web is connected to a, b; wanted: shop.");
    assertThat(check(member, one(new Box("web").network("shop"))))
        .isEqualTo("MET web is connected to shop.");
    Goal named = new Goal.NetworkMember("shop", WEB, "store");
    assertThat(check(named, one(new Box("web").network("shop"))))
        .isEqualTo("UNMET web is connected to shop, but not called store there.");
    assertThat(check(named, one(new Box("web").network("shop", "store"))))
        .isEqualTo("MET web is connected to shop and called store there.");
  }
}
