// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.ui.kit.Fonts;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop app: loads the fonts, lets [Composition] put everything together, shows the window.
public final class DrydockApp extends Application {
  private @Nullable Session session;

  /// Runs the app until its window is closed.
  public static void open() {
    launch(DrydockApp.class);
  }

  @Override
  public void start(Stage stage) throws IOException {
    Fonts.load();
    session =
        new Session(
            () ->
                new Composition(
                    stage,
                    Places.ofThisSystem(),
                    EngineFinder.ofThisSystem(),
                    PackReader.bundled(),
                    Clock.system(ZoneId.systemDefault()),
                    getHostServices()::showDocument));
  }

  @Override
  public void stop() {
    if (session != null) {
      session.close();
    }
  }
}
