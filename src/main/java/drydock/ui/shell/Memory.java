// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.files.Reasons;
import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the window remembers from start to start. Changes are written together, a moment after the last one. JavaFX
/// thread only.
public final class Memory {
  private static final Duration CALM = Duration.ofMillis(800);

  private final SettingsStore store;
  private final Background background;
  private final Consumer<String> problem;

  /// The newest; also read where it is written, so that an older one never comes after it.
  private volatile Settings settings;

  private Settings written;
  private @Nullable Runnable cancelPending;

  /// @param problem told why the settings could not be written
  public Memory(
      SettingsStore store, Settings settings, Background background, Consumer<String> problem) {
    this.store = store;
    this.settings = settings;
    this.written = settings;
    this.background = background;
    this.problem = problem;
  }

  Settings settings() {
    return settings;
  }

  void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings);
    if (next.equals(settings)) {
      return;
    }
    settings = next;
    if (cancelPending != null) {
      cancelPending.run();
    }
    cancelPending = background.after(CALM, this::save);
  }

  private void save() {
    background.call(this::write, done -> written = done, e -> problem.accept(Reasons.of(e)));
  }

  private Settings write() throws IOException {
    Settings now = settings;
    store.save(now);
    return now;
  }

  /// Writes at once what has not been written yet.
  void flush() {
    if (cancelPending != null) {
      cancelPending.run();
    }
    if (written.equals(settings)) {
      return;
    }
    try {
      written = write();
    } catch (IOException e) {
      problem.accept(Reasons.of(e));
    }
  }
}
