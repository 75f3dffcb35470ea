// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The containers that a [Which] means. Only Drydock's count.
final class Selection {
  private Selection() {}

  /// Newest first.
  static List<Container> of(Which which, EngineState engine) {
    return engine.containers().values().stream()
        .filter(c -> c.ours() && means(which, c, engine))
        .sorted(Container.OLDEST_FIRST.reversed())
        .toList();
  }

  private static boolean means(Which which, Container container, EngineState engine) {
    return switch (which) {
      case Which.Named w -> container.name().equals(w.name());
      case Which.OfImage w ->
          engine
              .imageTagged(w.image())
              .map(ImageSummary::id)
              .map(container.imageId()::equals)
              .orElse(container.image().equals(w.image()));
    };
  }

  /// Goes on with the containers, of which there is at least one, else says what is the matter.
  static Verdict some(Which which, Situation now, Function<List<Container>, Verdict> next) {
    EngineState engine = now.engine();
    if (engine == null) {
      return GoalCheck.engineUnknown();
    }
    List<Container> found = of(which, engine);
    return found.isEmpty() ? Verdict.unmet(none(which, engine)) : next.apply(found);
  }

  private static String none(Which which, EngineState engine) {
    List<Container> all = List.copyOf(engine.containers().values());
    return switch (which) {
      case Which.Named w ->
          Messages.get(
              all.stream().anyMatch(c -> c.name().equals(w.name()))
                  ? "lesson.verdict.container.foreign"
                  : "lesson.verdict.container.none",
              w.name());
      case Which.OfImage w ->
          Messages.get(
              all.stream().anyMatch(c -> c.ours() && c.image().equals(w.image()))
                  ? "lesson.verdict.container.old"
                  : "lesson.verdict.container.noneOf",
              w.image());
    };
  }

  /// "web", "a container of kiosk:dev".
  static String words(Which which) {
    return switch (which) {
      case Which.Named w -> w.name();
      case Which.OfImage w -> Messages.get("lesson.which.image", w.image());
    };
  }

  /// The verdicts of several candidates as one: whoever is as wanted makes it so.
  static Verdict best(List<Verdict> verdicts) {
    return GoalCheck.first(verdicts, Verdict.Result.MET)
        .or(() -> GoalCheck.first(verdicts, Verdict.Result.UNKNOWN))
        .orElseGet(() -> Objects.requireNonNull(verdicts.getFirst()));
  }
}
