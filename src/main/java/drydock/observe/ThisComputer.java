// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.HostSystem;

/// The computer that Drydock itself runs on, as the Java virtual machine tells of it.
///
/// @param name of its system: "Linux", "Windows 11", "macOS"
/// @param version of its system; of Linux, the release of its kernel, as `uname -r` says it
/// @param architecture in Java's words: "amd64", "aarch64"
/// @param processors that Java may use
public record ThisComputer(
    HostSystem system, String name, String version, String architecture, int processors) {
  /// As it is now.
  public static ThisComputer current() {
    HostSystem system = HostSystem.current();
    return new ThisComputer(
        system,
        system == HostSystem.MACOS ? "macOS" : property("os.name"),
        property("os.version"),
        property("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }

  /// Release of its kernel, to be held against an engine's; empty when it is not Linux.
  public String linuxKernel() {
    return system == HostSystem.LINUX ? version : "";
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
