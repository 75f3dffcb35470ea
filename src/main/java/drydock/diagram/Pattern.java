// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// What a role looks like without colour. Drawn in the strip at a box's left edge, never under text.
public enum Pattern {
  NONE,
  SOLID,
  /// Lines from lower left to upper right.
  DIAGONAL,
  /// Diagonal lines both ways.
  CROSS,
  DOTS,
  /// Level lines.
  LINES,
  /// Upright lines.
  UPRIGHT,
  /// Broad diagonal bands; they move where the toolkit can move them.
  BANDS
}
