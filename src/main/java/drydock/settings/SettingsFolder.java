// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import java.nio.file.Path;
import java.util.Map;

/// Where each system wants an application's settings.
public final class SettingsFolder {
  private SettingsFolder() {}

  /// The folder on this system, for this person.
  public static Path ofThisSystem() {
    return SystemFolder.SETTINGS.ofThisSystem();
  }

  /// Linux: `$XDG_CONFIG_HOME/drydock` or `~/.config/drydock`; macOS: `~/Library/Application Support/Drydock`; Windows:
  /// `%APPDATA%\Drydock`.
  ///
  /// @param system as in the system property os.name
  public static Path of(String system, String home, Map<String, String> environment) {
    return SystemFolder.SETTINGS.of(system, home, environment);
  }
}
