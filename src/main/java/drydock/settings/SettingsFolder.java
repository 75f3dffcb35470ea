// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where each system wants an application's settings.
public final class SettingsFolder {
  private SettingsFolder() {}

  /// The folder on this system, for this person.
  public static Path ofThisSystem() {
    return of(
        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
  }

  /// Linux: `$XDG_CONFIG_HOME/drydock` or `~/.config/drydock`; macOS: `~/Library/Application Support/Drydock`; Windows:
  /// `%APPDATA%\Drydock`.
  ///
  /// @param system as in the system property os.name
  public static Path of(String system, String home, Map<String, String> environment) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      String roaming = environment.get("APPDATA");
      return roaming != null && !roaming.isBlank()
          ? Path.of(roaming, "Drydock")
          : Path.of(home, "AppData", "Roaming", "Drydock");
    }
    if (lower.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Drydock");
    }
    String xdg = environment.get("XDG_CONFIG_HOME");
    // a relative one must be ignored, says the XDG specification
    return xdg != null && xdg.startsWith("/")
        ? Path.of(xdg, "drydock")
        : Path.of(home, ".config", "drydock");
  }
}
