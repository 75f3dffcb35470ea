// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.messages.Messages;
import drydock.ui.kit.Fonts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop app: loads the fonts, lets [Composition] put everything together, shows the window.
public final class DrydockApp extends Application {
  private @Nullable Composition composition;

  /// Runs the app until its window is closed.
  public static void open() {
    launch(DrydockApp.class);
  }

  @Override
  public void start(Stage stage) throws IOException {
    Fonts.load();
    open(stage);
  }

  private Composition open(Stage stage) throws IOException {
    Composition opened =
        new Composition(
            stage,
            Places.ofThisSystem(),
            EngineFinder.ofThisSystem(),
            PackReader.bundled(),
            Clock.system(ZoneId.systemDefault()),
            getHostServices()::showDocument);
    composition = opened;
    opened.onRestart(() -> again(stage, opened));
    opened.window().show();
    return opened;
  }

  private void again(Stage stage, Composition before) {
    Path folder = before.window().ownFolder();
    before.close();
    try {
      Composition after = open(stage);
      if (folder != null) {
        after.window().openFolder(folder);
      }
      after.window().say(Messages.get("shell.language.changed"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (composition != null) {
      composition.close();
    }
  }
}
