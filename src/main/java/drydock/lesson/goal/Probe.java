// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

/// A question that the engine's state does not answer. Containers and images are named by their id: what was asked of one
/// says nothing of the next one with the same name. Asking it is bounded in time and size, and only what is Drydock's is
/// asked.
public sealed interface Probe {
  /// `GET path` at the host's end of a published port.
  ///
  /// @param port the container's: "80/tcp"
  record Http(String container, String port, String path) implements Probe {}

  record ContainerFile(String container, String path) implements Probe {}

  record ImageFile(String image, String path) implements Probe {}

  /// @param volume its name
  record VolumeFile(String volume, String path) implements Probe {}

  /// To which address `name` leads inside of a running container.
  record Resolves(String container, String name) implements Probe {}

  /// `sh -c script` in a labelled container of its own, with the usual limits.
  ///
  /// @param image a name, from the pack's list or built by Drydock
  /// @param network the id of one of Drydock's; empty for none at all
  record Script(String image, String script, String network) implements Probe {}
}
