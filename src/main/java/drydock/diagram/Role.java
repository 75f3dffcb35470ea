// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.util.List;

/// What an element means. [Palette] gives it colours, this gives it a pattern and an outline, and the picture writes the
/// word, so that none of the three has to be seen to know it.
public enum Role {
  /// Says nothing of a state.
  NEUTRAL(Pattern.NONE, false),
  WAITING(Pattern.NONE, true),
  RUNNING(Pattern.BANDS, false),
  /// Reused from an earlier build.
  CACHED(Pattern.DIAGONAL, false),
  /// Ran to its end.
  DONE(Pattern.SOLID, false),
  FAILED(Pattern.CROSS, false),
  /// Will be reused, as far as can be told before.
  PREDICTED_REUSED(Pattern.DIAGONAL, true),
  /// Will run, as far as can be told before.
  PREDICTED_RUN(Pattern.SOLID, true),
  /// Nobody can tell before whether it will run.
  PREDICTED_OPEN(Pattern.DOTS, true),
  /// Stands in the file and will not be built.
  UNUSED(Pattern.UPRIGHT, true),
  /// Comes from the base image.
  BASE(Pattern.LINES, false),
  /// There once, used by several.
  SHARED(Pattern.DOTS, false),
  /// New here: a layer of this image alone, the image itself.
  ADDED(Pattern.SOLID, false),
  /// Where a lesson wants to go: an outline over the live picture.
  GOAL(Pattern.NONE, true),
  /// What is looked at: an outline around it.
  FOCUS(Pattern.NONE, false),
  /// What this engine cannot tell. The reason stands in the element's text.
  UNKNOWN(Pattern.DIAGONAL, true),
  /// One of several things of a kind that are told apart, and the same wherever it shows up: a
  /// namespace, a network. See [#series].
  FIRST(Pattern.DOTS, false),
  SECOND(Pattern.BANDS, false),
  THIRD(Pattern.LINES, false),
  FOURTH(Pattern.CROSS, false),
  FIFTH(Pattern.UPRIGHT, false),
  SIXTH(Pattern.DIAGONAL, false);

  private static final List<Role> SERIES = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH);

  private final Pattern pattern;
  private final boolean dashed;

  Role(Pattern pattern, boolean dashed) {
    this.pattern = pattern;
    this.dashed = dashed;
  }

  /// The look of the `n`-th of several things that are told apart. After six it begins again: the
  /// picture's words have to tell the rest.
  ///
  /// @param n counted from 0
  public static Role series(int n) {
    return SERIES.get(Math.floorMod(n, SERIES.size()));
  }

  public Pattern pattern() {
    return pattern;
  }

  /// Whether the outline is broken: not (yet) a thing of the engine.
  public boolean dashed() {
    return dashed;
  }
}
