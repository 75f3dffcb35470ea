// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.Output;
import drydock.engine.PullProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds as they come from an engine, for tests.
final class Script {
  private final LogModel model;

  Script(LogModel model) {
    this.model = model;
  }

  static BuildStep step(String key, String name, int total, int line) {
    int slash = key.indexOf('/');
    int position = Integer.parseInt(key.substring(slash + 1));
    return new BuildStep(
        key,
        position == 1 ? BuildStep.Kind.FROM : BuildStep.Kind.INSTRUCTION,
        name,
        key.substring(0, slash),
        position,
        total,
        List.of(),
        new BuildStep.Lines(line, line));
  }

  static BuildStep internal(String name) {
    return new BuildStep(
        "internal/" + name, BuildStep.Kind.INTERNAL, name, null, 0, 0, List.of(), null);
  }

  Script send(BuildEvent... events) {
    for (BuildEvent event : events) {
      model.accept(event);
    }
    return this;
  }

  Script announce(BuildStep... steps) {
    for (BuildStep step : steps) {
      send(new BuildEvent.StepAnnounced(step));
    }
    return this;
  }

  Script start(String key) {
    return send(new BuildEvent.StepStarted(key, Instant.EPOCH));
  }

  Script out(String key, String text) {
    return send(new BuildEvent.StepOutput(key, new Output(Output.Channel.STDOUT, text)));
  }

  Script err(String key, String text) {
    return send(new BuildEvent.StepOutput(key, new Output(Output.Channel.STDERR, text)));
  }

  Script done(String key, long millis) {
    return send(new BuildEvent.StepDone(key, Duration.ofMillis(millis)));
  }

  Script cached(String key) {
    return send(new BuildEvent.StepCached(key));
  }

  Script pull(String layer, String status, long current, long total) {
    return send(
        new BuildEvent.Pulling(
            new PullProgress("python:3.13-slim", layer, status, current, total)));
  }

  Script finish(BuildOutcome outcome) {
    return send(new BuildEvent.Finished(outcome));
  }

  static BuildOutcome failed(@Nullable String step, String name, int line, int code, String last) {
    return new BuildOutcome.Failed(
        step,
        name,
        new BuildStep.Lines(line, line),
        code,
        "process did not complete",
        List.of(last));
  }

  /// A small build as far as its last step, which runs.
  Script kiosk() {
    model.begin("kiosk:dev");
    announce(internal("load build definition"), internal("load build context"));
    start("internal/load build definition").done("internal/load build definition", 20);
    announce(
        step("stage-0/1", "FROM python:3.13-slim", 4, 1),
        step("stage-0/2", "WORKDIR /app", 4, 2),
        step("stage-0/3", "COPY . .", 4, 4),
        step("stage-0/4", "RUN pip install -r requirements.txt", 4, 5),
        new BuildStep(
            "internal/exporting",
            BuildStep.Kind.EXPORT,
            "exporting to image",
            null,
            0,
            0,
            List.of(),
            null));
    start("internal/load build context");
    send(
        new BuildEvent.StepProgress(
            "internal/load build context", "transferring context", 3400, 0, true));
    send(new BuildEvent.ContextSent(12, 3400));
    done("internal/load build context", 30);
    cached("stage-0/1").cached("stage-0/2");
    start("stage-0/3").done("stage-0/3", 120);
    start("stage-0/4");
    out("stage-0/4", "Collecting flask==3.1\n");
    out("stage-0/4", "  Downloading flask-3.1-py3-none-any.whl (103 kB)\n");
    out(
        "stage-0/4",
        "     \u001b[38;5;208m━━━━━━━━━━━━━━━━━━━\u001b[0m \u001b[32m103/103 kB\u001b[0m"
            + " \u001b[31m2.1 MB/s\u001b[0m eta \u001b[36m0:00:00\u001b[0m\n");
    return out(
        "stage-0/4", "Collecting werkzeug>=3.1\n\u001b[1;33mWARNING:\u001b[0m Running pip as root");
  }
}
