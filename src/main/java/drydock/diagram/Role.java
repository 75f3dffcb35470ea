// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// What an element means. [Palette] gives it colours, this gives it a pattern and an outline, and
/// the picture writes the word, so that none of the three has to be seen to know it.
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
  /// Comes from the base image.
  BASE(Pattern.LINES, false),
  /// There once, used by several.
  SHARED(Pattern.DOTS, false),
  /// New here: a layer of this image alone, the image itself.
  ADDED(Pattern.SOLID, false),
  /// Where a lesson wants to go: an outline over the live picture.
  GOAL(Pattern.NONE, true),
  /// What this engine cannot tell. The reason stands in the element's text.
  UNKNOWN(Pattern.DIAGONAL, true);

  private final Pattern pattern;
  private final boolean dashed;

  Role(Pattern pattern, boolean dashed) {
    this.pattern = pattern;
    this.dashed = dashed;
  }

  public Pattern pattern() {
    return pattern;
  }

  /// Whether the outline is broken: not (yet) a thing of the engine.
  public boolean dashed() {
    return dashed;
  }
}
