// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the steps of a Dockerfile were made of when it was last built. Only to name differences:
/// what is reused is decided by [BuiltSteps].
///
/// @param used in seconds since 1970
public record LastBuild(List<Step> steps, long used) {
  /// Nothing was built.
  public static final LastBuild NONE = new LastBuild(List.of(), 0);

  /// More files of one step than these are not told apart.
  private static final int MOST_PARTS = 2000;

  public LastBuild {
    steps = List.copyOf(steps);
  }

  /// @param completed whether it came to its end, or was reused
  /// @param whole whether no part was left out
  public record Step(
      String key,
      String instruction,
      String operation,
      List<Part> parts,
      boolean completed,
      boolean whole) {
    public Step {
      parts = List.copyOf(parts);
    }

    String stage() {
      return key.substring(0, key.lastIndexOf('/'));
    }

    String text() {
      Part text = part(Part.Kind.TEXT);
      return text == null ? "" : text.value();
    }

    /// The first part of a kind; null when there is none.
    @Nullable Part part(Part.Kind kind) {
      return parts.stream().filter(p -> p.kind() == kind).findFirst().orElse(null);
    }
  }

  static LastBuild of(List<StepKey> steps, Map<String, Truth> completed, long now) {
    return new LastBuild(
        steps.stream().map(s -> step(s, completed.containsKey(s.step().key()))).toList(), now);
  }

  static Step step(StepKey key, boolean completed) {
    List<Part> parts = key.parts();
    return new Step(
        key.step().key(),
        key.step().instruction(),
        key.operation(),
        parts.size() > MOST_PARTS ? parts.subList(parts.size() - MOST_PARTS, parts.size()) : parts,
        completed,
        parts.size() <= MOST_PARTS);
  }

  /// The step that was this one at the last build: the same, or the one with the same words, or the
  /// one in its place.
  @Nullable Step counterpart(StepKey now) {
    Step wanted = step(now, false);
    return Stream.<Predicate<Step>>of(
            s -> s.operation().equals(wanted.operation()),
            s -> s.text().equals(wanted.text()),
            s -> s.key().equals(wanted.key()))
        .flatMap(
            like ->
                steps.stream()
                    .filter(s -> s.instruction().equals(wanted.instruction()))
                    .filter(like)
                    .sorted(Comparator.comparingInt(s -> distance(s, wanted))))
        .findFirst()
        .orElse(null);
  }

  /// Steps of the same stage first, the same place first among them.
  private static int distance(Step one, Step other) {
    return one.key().equals(other.key()) ? 0 : one.stage().equals(other.stage()) ? 1 : 2;
  }
}
