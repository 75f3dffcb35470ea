// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

/// A path of a build context as it is sent: without owner and time, with the mode that it is given.
///
/// @param path with `/`; empty for the context itself
/// @param size in bytes; 0 unless it is a file
/// @param target where a link leads; empty for others
public record ContextEntry(String path, Kind kind, int mode, long size, String target) {
  public enum Kind {
    FILE,
    FOLDER,
    LINK
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
