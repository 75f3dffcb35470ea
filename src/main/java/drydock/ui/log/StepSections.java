// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildStep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A build's steps, each with its section, in the order of the Dockerfile's lines as far as those are known.
final class StepSections {
  private record Shown(BuildStep step, Section section) {}

  private final RowList rows;
  private final Map<String, Shown> steps = new LinkedHashMap<>();
  private boolean anyStarted;

  StepSections(RowList rows) {
    this.rows = rows;
  }

  @Nullable Section section(String key) {
    Shown shown = steps.get(key);
    return shown == null ? null : shown.section();
  }

  boolean anyStarted() {
    return anyStarted;
  }

  int count(StepState state) {
    return (int)
        steps.values().stream()
            .filter(s -> s.step().kind() != BuildStep.Kind.EXPORT)
            .filter(s -> s.section().timing().state() == state)
            .count();
  }

  /// The step that stands at a line of the Dockerfile.
  @Nullable String atLine(int line) {
    return steps.values().stream()
        .filter(s -> has(s.step(), line))
        .map(s -> s.step().key())
        .findFirst()
        .orElse(null);
  }

  private static boolean has(BuildStep step, int line) {
    BuildStep.Lines lines = step.lines();
    return lines != null && lines.first() <= line && line <= lines.last();
  }

  /// @param firstPosition where the first step's group belongs
  void announce(long id, BuildStep step, int firstPosition) {
    boolean oneStage = stages() < 2;
    Shown known = steps.get(step.key());
    Section section =
        known == null
            ? new Section(rows, place(step, firstPosition), step.key(), id, step.name())
            : known.section();
    steps.put(step.key(), new Shown(step, section));
    rows.moveGroup(section.group, place(step, firstPosition));
    if (oneStage == stages() < 2) {
      section.setTitle(title(step));
    } else {
      steps.values().forEach(s -> s.section().setTitle(title(s.step())));
    }
  }

  /// Its place is after all that stand above it, and after those that came before it when no line tells.
  private int place(BuildStep step, int firstPosition) {
    int before = 0;
    boolean cameLater = false;
    for (Shown other : steps.values()) {
      if (other.step().key().equals(step.key())) {
        cameLater = true;
      } else if (rank(other.step()) < rank(step)
          || (!cameLater && rank(other.step()) == rank(step))) {
        before++;
      }
    }
    return firstPosition + before;
  }

  private static int rank(BuildStep step) {
    if (step.kind() == BuildStep.Kind.EXPORT) {
      return Integer.MAX_VALUE;
    }
    BuildStep.Lines lines = step.lines();
    return lines == null ? Integer.MAX_VALUE - 1 : lines.first();
  }

  private long stages() {
    return steps.values().stream()
        .map(s -> s.step().stage())
        .filter(s -> s != null)
        .distinct()
        .count();
  }

  private String title(BuildStep step) {
    if (step.position() == 0 || step.stage() == null) {
      return step.name();
    }
    String stage = stages() > 1 ? step.stage() + " " : "";
    return "[" + stage + step.position() + "/" + step.total() + "] " + step.name();
  }

  void change(String key, Timing timing) {
    Shown shown = steps.get(key);
    if (shown == null) {
      return;
    }
    anyStarted = true;
    shown.section().setTiming(timing);
    if (timing.state() == StepState.REUSED) {
      boolean noted = shown.section().group.body.stream().anyMatch(Row.Note.class::isInstance);
      shown.section().foldByItself(!noted);
    } else if (timing.state() == StepState.FAILED) {
      shown.section().foldByItself(false);
    }
  }

  /// Puts a warning under the step that it is about; false when no such step is known.
  boolean place(Row.Note note) {
    BuildStep.Lines lines = note.lines();
    String key = lines == null ? null : atLine(lines.first());
    Section section = key == null ? null : section(key);
    if (section == null
        || (!section.group.body.isEmpty() && section.group.body.getLast().id() > note.id())) {
      return false;
    }
    section.put(List.of(note));
    return true;
  }

  /// The build is over: what runs was stopped, what waits will not run.
  void settle(long at) {
    for (Shown shown : steps.values()) {
      Section section = shown.section();
      section.setTiming(settled(section.timing(), at));
    }
  }

  static Timing settled(Timing timing, long at) {
    return switch (timing.state()) {
      case RUNNING -> timing.ended(StepState.CANCELLED, Duration.ofNanos(at - timing.since()));
      case WAITING -> timing.ended(StepState.NOT_RUN, null);
      case REUSED, RAN, FAILED, CANCELLED, NOT_RUN -> timing;
    };
  }
}
