// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.HostSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// The computer that Drydock itself runs on, as the Java virtual machine tells of it.
///
/// @param name of its system: "Linux", "Windows 11", "macOS"
/// @param version of its system; of Linux, the release of its kernel, as `uname -r` says it
/// @param architecture in Java's words: "amd64", "aarch64"
/// @param processors that Java may use
/// @param virtual whether its processor says that it is a virtual machine itself; false when nothing
///   says so, which proves nothing
public record ThisComputer(
    HostSystem system,
    String name,
    String version,
    String architecture,
    int processors,
    boolean virtual) {
  private static final int MOST_LINES = 200;

  /// As it is now.
  public static ThisComputer current() {
    HostSystem system = HostSystem.current();
    return new ThisComputer(
        system,
        system == HostSystem.MACOS ? "macOS" : property("os.name"),
        property("os.version"),
        property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        system == HostSystem.LINUX && hypervisor(Path.of("/proc/cpuinfo")));
  }

  /// Release of its kernel, to be held against an engine's; empty when it is not Linux.
  public String linuxKernel() {
    return system == HostSystem.LINUX ? version : "";
  }

  /// Whether the flags of the first processors have `hypervisor`, as they do on x86 in a virtual
  /// machine.
  static boolean hypervisor(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .limit(MOST_LINES)
          .filter(line -> line.startsWith("flags"))
          .anyMatch(line -> Arrays.asList(line.split("\\s+")).contains("hypervisor"));
    } catch (IOException | UncheckedIOException e) {
      return false; // nothing says so
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
