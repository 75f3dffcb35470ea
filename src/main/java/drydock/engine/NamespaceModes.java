// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// Which namespaces a container has for itself, in Docker's words: "" for the engine's usual choice, "host", "private",
/// "shareable", "none", "container:<id>", and for the network also a network's name.
public record NamespaceModes(
    String network, String pid, String ipc, String uts, String user, String cgroup) {
  /// Everything as the engine does it when not told otherwise.
  public static final NamespaceModes USUAL = new NamespaceModes("", "", "", "", "", "");

  public NamespaceModes withNetwork(String mode) {
    return new NamespaceModes(mode, pid, ipc, uts, user, cgroup);
  }

  public NamespaceModes withPid(String mode) {
    return new NamespaceModes(network, mode, ipc, uts, user, cgroup);
  }
}
