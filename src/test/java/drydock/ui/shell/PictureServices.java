// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineMonitor;
import drydock.lesson.LessonWorkspace;
import drydock.lesson.ProgressFile;
import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Background;
import drydock.ui.lesson.LessonModel;
import drydock.ui.moment.MomentsModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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

  /// Feeds that save nothing and know no moment but the present.
  static PictureFeeds feeds(Services services, PictureModel pictures, PicturePane pane) {
    Saving saving = new Saving((_, _) -> Optional.empty(), pictures, _ -> {}, _ -> {});
    return new PictureFeeds(services, pictures, pane, saving, new MomentsModel(new Nowhere()));
  }

  private static final class Nowhere implements MomentsModel.Traveller {
    @Override
    public void goTo(Instant moment) {}

    @Override
    public void goToNow() {}

    @Override
    public void play(boolean on) {}

    @Override
    public void goLive() {}
  }
}
