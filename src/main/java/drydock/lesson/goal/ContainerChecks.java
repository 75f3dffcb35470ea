// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.messages.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// Checks of containers. Only containers of Drydock's count, and only those of the image that its name means now.
final class ContainerChecks {
  private ContainerChecks() {}

  static Verdict runs(Goal.ContainerRuns goal, Situation now) {
    return containersOf(
        goal.image(),
        now,
        (present, old) -> {
          if (any(present, Container.Status.RUNNING)) {
            return Verdict.met(Messages.get("lesson.verdict.runs", goal.image()));
          }
          if (any(old, Container.Status.RUNNING)) {
            return Verdict.unmet(Messages.get("lesson.verdict.runs.old", goal.image()));
          }
          return latestExit(present)
              .map(c -> Verdict.unmet(ended("lesson.verdict.runs.ended", goal.image(), c)))
              .orElseGet(
                  () -> Verdict.unmet(Messages.get("lesson.verdict.runs.none", goal.image())));
        });
  }

  static Verdict exited(Goal.ContainerExited goal, Situation now) {
    return containersOf(
        goal.image(),
        now,
        (present, old) -> {
          Optional<Container> last = latestExit(present);
          boolean met =
              present.stream().anyMatch(c -> hasExited(c) && c.state().exitCode() == goal.code());
          if (met) {
            return Verdict.met(
                Messages.get("lesson.verdict.exited", goal.image(), String.valueOf(goal.code())));
          }
          if (last.isPresent()) {
            return Verdict.unmet(
                Messages.get(
                    "lesson.verdict.exited.other",
                    goal.image(),
                    String.valueOf(last.get().state().exitCode()),
                    String.valueOf(goal.code())));
          }
          if (any(present, Container.Status.RUNNING)) {
            return Verdict.unmet(Messages.get("lesson.verdict.exited.running", goal.image()));
          }
          return Verdict.unmet(
              Messages.get(
                  old.isEmpty() ? "lesson.verdict.exited.none" : "lesson.verdict.exited.old",
                  goal.image()));
        });
  }

  private static Verdict containersOf(
      String name, Situation now, BiFunction<List<Container>, List<Container>, Verdict> next) {
    return ImageChecks.ours(
        name,
        now,
        image -> {
          List<Container> ours =
              Objects.requireNonNull(now.engine()).containers().values().stream()
                  .filter(Container::ours)
                  .toList();
          return next.apply(
              ours.stream().filter(c -> c.imageId().equals(image.id())).toList(),
              ours.stream()
                  .filter(c -> c.image().equals(name) && !c.imageId().equals(image.id()))
                  .toList());
        });
  }

  private static String ended(String key, String image, Container container) {
    return Messages.get(key, image, String.valueOf(container.state().exitCode()));
  }

  private static boolean any(List<Container> containers, Container.Status status) {
    return containers.stream().anyMatch(c -> c.status() == status);
  }

  private static boolean hasExited(Container container) {
    return container.status() == Container.Status.EXITED;
  }

  private static Optional<Container> latestExit(List<Container> containers) {
    return containers.stream()
        .filter(ContainerChecks::hasExited)
        .max(
            Comparator.comparing(
                c -> Objects.requireNonNullElse(c.state().finished(), Instant.MIN)));
  }
}
