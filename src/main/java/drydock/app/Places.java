// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.settings.CacheFolder;
import drydock.settings.SettingsFolder;
import java.nio.file.Path;

/// Where Drydock keeps things on this computer.
///
/// @param settings folder of the settings, the learner's progress and the log of failures
/// @param workspaces folder in which lessons' folders are made; the learner's own files, so in plain sight
/// @param scratch folder for large files that need not outlive the window, on a disk
public record Places(Path settings, Path workspaces, Path scratch) {
  static Places ofThisSystem() {
    return new Places(
        SettingsFolder.ofThisSystem(),
        Path.of(System.getProperty("user.home"), "Drydock"),
        CacheFolder.ofThisSystem());
  }
}
