// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.engine.EngineMonitor;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.LessonWorkspace;
import drydock.lesson.ProgressFile;
import drydock.lesson.pack.PackReading;
import drydock.messages.Messages;
import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Background;
import drydock.ui.kit.FxBackground;
import drydock.ui.lesson.LessonModel;
import drydock.ui.shell.MainWindow;
import drydock.ui.shell.Memory;
import drydock.ui.shell.Services;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The one place that says `new` for services.
public final class Composition implements AutoCloseable {
  private final EngineMonitor monitor;
  private final MainWindow window;

  /// Sentences about what went wrong before there was a window to say them in.
  private final List<String> early = new ArrayList<>();

  private @Nullable Consumer<String> tell;

  /// @param openLink shows an https address in the person's browser
  /// @throws IOException when settings or progress are there and may not be read
  public Composition(
      Stage stage,
      Places places,
      EngineFinder finder,
      List<PackReading> packs,
      Clock clock,
      Consumer<String> openLink)
      throws IOException {
    Background background = new FxBackground();
    Thread.setDefaultUncaughtExceptionHandler(new Failures(places.settings(), this::tell));
    SettingsStore store = new SettingsStore(places.settings());
    Settings settings = store.load();
    Messages.use(settings.language());
    Memory memory =
        new Memory(
            store,
            settings,
            background,
            why -> tell(Messages.get("app.settings.notSaved", places.settings(), why)));
    ProgressFile progress = new ProgressFile(places.settings().resolve("progress.json"), clock);
    LessonWorkspace workspaces =
        new LessonWorkspace(
            settings.workspaces() == null ? places.workspaces() : settings.workspaces(), clock);
    String language = Messages.locale().toLanguageTag();
    LessonModel lessons =
        new LessonModel(
            packs.stream().map(pack -> pack.in(language)).toList(),
            progress,
            workspaces,
            background);
    monitor = new DockerMonitor(finder, settings.engine());
    window =
        new MainWindow(
            stage,
            new Services(monitor, background, clock, memory, lessons, openLink, places.scratch()));
    tell = sentence -> background.onFx(() -> window.problem(sentence));
    early.forEach(this::tell);
  }

  private void tell(String sentence) {
    if (tell == null) {
      early.add(sentence);
    } else {
      tell.accept(sentence);
    }
  }

  /// The main window, ready to be shown.
  public MainWindow window() {
    return window;
  }

  /// @param restart closes all this and puts it together anew, after the settings
  public void onRestart(Runnable restart) {
    window.onRestart(restart);
  }

  @Override
  public void close() {
    window.close();
    monitor.close();
  }
}
