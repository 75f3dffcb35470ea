// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// Something beyond the safety policy that a pack asks for. The learner is asked in words first.
///
/// @param why the author's words
public record Permission(Kind kind, String why) {
  /// The words in packs are these, with hyphens.
  public enum Kind {
    /// Images that are not in the pack's list.
    OTHER_IMAGES,
    /// Containers without the usual limits.
    NO_LIMITS,
    /// Ports that other computers can reach.
    PUBLIC_PORTS,
    /// Namespaces of the engine's machine.
    HOST_NAMESPACES,
    /// Folders of this computer outside of the lesson's own.
    OTHER_FOLDERS,
    ADDED_CAPABILITIES,
    DEVICES,
    PRIVILEGED,
    ENGINE_SOCKET
  }
}
