// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.LimitsFacts;
import drydock.diagram.picture.LimitsFacts.Meter;
import drydock.diagram.picture.LimitsPicture;
import drydock.engine.Container;
import drydock.engine.EngineException;
import drydock.engine.Limits;
import drydock.engine.Samples;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// From the bytes of a stream of measurements to the drawn tank, as engines with either version of control groups and
/// Podman write them. What [StatsJsonTest] says of the recordings holds here too.
class MeasuredTanksTest {
  private static final Limits LIMITS = new Limits(64L << 20, 0, 500_000_000, 0, 20);

  @Test
  void version2KeepsNoPeakAndCountsWhatWentWithout() throws Exception {
    Scene scene = drawn("stats-cgroup2");
    String words = TextTwin.of(scene);
    assertThat(words)
        .contains("memory: 6 MiB of 64 MiB", "peak since you look: 6 MiB (the engine tells none")
        .contains("went without memory 2 times, at its limit")
        .contains("processors: 1.00 of at most 0.50", "in 9 of 30 periods")
        .contains("processes: 7 of at most 20");
    assertThat(evidence(scene, "failures:web")).isEqualTo("memory_stats.failcnt = 2");
    // a tenth of the tank is full
    Element tank = scene.element("tank:web").orElseThrow();
    Element level = scene.element("level:web").orElseThrow();
    assertThat(level.area().height() / tank.area().height()).isBetween(0.08, 0.12);
  }

  @Test
  void version1KnowsThePeak() throws Exception {
    Scene scene = drawn("stats-cgroup1");
    assertThat(TextTwin.of(scene))
        .contains("peak since it started: 3.9 MiB", "processes: 3 of at most 20")
        .doesNotContain("held back", "went without", "met its limit");
    assertThat(scene.element("failures:web")).isEmpty();
  }

  @Test
  void ofWhatPodmanDoesNotMeasureNothingIsSaid() throws Exception {
    String words = TextTwin.of(drawn("stats-podman"));
    assertThat(words)
        .contains("memory: 4 MiB of 64 MiB", "peak since you look", "processes: 3")
        .doesNotContain("held back", "went without", "met its limit");
  }

  private static Scene drawn(String recording) throws IOException, InterruptedException {
    String body = String.join("\n", BuildAnswers.recorded(recording)) + "\n";
    CopyOnWriteArrayList<Stats> told = new CopyOnWriteArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    try (FakeEngine fake = new FakeEngine().on("/containers/web/stats", 200, body);
        DockerEngine engine = fake.engine(Duration.ofSeconds(10))) {
      Subscription stream =
          engine
              .containers()
              .stats(
                  "web",
                  new StreamListener<>() {
                    @Override
                    public void onNext(Stats stats) {
                      told.add(stats);
                    }

                    @Override
                    public void onEnd(@Nullable EngineException failure) {
                      end.countDown();
                    }
                  });
      assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
      stream.close();
    }
    assertThat(told).isNotEmpty();
    Meter meter = null;
    for (Stats stats : told) {
      meter = Meter.next(meter, stats);
    }
    return LimitsPicture.of(
        new LimitsFacts(
            Samples.INFO, List.of(container()), Map.of("web", meter), Map.of(), Instant.EPOCH),
        484);
  }

  private static Container container() {
    Container c =
        Samples.container(
            "web", "web", "busybox", "sha256:b", Container.Status.RUNNING, 0, Instant.EPOCH, true);
    return new Container(
        c.id(),
        c.name(),
        c.image(),
        c.imageId(),
        c.command(),
        c.env(),
        c.user(),
        c.created(),
        c.state(),
        c.terminal(),
        c.labels(),
        c.ports(),
        c.networks(),
        c.mounts(),
        LIMITS,
        c.modes(),
        c.restartPolicy());
  }

  private static String evidence(Scene scene, String id) {
    Element element = scene.element(id).orElseThrow();
    return String.valueOf(element.about().evidence()).replaceFirst(".*field=", "").split(",", 2)[0];
  }
}
