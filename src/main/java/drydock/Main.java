// SPDX-License-Identifier: Apache-2.0
package drydock;

import drydock.app.Display;
import drydock.app.DrydockApp;
import drydock.cli.Cli;
import drydock.messages.Messages;
import drydock.settings.SettingsFolder;
import drydock.settings.SettingsStore;

/// Where Drydock starts: without arguments the desktop app, else the command line.
public final class Main {
  /// Exit code when there is no screen to open a window on.
  static final int NO_DISPLAY = 4;

  private Main() {}

  public static void main(String[] args) {
    // pictures become files by way of AWT's rasteriser, which must not ask for a screen beside
    // JavaFX
    System.setProperty("java.awt.headless", "true");
    Messages.use(new SettingsStore(SettingsFolder.ofThisSystem()).look().language());
    System.exit(run(args));
  }

  static int run(String[] args) {
    return args.length == 0 ? startApp() : Cli.run(args);
  }

  private static int startApp() {
    if (!Display.isThere(
        System.getProperty("os.name", ""),
        System.getenv(),
        System.getProperty("glass.platform", ""))) {
      return Cli.refuse(Messages.get("app.noDisplay"), NO_DISPLAY);
    }
    try {
      DrydockApp.open();
      return 0;
    } catch (UnsupportedOperationException e) {
      return Cli.refuse(
          Messages.get("app.cannotOpenWindow", String.valueOf(e.getMessage())), NO_DISPLAY);
    }
  }
}
