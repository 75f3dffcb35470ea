// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.settings.Settings;
import drydock.ui.presenter.NotesView;
import drydock.ui.presenter.PresenterModel;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The speaker's window, made when it is wanted first. It comes back where it was. JavaFX thread only.
final class NotesWindow {
  private static final Settings.Notes USUAL = new Settings.Notes(0, 0, 560, 640, 175);

  private final Services services;
  private final WindowLook look;
  private final PresenterModel model;
  private @Nullable Stage stage;

  NotesWindow(Services services, WindowLook look, PresenterModel model) {
    this.services = services;
    this.look = look;
    this.model = model;
  }

  void open() {
    Stage window = stage == null ? create() : stage;
    stage = window;
    window.show();
    window.toFront();
  }

  void close() {
    if (stage != null) {
      stage.close();
    }
  }

  private Stage create() {
    NotesView view =
        new NotesView(model, services.background(), services.clock(), services.openLink());
    Settings.Notes last = services.memory().settings().notes();
    Settings.Notes place = last == null ? USUAL : last;
    view.percentProperty().set(place.percent());
    Stage window = new Stage();
    Scene scene = new Scene(view.node(), place.width(), place.height());
    look.dress(scene);
    window.setScene(scene);
    window.setTitle(Messages.get("notes.title"));
    if (last != null && !Screen.getScreensForRectangle(last.x(), last.y(), 40, 40).isEmpty()) {
      window.setX(last.x());
      window.setY(last.y());
    }
    window.showingProperty().subscribe(view::watch);
    window.setOnHiding(_ -> remember(window, scene, view));
    return window;
  }

  private void remember(Stage window, Scene scene, NotesView view) {
    services
        .memory()
        .change(
            s ->
                s.withNotes(
                    new Settings.Notes(
                        window.getX(),
                        window.getY(),
                        scene.getWidth(),
                        scene.getHeight(),
                        view.percentProperty().get())));
  }
}
