// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.check.Fix;

/// What giving a stage or variable another name comes to.
public sealed interface Rename {
  /// @param places how many names change
  /// @param caution what the file does not show and may need the new name too
  record Change(Fix fix, int places, String caution) implements Rename {}

  /// @param sentence why not, and what to do
  record Refusal(String sentence) implements Rename {}
}
