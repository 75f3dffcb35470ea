// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far the learner is. Kept under the ids of pack, lesson and step, so that a new version of a pack changes nothing.
///
/// @param schema of the saved file
/// @param packs by pack id
public record Progress(int schema, Map<String, OfPack> packs) {
  static final int SCHEMA = 1;

  public static final Progress NONE = new Progress(SCHEMA, Map.of());

  public Progress {
    packs = Map.copyOf(packs == null ? Map.of() : packs);
  }

  /// @param lessons by lesson id
  public record OfPack(Map<String, OfLesson> lessons) {
    public OfPack {
      lessons = Map.copyOf(lessons == null ? Map.of() : lessons);
    }
  }

  /// @param at id of the step that was open last
  /// @param steps by step id
  public record OfLesson(@Nullable String at, Map<String, OfStep> steps) {
    static final OfLesson NONE = new OfLesson(null, Map.of());

    public OfLesson {
      steps = Map.copyOf(steps == null ? Map.of() : steps);
    }
  }

  /// @param seen ids of the goals that were met at some time
  /// @param predicted id of the choice that the learner made
  public record OfStep(State state, Set<String> seen, @Nullable String predicted) {
    public static final OfStep NONE = new OfStep(State.OPEN, Set.of(), null);

    public OfStep {
      state = state == null ? State.OPEN : state;
      seen = Set.copyOf(seen == null ? Set.of() : seen);
    }

    public OfStep withState(State next) {
      return new OfStep(next, seen, predicted);
    }

    public OfStep withSeen(Set<String> next) {
      Set<String> all = new TreeSet<>(seen);
      all.addAll(next);
      return new OfStep(state, all, predicted);
    }

    public OfStep withPredicted(String choice) {
      return new OfStep(state, seen, choice);
    }
  }

  public enum State {
    OPEN,
    SKIPPED,
    DONE
  }

  public OfLesson of(Lesson lesson) {
    OfPack pack = packs.get(lesson.pack());
    return pack == null ? OfLesson.NONE : pack.lessons().getOrDefault(lesson.id(), OfLesson.NONE);
  }

  public OfStep of(Lesson lesson, Step step) {
    return of(lesson).steps().getOrDefault(step.id(), OfStep.NONE);
  }

  public Progress with(Lesson lesson, Step step, OfStep next) {
    OfLesson before = of(lesson);
    Map<String, OfStep> steps = new TreeMap<>(before.steps());
    steps.put(step.id(), next);
    return with(lesson, new OfLesson(before.at(), steps));
  }

  /// With `step` as the one that was open last.
  public Progress at(Lesson lesson, Step step) {
    return with(lesson, new OfLesson(step.id(), of(lesson).steps()));
  }

  private Progress with(Lesson lesson, OfLesson next) {
    Map<String, OfPack> all = new TreeMap<>(packs);
    OfPack pack = all.get(lesson.pack());
    Map<String, OfLesson> lessons = new TreeMap<>(pack == null ? Map.of() : pack.lessons());
    lessons.put(lesson.id(), next);
    all.put(lesson.pack(), new OfPack(lessons));
    return new Progress(SCHEMA, all);
  }
}
