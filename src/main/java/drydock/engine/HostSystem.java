// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.Locale;

/// The kind of system that Drydock itself runs on: where engines listen, and what helps, differs.
public enum HostSystem {
  LINUX,
  MACOS,
  WINDOWS;

  /// This computer's.
  public static HostSystem current() {
    return of(System.getProperty("os.name", ""));
  }

  /// @param osName as Java's `os.name` has it; what is neither Windows nor macOS counts as Linux
  public static HostSystem of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") || name.startsWith("darwin") ? MACOS : LINUX;
  }
}
