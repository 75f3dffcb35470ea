// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// In what order the contents of a folder come.
public enum Order {
  NAME,
  /// Largest first; a folder counts with all that is seen in it or was removed from it.
  SIZE
}
