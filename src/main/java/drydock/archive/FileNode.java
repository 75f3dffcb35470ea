// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.Set;

/// One path in a [FileTree].
///
/// @param id the same for the same path in all trees of an archive
/// @param name the last part of the path; "/" of the root
/// @param entry as it is seen after the layer; of what was removed, as it was. A folder that no layer has a header for
///     has mode 0755 and no time
/// @param layer the layer that the entry is from; -1 for a folder without a header
/// @param aspects in what it differs from the version below; empty unless CHANGED or OPAQUE
/// @param sums of a folder; of everything else its own
/// @param children how many of the tree's filter lie directly in it
public record FileNode(
    int id,
    String name,
    Entry entry,
    int layer,
    Change change,
    Set<Aspect> aspects,
    Sums sums,
    int children) {
  public boolean folder() {
    return entry.kind() == Kind.FOLDER;
  }

  public String path() {
    return entry.path();
  }
}
