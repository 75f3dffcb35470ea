// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.ui.kit.Fonts;
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
  public void start(Stage stage) {
    Fonts.load();
    Composition made = Composition.forThisComputer(getHostServices()::showDocument);
    composition = made;
    made.window(stage).show();
  }

  @Override
  public void stop() {
    if (composition != null) {
      composition.close();
    }
  }
}
