// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LifePictureTest {
  private final LifeFacts facts = Lifes.small();
  private final Scene small = LifePicture.of(facts, 1000);

  @Test
  void lanesStandInTheOrderOfTheirCreation() {
    assertThat(
            small.elements().stream()
                .map(Element::id)
                .filter(id -> id.startsWith("lane:"))
                .toList())
        .containsExactly(
            "lane:id-web",
            "lane:id-db",
            "lane:id-crashy",
            "lane:id-eater",
            "lane:id-ill",
            "lane:id-old");
  }

  @Test
  void barsFollowEachOtherToTheEdgeThatIsNow() {
    List<Element.Box> bars = boxes("state:id-db");
    assertThat(bars)
        .extracting(Element.Box::role)
        .containsExactly(Role.THIRD, Role.FIRST, Role.THIRD, Role.FIRST);
    for (int i = 1; i < bars.size(); i++) {
      assertThat(bars.get(i).area().x()).isEqualTo(bars.get(i - 1).area().right() + 1);
    }
    Element now = small.element("tick:end").orElseThrow();
    assertThat(bars.getLast().area().right() + 1).isEqualTo(now.area().centerX());
    assertThat(said("now:id-db")).isEqualTo("db: paused");
  }

  @Test
  void aFlagSaysWhatItMeansAndWhereItIsKnownFrom() {
    Element flag = boxes("mark:id-eater").getFirst();
    assertThat(flag.about().name())
        .isEqualTo("eater: ran out of memory, 14:01:49; ended with exit code 137, 14:01:49");
    assertThat(flag.about().sentence()).contains("more memory than its limit");
    assertThat(flag.about().subject()).isEqualTo("id-eater");
    Evidence evidence = Objects.requireNonNull(flag.about().evidence());
    assertThat(evidence.request())
        .isEqualTo(
            "GET /events?since=1772460109.000000000&until=1772460109.001000000"
                + "&filters=%7B%22container%22:%5B%22eater%22%5D%7D");
    assertThat(evidence.field()).startsWith("Action = oom");
    assertThat(evidence.command())
        .isEqualTo(
            "docker events --since 2026-03-02T14:01:49Z --until 2026-03-02T14:01:49.001Z"
                + " --filter container=eater");
    assertThat(evidence.at()).isEqualTo(Samples.AT.minusSeconds(42));
  }

  @Test
  void anExitCodeIsExplained() {
    Element bar = boxes("state:id-eater").getLast();
    assertThat(bar.about().sentence())
        .contains("Exit code 137: killed, SIGKILL: stopped from outside, or out of memory.");
    assertThat(said("now:id-eater")).isEqualTo("eater: exited 137");
    assertThat(small.element("now:id-eater").orElseThrow().role()).isEqualTo(Role.FAILED);
  }

  @Test
  void eachHealthCheckIsATickAndAFailedOneIsLonger() {
    List<Element.Box> ticks = boxes("check:id-ill");
    assertThat(ticks).hasSize(13);
    assertThat(ticks.getFirst().role()).isEqualTo(Role.ADDED);
    assertThat(ticks.getLast().role()).isEqualTo(Role.FAILED);
    assertThat(ticks.getLast().area().height()).isGreaterThan(ticks.getFirst().area().height());
    assertThat(ticks.getLast().about().name())
        .isEqualTo("ill: health check failed with exit code 1, 14:02:27");
    assertThat(ticks.getLast().about().sentence()).endsWith(": connection refused");
    assertThat(Objects.requireNonNull(ticks.getLast().about().evidence()).field())
        .isEqualTo(
            "State.Health.Log[].ExitCode = 1 · State.Health.Log[].End = 2026-03-02T14:02:27Z");
  }

  @Test
  void restartsAreCountedAndWaitsAreGaps() {
    List<String> names = boxes("mark:id-crashy").stream().map(e -> e.about().name()).toList();
    assertThat(names.getLast())
        .contains("restarted by its policy, number 5")
        .contains("ended with exit code 1");
    assertThat(boxes("state:id-crashy").getLast().role()).isEqualTo(Role.WAITING);
    assertThat(said("now:id-crashy")).isEqualTo("crashy: back-off");
  }

  @Test
  void whatWasRemovedStaysUntilItScrollsOut() {
    assertThat(small.element("lane:id-old").orElseThrow().role()).isEqualTo(Role.UNUSED);
    assertThat(small.element("now:id-old").orElseThrow().role()).isEqualTo(Role.UNUSED);
    Instant later = Samples.AT.plusSeconds(101);
    Scene then = LifePicture.of(between(facts, later.minusSeconds(120), later), 1000);
    assertThat(then.element("lane:id-old")).isEmpty();
    assertThat(then.element("lane:id-ill")).isPresent();
  }

  @Test
  void aWindowOfThePastShowsHowItWasThen() {
    Instant then = Samples.AT.minusSeconds(45);
    Scene past = LifePicture.of(between(facts, then.minusSeconds(60), then), 1000);
    assertThat(past.element("now:id-db").orElseThrow().about().name()).isEqualTo("db: paused");
    assertThat(past.element("now:id-eater").orElseThrow().about().name())
        .isEqualTo("eater: running");
    assertThat(past.element("tick:end").orElseThrow().about().name()).isEqualTo("14:01:46");
    assertThat(past.elements().stream().map(Element::id)).noneMatch(i -> i.startsWith("mark:id-e"));
  }

  @Test
  void whatNobodyHeardIsHatchedWithTheReason() {
    Scene degraded = LifePicture.of(Lifes.degraded(), 484);
    assertThat(degraded.elements())
        .filteredOn(e -> e.role() == Role.UNKNOWN && e instanceof Element.Box)
        .isNotEmpty()
        .allSatisfy(
            e -> {
              assertThat(e.about().evidence()).isNull();
              assertThat(e.about().sentence()).containsAnyOf("Drydock listened", "connection");
            });
    assertThat(degraded.elements()).noneMatch(e -> e.about().name().contains("exit code 9999"));
  }

  @Test
  void manyEventsStandInFewFlagsAndNoneIsLost() {
    LifeFacts busy = Lifes.busy();
    Scene scene = LifePicture.of(busy, 1000);
    assertThat(scene.elements()).hasSizeLessThan(700);
    String id = busy.lives().getLast().id();
    long marks = busy.lives().getLast().marks().size();
    long told =
        scene.elements().stream()
            .filter(e -> e.id().startsWith("mark:" + id + ":"))
            .mapToLong(e -> count(e.about().name()))
            .sum();
    assertThat(told).isEqualTo(marks).isGreaterThan(15);
  }

  @Test
  void ticksAreRoundByTheClocksOfTheZone() {
    TimeAxis axis = new TimeAxis(Samples.AT.minus(Duration.ofHours(6)), Samples.AT, 0, 400);
    assertThat(axis.ticks(ZoneId.of("Asia/Kolkata"), 62).stream().map(TimeAxis.Tick::text))
        .containsExactly("14:00", "15:00", "16:00", "17:00", "18:00", "19:00");
    TimeAxis short_ = new TimeAxis(Samples.AT.minusSeconds(15), Samples.AT, 0, 400);
    assertThat(short_.ticks(ZoneOffset.UTC, 62).stream().map(TimeAxis.Tick::text))
        .containsExactly("14:02:20", "14:02:25", "14:02:30");
  }

  /// How many marks a flag's name tells.
  private static long count(String name) {
    String told = name.substring(name.indexOf(": ") + 2);
    return told.matches("\\d+ events: .*")
        ? Long.parseLong(told.substring(0, told.indexOf(' ')))
        : told.split("; ").length;
  }

  private static LifeFacts between(LifeFacts facts, Instant from, Instant to) {
    Instant now = to.isAfter(facts.now()) ? to : facts.now();
    return new LifeFacts(
        facts.lives(),
        facts.checks(),
        from,
        to,
        now,
        facts.skew(),
        facts.dropped(),
        facts.inspected(),
        facts.zone());
  }

  private List<Element.Box> boxes(String prefix) {
    return small.elements().stream()
        .filter(e -> e.id().startsWith(prefix))
        .map(Element.Box.class::cast)
        .sorted(Element.READING_ORDER)
        .toList();
  }

  private String said(String id) {
    return small.element(id).orElseThrow().about().name();
  }
}
