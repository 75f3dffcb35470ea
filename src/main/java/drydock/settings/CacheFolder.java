// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import java.nio.file.Path;
import java.util.Map;

/// Where each system wants what an application can lose: on a disk, not in memory as the folder for temporary files may
/// be, and not in a profile that is copied over a network.
public final class CacheFolder {
  private CacheFolder() {}

  /// The folder on this system, for this person.
  public static Path ofThisSystem() {
    return SystemFolder.CACHE.ofThisSystem();
  }

  /// Linux: `$XDG_CACHE_HOME/drydock` or `~/.cache/drydock`; macOS: `~/Library/Caches/Drydock`; Windows:
  /// `%LOCALAPPDATA%\Drydock`.
  ///
  /// @param system as in the system property os.name
  public static Path of(String system, String home, Map<String, String> environment) {
    return SystemFolder.CACHE.of(system, home, environment);
  }
}
