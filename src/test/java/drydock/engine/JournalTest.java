// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T14:00:00Z");

  private static EngineEvent event(String action, double seconds) {
    return event(action, seconds, Map.of());
  }

  private static EngineEvent event(String action, double seconds, Map<String, String> attributes) {
    Instant at = BEGIN.plusNanos((long) (seconds * 1e9));
    return new EngineEvent(
        "container",
        action,
        "",
        "c1",
        attributes,
        at.getEpochSecond() * 1_000_000_000 + at.getNano());
  }

  private static List<String> actions(Journal journal) {
    return journal.events().stream().map(EngineEvent::action).toList();
  }

  @Test
  void aStreamThatTakesOverRepeatsNothing() {
    Journal journal = Journal.since(BEGIN).with(event("create", 1)).with(event("start", 2));
    assertThat(journal.with(event("start", 2))).isSameAs(journal);
    assertThat(journal.with(event("create", 1))).isSameAs(journal);
    assertThat(actions(journal.with(event("attach", 2)))).as("at the same moment").hasSize(3);
    assertThat(event("start", 2).at()).isEqualTo(BEGIN.plusSeconds(2));
  }

  @Test
  void whatComesLateIsPutInItsPlace() {
    Journal journal =
        Journal.since(BEGIN)
            .with(event("create", 1))
            .with(event("die", 3))
            .with(event("start", 2))
            .with(event("destroy", 4));
    assertThat(actions(journal)).containsExactly("create", "start", "die", "destroy");
  }

  @Test
  void aClockThatWasSetBackLeavesTheOrderOfArrival() {
    Journal journal = Journal.since(BEGIN).with(event("create", 3_600)).with(event("start", 1));
    assertThat(actions(journal)).containsExactly("create", "start");
  }

  @Test
  void theOldestGoAndThisIsSaid() {
    Journal journal = Journal.since(BEGIN);
    for (int i = 1; i <= Journal.MOST_EVENTS + 7; i++) {
      journal = journal.with(event("e" + i, i));
    }
    assertThat(journal.events()).hasSize(Journal.MOST_EVENTS);
    assertThat(journal.dropped()).isEqualTo(7);
    assertThat(journal.events().getFirst().action()).isEqualTo("e8");
    assertThat(journal.wholeSince()).isEqualTo(BEGIN.plusSeconds(8));
  }

  @Test
  void longAttributesAreBoundedToo() {
    Journal journal = Journal.since(BEGIN);
    Map<String, String> label = Map.of("label", "x".repeat(100_000));
    for (int i = 1; i <= 50; i++) {
      journal = journal.with(event("e" + i, i, label));
    }
    assertThat(journal.events()).hasSize(10);
    assertThat(journal.dropped()).isEqualTo(40);
    Journal huge = journal.with(event("huge", 51, Map.of("label", "x".repeat(2_000_000))));
    assertThat(actions(huge)).as("the newest is always there").containsExactly("huge");
    assertThat(actions(huge.with(event("small", 52)))).containsExactly("small");
  }

  @Test
  void aGapIsSaid() {
    Instant later = BEGIN.plus(Duration.ofMinutes(5));
    Journal journal = Journal.since(BEGIN).with(event("create", 1)).missedUntil(later);
    assertThat(journal.wholeSince()).isEqualTo(later);
    assertThat(actions(journal)).containsExactly("create");
    assertThat(journal.with(event("die", 301)).wholeSince()).isEqualTo(later);
  }

  @Test
  void whatAnEngineRememberedComesBeforeIt() {
    Instant found = BEGIN.plusSeconds(10);
    Journal journal = Journal.since(found).with(event("die", 12));
    List<EngineEvent> told = List.of(event("create", 1), event("start", 2));
    Journal all = journal.remembering(told, found);
    assertThat(actions(all)).containsExactly("create", "start", "die");
    assertThat(all.wholeSince()).isEqualTo(BEGIN.plusSeconds(1));
    assertThat(all.remembering(told, found)).as("each once").isEqualTo(all);
    assertThat(journal.remembering(List.of(), found)).isEqualTo(journal);
    Instant missed = BEGIN.plusSeconds(20);
    assertThat(journal.missedUntil(missed).remembering(told, found).wholeSince())
        .as("what was missed later stays missed")
        .isEqualTo(missed);
  }

  @Test
  void pastOnesStay() {
    Journal before = Journal.since(BEGIN).with(event("create", 1));
    Journal after = before.with(event("start", 2));
    assertThat(actions(before)).containsExactly("create");
    assertThat(after).isNotEqualTo(before).isEqualTo(before.with(event("start", 2)));
  }
}
