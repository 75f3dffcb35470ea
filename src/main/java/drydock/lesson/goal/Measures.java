// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Measures and situation in, number out.
final class Measures {
  private Measures() {}

  static OptionalLong of(Measure measure, Situation now) {
    EngineState engine = now.engine();
    if (measure instanceof Measure.Steps(BuildState.Status status)) {
      BuildState build = now.build();
      return build == null || build.running()
          ? OptionalLong.empty()
          : OptionalLong.of(steps(build, status));
    }
    return engine == null ? OptionalLong.empty() : of(measure, engine);
  }

  private static OptionalLong of(Measure measure, EngineState engine) {
    return switch (measure) {
      case Measure.ExitCode m ->
          number(
              Selection.of(m.container(), engine).stream()
                  .filter(c -> c.status() == Container.Status.EXITED)
                  .max(
                      Comparator.comparing(
                          c -> Objects.requireNonNullElse(c.state().finished(), Instant.MIN)))
                  .map(c -> (long) c.state().exitCode()));
      case Measure.Layers m ->
          number(
              engine
                  .imageTagged(m.image())
                  .flatMap(i -> engine.imageTagged(m.base()).map(b -> added(i, b))));
      case Measure.Restarts m ->
          number(
              Selection.of(m.container(), engine).stream()
                  .findFirst()
                  .map(c -> (long) c.state().restarts()));
      case Measure.Running m ->
          OptionalLong.of(
              Selection.of(new Which.OfImage(m.image()), engine).stream()
                  .filter(Container::running)
                  .count());
      case Measure.Steps _ -> OptionalLong.empty();
    };
  }

  private static long added(ImageSummary image, ImageSummary base) {
    return (long) image.layers().size() - base.layers().size();
  }

  private static long steps(BuildState build, BuildState.Status status) {
    return build.steps().values().stream()
        .filter(s -> s.step().position() > 0 && s.status() == status)
        .count();
  }

  private static OptionalLong number(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
