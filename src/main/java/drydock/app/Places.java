// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.settings.SettingsFolder;
import java.nio.file.Path;

/// Where Drydock keeps things on this computer.
///
/// @param settings folder of the settings, the learner's progress and the log of failures
/// @param workspaces folder in which lessons' folders are made; the learner's own files, so in plain sight
public record Places(Path settings, Path workspaces) {
  static Places ofThisSystem() {
    return new Places(
        SettingsFolder.ofThisSystem(), Path.of(System.getProperty("user.home"), "Drydock"));
  }
}
