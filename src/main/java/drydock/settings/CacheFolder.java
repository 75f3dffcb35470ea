// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where each system wants what an application can lose: on a disk, not in memory as the folder for temporary files may
/// be, and not in a profile that is copied over a network.
public final class CacheFolder {
  private CacheFolder() {}

  /// The folder on this system, for this person.
  public static Path ofThisSystem() {
    return of(
        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
  }

  /// Linux: `$XDG_CACHE_HOME/drydock` or `~/.cache/drydock`; macOS: `~/Library/Caches/Drydock`; Windows:
  /// `%LOCALAPPDATA%\Drydock`.
  ///
  /// @param system as in the system property os.name
  public static Path of(String system, String home, Map<String, String> environment) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      return local != null && !local.isBlank()
          ? Path.of(local, "Drydock")
          : Path.of(home, "AppData", "Local", "Drydock");
    }
    if (lower.startsWith("mac")) {
      return Path.of(home, "Library", "Caches", "Drydock");
    }
    String xdg = environment.get("XDG_CACHE_HOME");
    // a relative one must be ignored, says the XDG specification
    return xdg != null && xdg.startsWith("/")
        ? Path.of(xdg, "drydock")
        : Path.of(home, ".cache", "drydock");
  }
}
