// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.messages.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The app while its stage is open: put together once, and anew in the same place when another language is chosen, so that
/// no word of the old one is left.
final class Session implements AutoCloseable {
  /// Puts the app together on its stage.
  interface Opening {
    Composition open() throws IOException;
  }

  private final Opening opening;
  private Composition app;

  Session(Opening opening) throws IOException {
    this.opening = opening;
    app = opening.open();
    show();
  }

  private void show() {
    app.onRestart(this::again);
    app.window().show();
  }

  private void again() {
    Path folder = app.window().ownFolder();
    app.close();
    try {
      app = opening.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    show();
    if (folder != null) {
      app.window().openFolder(folder);
    }
    app.window().say(Messages.get("shell.language.changed"));
  }

  @Override
  public void close() {
    app.close();
  }
}
