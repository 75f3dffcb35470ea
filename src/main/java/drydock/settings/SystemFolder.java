// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folders that a system keeps for applications, each with the variable that moves it.
enum SystemFolder {
  SETTINGS("APPDATA", "Roaming", "Application Support", "XDG_CONFIG_HOME", ".config"),
  CACHE("LOCALAPPDATA", "Local", "Caches", "XDG_CACHE_HOME", ".cache");

  private final String windowsVariable;
  private final String windowsUsual;
  private final String macUsual;
  private final String xdgVariable;
  private final String xdgUsual;

  SystemFolder(
      String windowsVariable,
      String windowsUsual,
      String macUsual,
      String xdgVariable,
      String xdgUsual) {
    this.windowsVariable = windowsVariable;
    this.windowsUsual = windowsUsual;
    this.macUsual = macUsual;
    this.xdgVariable = xdgVariable;
    this.xdgUsual = xdgUsual;
  }

  /// Drydock's folder on this system, for this person.
  Path ofThisSystem() {
    return of(
        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
  }

  /// @param system as in the system property os.name
  Path of(String system, String home, Map<String, String> environment) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      String set = environment.get(windowsVariable);
      return set != null && !set.isBlank()
          ? Path.of(set, "Drydock")
          : Path.of(home, "AppData", windowsUsual, "Drydock");
    }
    if (lower.startsWith("mac")) {
      return Path.of(home, "Library", macUsual, "Drydock");
    }
    String set = environment.get(xdgVariable);
    // a relative one must be ignored, says the XDG specification
    return set != null && set.startsWith("/")
        ? Path.of(set, "drydock")
        : Path.of(home, xdgUsual, "drydock");
  }
}
