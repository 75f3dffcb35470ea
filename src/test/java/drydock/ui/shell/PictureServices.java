// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineMonitor;
import drydock.lesson.LessonWorkspace;
import drydock.lesson.ProgressFile;
import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Background;
import drydock.ui.lesson.LessonModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What pictures need of a window.
final class PictureServices {
  private PictureServices() {}

  /// @param folder an empty one
  static Services of(EngineMonitor monitor, Background background, Path folder) {
    Clock clock = Clock.systemUTC();
    ProgressFile progress;
    try {
      progress = new ProgressFile(folder.resolve("progress.json"), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Services(
        monitor,
        background,
        clock,
        new Memory(
            new SettingsStore(folder.resolve("settings")), Settings.DEFAULT, background, _ -> {}),
        new LessonModel(
            List.of(), progress, new LessonWorkspace(folder.resolve("work"), clock), background),
        _ -> {},
        folder);
  }

  /// The feeds of the live pictures in `pane`.
  static PictureFeeds feeds(
      EngineMonitor monitor,
      Background background,
      Path folder,
      PictureModel pictures,
      PicturePane pane) {
    return new PictureFeeds(
        of(monitor, background, folder),
        pictures,
        pane,
        new Saving((_, _) -> Optional.empty(), pictures, _ -> {}, _ -> {}));
  }
}
