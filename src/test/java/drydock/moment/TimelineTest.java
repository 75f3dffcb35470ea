// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import drydock.engine.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");
  private static final EngineState EMPTY = Samples.state(Map.of(), Map.of());
  private static final Journal JOURNAL = Journal.since(START);

  private final Timeline line = new Timeline(100, 1 << 20);

  private static Moment moment(double second, EngineState state) {
    return moment(second, state, null);
  }

  private static Moment moment(double second, EngineState state, @Nullable BuildState build) {
    return new Moment(START.plusMillis((long) (second * 1_000)), state, JOURNAL, build);
  }

  private static EngineState with(Container... containers) {
    Map<String, Container> all = new HashMap<>();
    for (Container container : containers) {
      all.put(container.id(), container);
    }
    return new EngineState(
        EMPTY.info(), EMPTY.images(), all, EMPTY.networks(), EMPTY.volumes(), EMPTY.at());
  }

  private static Container web(Container.Status status, int exitCode) {
    return Samples.container("c1", "web", "app:1", "i", status, exitCode, START, true);
  }

  @Test
  void aMomentIsFoundByAnyInstantFromItOn() {
    line.add(moment(1, EMPTY));
    line.add(moment(5, with(web(Container.Status.RUNNING, 0))));
    assertThat(line.at(START)).map(Moment::at).contains(START.plusSeconds(1));
    assertThat(line.at(START.plusMillis(4_999))).map(Moment::at).contains(START.plusSeconds(1));
    assertThat(line.at(START.plusSeconds(5))).map(Moment::at).contains(START.plusSeconds(5));
    assertThat(line.at(START.plusSeconds(99))).map(Moment::at).contains(START.plusSeconds(5));
    assertThat(new Timeline().at(START)).isEmpty();
  }

  @Test
  void whatHappenedIsMarked() {
    line.add(moment(0, EMPTY));
    line.add(moment(1, with(web(Container.Status.RUNNING, 0))));
    line.add(moment(2, with(web(Container.Status.EXITED, 137))));
    line.add(moment(3, with(web(Container.Status.RUNNING, 0))));
    line.add(moment(4, with(web(Container.Status.EXITED, 0))));
    line.add(moment(5, EMPTY));
    BuildState build = BuildState.begin("app:1", START);
    line.add(moment(6, EMPTY, build));
    line.add(moment(7, EMPTY, ended(build, new BuildOutcome.Success("sha256:x"))));
    line.add(moment(8, EMPTY, ended(build, new BuildOutcome.Success("sha256:x"))));
    BuildState second = BuildState.begin("", START.plusSeconds(9));
    line.add(moment(9, EMPTY, ended(second, new BuildOutcome.Cancelled())));
    assertThat(line.marks())
        .extracting(Mark::kind)
        .containsExactly(
            Mark.Kind.BORN,
            Mark.Kind.FAILED,
            Mark.Kind.BORN,
            Mark.Kind.ENDED,
            Mark.Kind.GONE,
            Mark.Kind.BUILT,
            Mark.Kind.BUILD_FAILED);
    assertThat(line.marks())
        .extracting(Mark::words)
        .containsExactly(
            "container web came: running",
            "container web: running → exited (137)",
            "container web: exited (137) → running",
            "container web: running → exited (0)",
            "container web is gone",
            "build of app:1 done",
            "build of an image without a name cancelled");
    assertThat(line.marks().get(1).at()).isEqualTo(START.plusSeconds(2));
  }

  private static BuildState ended(BuildState build, BuildOutcome outcome) {
    return build.apply(new drydock.engine.BuildEvent.Finished(outcome));
  }

  @Test
  void thePastGetsSparserAndItsEndsStay() {
    for (int i = 0; i < 5_000; i++) {
      Container.Status status = i % 2 == 0 ? Container.Status.PAUSED : Container.Status.RUNNING;
      line.add(moment(i, with(web(status, 0))));
    }
    List<Moment> kept = line.moments();
    assertThat(kept).hasSize(100);
    assertThat(kept.getFirst().at()).isEqualTo(START);
    assertThat(kept.getLast().at()).isEqualTo(START.plusSeconds(4_999));
    List<Long> last = gaps(kept.subList(80, 100));
    List<Long> middle = gaps(kept.subList(40, 60));
    assertThat(last).allMatch(gap -> gap <= 5);
    assertThat(middle.stream().mapToLong(g -> g).average().orElseThrow())
        .isGreaterThan(3 * last.stream().mapToLong(g -> g).average().orElseThrow());
  }

  private static List<Long> gaps(List<Moment> moments) {
    List<Long> gaps = new java.util.ArrayList<>();
    for (int i = 1; i < moments.size(); i++) {
      gaps.add(Duration.between(moments.get(i - 1).at(), moments.get(i).at()).toSeconds());
    }
    return gaps;
  }

  @Test
  void whereSomethingHappenedStaysLongest() {
    for (int i = 0; i < 2_000; i++) {
      boolean happens = i == 700 || i == 900;
      EngineState state = with(web(Container.Status.RUNNING, 0));
      line.add(moment(i, happens ? with(web(Container.Status.EXITED, 1)) : state));
    }
    assertThat(line.moments())
        .extracting(m -> Duration.between(START, m.at()).toSeconds())
        .contains(700L, 900L);
    assertThat(line.marks()).extracting(Mark::kind).contains(Mark.Kind.FAILED);
  }

  @Test
  void theMemoryIsBoundedToo() {
    Timeline large = new Timeline(10_000, 4 << 20);
    for (int i = 0; i < 300; i++) {
      Container[] all = new Container[100];
      for (int c = 0; c < all.length; c++) {
        all[c] =
            Samples.container("c" + c, "n" + i, "a", "i", Container.Status.RUNNING, 0, START, true);
      }
      large.add(moment(i, with(all)));
    }
    assertThat(large.moments().size()).isBetween(10, 40);
  }

  @Test
  void aRunningBuildDoesNotCrowdThePast() {
    BuildState build = BuildState.begin("app:1", START);
    line.add(moment(0, EMPTY));
    for (int i = 1; i <= 50; i++) {
      line.add(moment(i * 0.02, EMPTY, build));
    }
    assertThat(line.moments()).hasSizeBetween(2, 6);
  }

  @Test
  void anotherEngineBeginsAnew() {
    line.add(moment(0, EMPTY));
    var info = EMPTY.info();
    var other =
        new drydock.engine.EngineInfo(
            info.endpoint(),
            "engine-2",
            info.name(),
            info.version(),
            info.product(),
            info.podman(),
            info.api(),
            info.machine(),
            info.storage(),
            info.cgroups(),
            info.builder(),
            info.securityOptions(),
            info.warnings(),
            info.clockSkew());
    line.add(moment(1, new EngineState(other, Map.of(), Map.of(), Map.of(), Map.of(), START)));
    assertThat(line.moments()).hasSize(1);
  }

  @Test
  void aClockThatIsSetBackStandsStill() {
    line.add(moment(5, EMPTY));
    line.add(moment(1, with(web(Container.Status.RUNNING, 0))));
    assertThat(line.moments()).extracting(Moment::at).containsOnly(START.plusSeconds(5));
    assertThat(line.at(START.plusSeconds(5)).orElseThrow().state().containers()).hasSize(1);
  }

  @Test
  void twoMomentsAreComparedInWords() {
    Container db =
        Samples.container("c2", "db", "db:1", "i", Container.Status.RUNNING, 0, START, true);
    Container job =
        Samples.container("c3", "job", "job:1", "i", Container.Status.EXITED, 0, START, true);
    Moment before = moment(0, with(web(Container.Status.RUNNING, 0), job));
    BuildState build = BuildState.begin("app:1", START);
    Moment after = moment(9, with(web(Container.Status.EXITED, 137), db), build);
    assertThat(Difference.between(before, after))
        .containsExactly(
            new Difference(Difference.Kind.BORN, "container db came: running"),
            new Difference(Difference.Kind.BORN, "build of app:1 running"),
            new Difference(Difference.Kind.CHANGED, "container web: running → exited (137)"),
            new Difference(Difference.Kind.GONE, "container job is gone"));
    assertThat(Difference.between(after, after)).isEmpty();
  }
}
