// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// What a layer does to a path, compared with what is seen below it.
public enum Change {
  /// Nothing; a folder in which something changes is not changed itself.
  NONE,
  ADDED,
  CHANGED,
  REMOVED,
  /// A folder made again: of what was in it below, nothing is seen.
  OPAQUE
}
