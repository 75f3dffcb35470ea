// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.build.BuildOptions;
import drydock.build.Forecast;
import drydock.build.Predictor;
import drydock.engine.BuildEvent;
import drydock.engine.BuildState;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is foretold of one build and what came of it. A build is learned from even when nobody asks
/// for its prediction. For one thread at a time.
final class BuildForecast {
  private final Predictor predictor;
  private final ForecastPrinter printer;
  private final boolean telling;
  private final boolean classic;
  private BuildState state = BuildState.begin("", Instant.now());
  private @Nullable Forecast forecast;

  /// @param telling whether anything is printed
  /// @param classic whether what would have run before BuildKit is
  BuildForecast(Predictor predictor, ForecastPrinter printer, boolean telling, boolean classic) {
    this.predictor = predictor;
    this.printer = printer;
    this.telling = telling;
    this.classic = classic;
  }

  /// @param engine null when none answers
  /// @throws EngineException when the folder cannot be read, or the engine does not answer
  void foretell(BuildOptions options, @Nullable ContainerEngine engine) {
    Forecast made = predictor.predict(options, engine);
    forecast = made;
    if (telling && engine == null) {
      printer.notice(Messages.get("build.predict.noEngine"));
    }
    if (telling) {
      printer.prediction(made.prediction());
    }
    if (telling && classic) {
      printer.classic(made.classic());
    }
  }

  void add(BuildEvent event) {
    state = state.apply(event);
  }

  /// The build has ended.
  void compare() {
    if (forecast == null) {
      return;
    }
    try {
      var comparison = forecast.record(state);
      if (telling) {
        printer.comparison(comparison);
      }
    } catch (EngineException e) {
      printer.notice(Problems.sentence(e.problem()));
    } catch (IOException e) {
      printer.notice(Messages.get("build.predict.notKept", Reasons.of(e)));
    }
  }
}
