// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

/// What became of a save.
public sealed interface SaveResult {
  record Saved(Version version) implements SaveResult {}

  /// Nothing was written: the file is no longer what it was.
  record Changed() implements SaveResult {}
}
