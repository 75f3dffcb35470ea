// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.EngineProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Builds to draw: the same shapes as real ones, made by hand.
public final class Builds {
  private static final String COPY = Trace.COPY;

  private Builds() {}

  static BuildFacts facts() {
    return BuildFacts.of("kiosk:dev").at(Samples.AT);
  }

  /// The kiosk of the mockup: `settled` of its five steps (export included) have come to their end.
  public static BuildState kiosk(int settled) {
    Trace trace = new Trace("kiosk:dev").context();
    trace.add("stage-0/1", "FROM python:3.13-slim", BuildStep.Kind.FROM, 1);
    trace.add("stage-0/2", "WORKDIR /app", BuildStep.Kind.INSTRUCTION, 2, "stage-0/1");
    trace.add("stage-0/3", "COPY . .", BuildStep.Kind.INSTRUCTION, 4, "stage-0/2", COPY);
    trace.add(
        "stage-0/4",
        "RUN pip install -r requirements.txt",
        BuildStep.Kind.INSTRUCTION,
        5,
        "stage-0/3");
    trace.export();
    if (settled > 0) {
      trace.cached("stage-0/1");
    }
    if (settled > 1) {
      trace.cached("stage-0/2");
    }
    if (settled > 2) {
      trace.done("stage-0/3", 100);
      trace.started("stage-0/4");
    }
    if (settled > 3) {
      trace.done("stage-0/4", 28_900);
    }
    if (settled > 4) {
      trace.done("export", 1_700).success();
    }
    return trace.state;
  }

  public static BuildState allCached() {
    Trace trace = new Trace("kiosk:dev", kiosk(0));
    IntStream.rangeClosed(1, 4).forEach(i -> trace.cached("stage-0/" + i));
    return trace.done("export", 60).success().state;
  }

  public static BuildState failed() {
    Trace trace = new Trace("kiosk:dev", kiosk(3));
    String message =
        "process \"/bin/sh -c pip install -r requirements.txt\" did not complete successfully: exit code: 3";
    trace.apply(new BuildEvent.StepFailed("stage-0/4", message, Duration.ofMillis(1040)));
    return trace.finish(
            new BuildOutcome.Failed(
                "stage-0/4",
                "RUN pip install -r requirements.txt",
                new BuildStep.Lines(5, 5),
                3,
                message,
                List.of("start")))
        .state;
  }

  public static BuildState cancelled() {
    return new Trace("kiosk:dev", kiosk(3)).finish(new BuildOutcome.Cancelled()).state;
  }

  public static BuildState parseError() {
    Trace trace = new Trace("kiosk:dev").context();
    return trace.finish(
            new BuildOutcome.Failed(
                null,
                null,
                new BuildStep.Lines(2, 2),
                null,
                "failed to solve with frontend dockerfile.v0: failed to create LLB definition: dockerfile parse error line 2: unknown instruction: RUNN",
                List.of()))
        .state;
  }

  public static BuildState broken() {
    return new Trace("kiosk:dev")
        .finish(new BuildOutcome.Broken(new EngineProblem.ConnectionLost("building", "reset")))
        .state;
  }

  public static BuildState oneStep() {
    Trace trace = new Trace("");
    trace.add("stage-0/1", "FROM busybox:1.37", BuildStep.Kind.FROM, 1);
    return trace.export().cached("stage-0/1").done("export", 30).success().state;
  }

  public static BuildState twoStages() {
    Trace trace = new Trace("kiosk:dev").context();
    trace.add("builder/1", "FROM golang:1.25", BuildStep.Kind.FROM, 1);
    trace.add("builder/2", "WORKDIR /src", BuildStep.Kind.INSTRUCTION, 2, "builder/1");
    trace.add(
        "builder/3", "COPY go.mod go.sum ./", BuildStep.Kind.INSTRUCTION, 3, "builder/2", COPY);
    trace.add("builder/4", "RUN go mod download", BuildStep.Kind.INSTRUCTION, 4, "builder/3");
    trace.add("builder/5", "COPY . .", BuildStep.Kind.INSTRUCTION, 5, "builder/4", COPY);
    trace.add(
        "builder/6",
        "RUN go build -o /kiosk ./cmd/kiosk",
        BuildStep.Kind.INSTRUCTION,
        6,
        "builder/5");
    trace.add("stage-1/1", "FROM alpine:3.22", BuildStep.Kind.FROM, 8);
    trace.add(
        "stage-1/2",
        "COPY --from=builder /kiosk /kiosk",
        BuildStep.Kind.INSTRUCTION,
        9,
        "stage-1/1",
        "builder/6");
    trace.export();
    List.of("builder/1", "builder/2", "builder/3", "builder/4", "stage-1/1").forEach(trace::cached);
    return trace
        .done("builder/5", 240)
        .done("builder/6", 14_200)
        .done("stage-1/2", 180)
        .done("export", 900)
        .success()
        .state;
  }

  /// The graph of the recorded trace `build-trace-cold`, in its order, half way.
  public static BuildState stages() {
    Trace trace = new Trace("introspection:1").context();
    trace.add("base/1", "FROM docker.io/library/bb", BuildStep.Kind.FROM, 1);
    trace.add("base/2", "RUN echo base > /base.txt", BuildStep.Kind.INSTRUCTION, 2, "base/1");
    trace.add(
        "a/1",
        "RUN sleep 2; echo \"from a\" | tee /a.txt; echo warn >&2",
        BuildStep.Kind.INSTRUCTION,
        4,
        "base/2");
    trace.add(
        "stage-3/1", "COPY --from=a /a.txt /a.txt", BuildStep.Kind.INSTRUCTION, 9, "a/1", "base/2");
    trace.add("b/1", "COPY app.txt /app.txt", BuildStep.Kind.INSTRUCTION, 6, "base/2", COPY);
    trace.add("b/2", "RUN sleep 1; echo b > /b.txt", BuildStep.Kind.INSTRUCTION, 7, "b/1");
    trace.add(
        "stage-3/2",
        "COPY --from=b /b.txt /b.txt",
        BuildStep.Kind.INSTRUCTION,
        10,
        "b/2",
        "stage-3/1");
    trace.add(
        "stage-3/3",
        "RUN --mount=type=cache,target=/cache ls /cache; date > /cache/d; rm /base.txt",
        BuildStep.Kind.INSTRUCTION,
        11,
        "stage-3/2");
    trace.cached("base/1").done("base/2", 320).done("b/1", 50).started("a/1").started("b/2");
    return trace.state;
  }

  public static BuildState chain(int steps) {
    Trace trace = new Trace("long:1").context();
    trace.add("stage-0/1", "FROM debian:13", BuildStep.Kind.FROM, 1).cached("stage-0/1");
    for (int i = 2; i <= steps; i++) {
      String key = "stage-0/" + i;
      boolean copy = i % 7 == 3;
      trace.add(
          key,
          (copy ? "COPY part" + i + " /srv/part" + i : "RUN make target-" + i),
          BuildStep.Kind.INSTRUCTION,
          i,
          copy ? new String[] {"stage-0/" + (i - 1), COPY} : new String[] {"stage-0/" + (i - 1)});
      trace.done(key, 100L * (i % 9) + 20);
    }
    return trace.export().done("export", 500).success().state;
  }

  /// Names and inputs that no honest engine sends.
  public static BuildState hostile() {
    Trace trace = new Trace("x");
    trace.add(
        "a/1",
        "<script>alert(\"1\")</script> & \u0000\u001b[31m 漢字漢字漢字漢字漢字漢字漢字漢字 😀😀😀",
        BuildStep.Kind.INSTRUCTION,
        3,
        "b/1",
        "a/2",
        "nowhere");
    trace.add("a/2", "", BuildStep.Kind.INSTRUCTION, 2, "a/1", "a/2");
    trace.add("b/1", "W".repeat(3000), BuildStep.Kind.INSTRUCTION, 1, "a/2");
    return trace.done("a/1", 9_999_999_999L).started("b/1").state;
  }

  public static BuildPlan webPlan() {
    return BuildPlan.of(
        """
        FROM node:24 AS assets
        COPY web/ ./
        RUN npm ci && npm run build
        FROM golang:1.25 AS builder
        COPY . .
        RUN go build -o /kiosk
        FROM busybox AS not-needed
        RUN exit 1
        FROM alpine:3.22
        COPY --from=builder /kiosk /
        COPY --from=0 /dist /www
        """,
        Map.of());
  }
}
