// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// A place of a container's file system that lies outside of it.
///
/// @param source the volume's name, the path on the engine's machine, or empty for tmpfs
/// @param target the path in the container
public record Mount(Type type, String source, String target, boolean readOnly) {
  public enum Type {
    VOLUME,
    BIND,
    TMPFS,
    OTHER
  }
}
