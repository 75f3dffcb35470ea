// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// How strongly a text speaks; [Palette#ink] gives the colour.
public enum Ink {
  STRONG,
  MUTED,
  /// In the colour of the element's role.
  ROLE
}
