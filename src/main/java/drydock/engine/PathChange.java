// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// One path in which a container differs from its image.
///
/// @param path absolute, with `/`
public record PathChange(String path, Kind kind) {
  public enum Kind {
    MODIFIED,
    ADDED,
    DELETED
  }
}
