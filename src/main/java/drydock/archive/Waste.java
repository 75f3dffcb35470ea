// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.List;
import java.util.Set;

/// Bytes that every copy of the image carries and nobody sees: files of a lower layer that an upper one overwrote,
/// removed or repeated. Each byte counts in one case only.
public sealed interface Waste {
  /// The files of one case: of one lower layer, all done away with by one upper layer, in one folder.
  ///
  /// @param lower the layer that carries the bytes
  /// @param upper the layer that made them useless
  /// @param folder that all of them lie in, absolute
  /// @param files how many
  /// @param paths some of them, the largest first
  /// @param bytes in the lower layer, unpacked
  record Files(int lower, int upper, String folder, int files, List<String> paths, long bytes) {
    public Files {
      paths = List.copyOf(paths);
    }
  }

  Files files();

  /// Written again with another content.
  record Overwritten(Files files) implements Waste {}

  /// Removed.
  ///
  /// @param whole the folder itself was removed, with all that was in it
  record Removed(Files files, boolean whole) implements Waste {}

  /// Copied up for the sake of mode, owner, time or attributes alone: the upper layer carries the same content again.
  ///
  /// @param aspects what differs; empty when nothing does
  record Retouched(Files files, Set<Aspect> aspects) implements Waste {}

  /// Removed, with the same content added elsewhere by the same layer.
  ///
  /// @param to where the largest of the files went
  record Moved(Files files, String to) implements Waste {}

  /// What a package manager had put aside, removed too late.
  record Cache(Files files, PackageManager manager) implements Waste {}
}
