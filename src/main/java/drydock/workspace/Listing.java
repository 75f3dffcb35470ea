// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import java.util.List;

/// The files of a workspace.
///
/// @param files Dockerfiles first, then by name
/// @param complete false when there were more than are listed
public record Listing(List<Entry> files, boolean complete) {
  public Listing {
    files = List.copyOf(files);
  }

  /// @param name path below the workspace with "/" on every system
  /// @param hidden its name begins with a dot, `.dockerignore` excepted
  public record Entry(String name, long size, boolean hidden) {}
}
