// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The builder's internal steps as the parts of one section.
final class Preparation {
  static final String KEY = "preparing";

  private final Section section;
  private final Map<String, Row.Part> parts = new LinkedHashMap<>();
  private long firstStart;
  private long lastEnd;

  Preparation(RowList rows, int position, long id) {
    section = new Section(rows, position, KEY, id, Messages.get("log.preparing.title"));
    section.foldByItself(true);
  }

  Section section() {
    return section;
  }

  boolean has(String key) {
    return parts.containsKey(key);
  }

  void announce(long id, String key, String title) {
    Row.Part known = parts.get(key);
    show(
        known == null
            ? new Row.Part(id, key, title, Timing.WAITING)
            : new Row.Part(known.id(), key, title, known.timing()));
  }

  void change(String key, Timing timing, long at) {
    Row.Part part = parts.get(key);
    if (part == null) {
      return;
    }
    if (timing.state() == StepState.RUNNING && firstStart == 0) {
      firstStart = at;
    }
    lastEnd = at;
    show(new Row.Part(part.id(), key, part.title(), timing));
    section.setTiming(overall());
    section.setTitle(title());
    if (timing.state() == StepState.FAILED) {
      section.foldByItself(false);
    }
  }

  /// The build is over.
  void settle(long at) {
    for (Row.Part part : List.copyOf(parts.values())) {
      Timing settled = StepSections.settled(part.timing(), at);
      if (!settled.equals(part.timing())) {
        change(part.key(), settled, at);
      }
    }
  }

  private void show(Row.Part part) {
    parts.put(part.key(), part);
    section.put(List.of(part));
  }

  private boolean any(StepState state) {
    return parts.values().stream().anyMatch(p -> p.timing().state() == state);
  }

  private Timing overall() {
    Duration took = Duration.ofNanos(firstStart == 0 ? 0 : lastEnd - firstStart);
    if (any(StepState.FAILED)) {
      return new Timing(StepState.FAILED, firstStart, took);
    } else if (any(StepState.RUNNING) || any(StepState.WAITING)) {
      return firstStart == 0 ? Timing.WAITING : Timing.WAITING.started(firstStart);
    }
    return new Timing(
        any(StepState.CANCELLED) ? StepState.CANCELLED : StepState.RAN, firstStart, took);
  }

  /// Names the part that runs, as it is folded away.
  private String title() {
    return parts.values().stream()
        .filter(p -> p.timing().state() == StepState.RUNNING)
        .findFirst()
        .map(p -> Messages.get("log.preparing.part", p.title()))
        .orElseGet(() -> Messages.get("log.preparing.title"));
  }
}
