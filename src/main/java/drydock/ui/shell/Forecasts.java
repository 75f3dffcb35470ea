// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.build.BuildOptions;
import drydock.build.Forecast;
import drydock.build.Predictor;
import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.cache.Prediction;
import drydock.engine.BuildState;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineStatus;
import drydock.ui.kit.Background;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks at what a build would do, off the JavaFX thread, and learns from what builds did.
final class Forecasts {
  private final EngineMonitor monitor;
  private final Background background;
  private final Predictor predictor;
  private int looks;

  /// What is known of a build before it.
  ///
  /// @param prediction null when no engine can be asked
  /// @param classic the same for the builder before BuildKit
  record Outlook(
      String text, BuildPlan plan, @Nullable Prediction prediction, @Nullable Prediction classic) {
    static final Outlook NONE = new Outlook("", new BuildPlan(List.of()), null, null);
  }

  Forecasts(EngineMonitor monitor, Background background, Predictor predictor) {
    this.monitor = monitor;
    this.background = background;
    this.predictor = predictor;
  }

  /// Looks at a Dockerfile as it is in the editor, and at the folder around it.
  ///
  /// @param shown told on the JavaFX thread, unless there was a newer look meanwhile
  void look(BuildOptions options, String text, Consumer<Outlook> shown) {
    int mine = ++looks;
    background.call(
        () -> outlook(text, forecast(options, text)),
        outlook -> {
          if (mine == looks) {
            shown.accept(outlook);
          }
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be planned", e);
        });
  }

  /// What is looked at now is not told any more.
  void forget() {
    looks++;
  }

  static Outlook outlook(String text, @Nullable Forecast forecast) {
    return new Outlook(
        text,
        BuildPlan.of(text, Map.of()),
        forecast == null ? null : forecast.prediction(),
        forecast == null ? null : forecast.classic());
  }

  /// What is foretold of a build that begins now. Asks the engine, so not for the JavaFX thread.
  ///
  /// @param text null for the Dockerfile that lies in the folder
  /// @return null when nothing can be foretold
  @Nullable Forecast forecast(BuildOptions options, @Nullable String text) {
    if (!(monitor.status() instanceof EngineStatus.Ready)) {
      return null;
    }
    try {
      ContainerEngine engine = monitor.engine();
      return predictor.predict(options, text, engine);
    } catch (EngineException e) {
      // the folder or the engine is in trouble: window and build say so themselves
      return null;
    }
  }

  /// Keeps what a build has made for later predictions.
  ///
  /// @param done told on the JavaFX thread when it is kept
  /// @param failed told why it could not be
  void record(
      Forecast forecast, BuildState state, Runnable done, Consumer<? super IOException> failed) {
    background.call(
        () -> forecast.record(state),
        _ -> done.run(),
        e -> {
          if (e instanceof IOException io) {
            failed.accept(io);
          } else if (!(e instanceof EngineException)) {
            throw new IllegalStateException("a build that cannot be learned from", e);
          }
        });
  }
}
