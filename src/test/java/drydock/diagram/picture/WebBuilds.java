// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.cache.Cause;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepPrediction;
import drydock.dockerfile.cache.Verdict;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One Dockerfile with all that a plan can have, and its builds as a builder would tell them.
public final class WebBuilds {
  private static final String COPY = Trace.COPY;

  private WebBuilds() {}

  public static BuildPlan plan() {
    return BuildPlan.of(
        """
        ARG NODE=24
        FROM node:${NODE} AS assets
        WORKDIR /web
        COPY package.json ./
        RUN npm ci
        COPY web/ ./
        RUN npm run build
        FROM golang:1.25 AS builder
        COPY . .
        RUN go build -o /kiosk
        FROM golang:1.25 AS lint
        RUN go vet ./...
        FROM alpine:3.22
        COPY --from=builder /kiosk /
        COPY --from=assets /web/dist /www
        COPY --from=nginx:1.29 /etc/nginx/mime.types /etc/
        ENTRYPOINT ["/kiosk"]
        """,
        Map.of());
  }

  /// All steps are named, in an order of the builder's own.
  private static Trace announced() {
    Trace trace = new Trace("kiosk:dev").context();
    step(trace, "builder/1", "FROM docker.io/library/golang:1.25", BuildStep.Kind.FROM, 8);
    step(trace, "stage-3/1", "FROM docker.io/library/alpine:3.22", BuildStep.Kind.FROM, 13);
    step(trace, "builder/2", "COPY . .", BuildStep.Kind.INSTRUCTION, 9, COPY, "builder/1");
    step(trace, "assets/1", "FROM docker.io/library/node:24", BuildStep.Kind.FROM, 2);
    step(trace, "assets/2", "WORKDIR /web", BuildStep.Kind.INSTRUCTION, 3, "assets/1");
    step(
        trace, "assets/3", "COPY package.json ./", BuildStep.Kind.INSTRUCTION, 4, COPY, "assets/2");
    step(trace, "assets/4", "RUN npm ci", BuildStep.Kind.INSTRUCTION, 5, "assets/3");
    step(trace, "assets/5", "COPY web/ ./", BuildStep.Kind.INSTRUCTION, 6, COPY, "assets/4");
    step(trace, "assets/6", "RUN npm run build", BuildStep.Kind.INSTRUCTION, 7, "assets/5");
    step(trace, "builder/3", "RUN go build -o /kiosk", BuildStep.Kind.INSTRUCTION, 10, "builder/2");
    trace.announce(
        "image/nginx:1.29",
        BuildStep.Kind.FROM,
        "FROM docker.io/library/nginx:1.29",
        null,
        0,
        null,
        List.of());
    step(
        trace,
        "stage-3/2",
        "COPY --from=builder /kiosk /",
        BuildStep.Kind.INSTRUCTION,
        14,
        "builder/3",
        "stage-3/1");
    step(
        trace,
        "stage-3/3",
        "COPY --from=assets /web/dist /www",
        BuildStep.Kind.INSTRUCTION,
        15,
        "assets/6",
        "stage-3/2");
    step(
        trace,
        "stage-3/4",
        "COPY --from=nginx:1.29 /etc/nginx/mime.types /etc/",
        BuildStep.Kind.INSTRUCTION,
        16,
        "image/nginx:1.29",
        "stage-3/3");
    return trace.export();
  }

  private static void step(
      Trace trace, String key, String name, BuildStep.Kind kind, int line, String... inputs) {
    trace.add(key, name, kind, line, inputs);
  }

  public static BuildState waiting() {
    return announced().state;
  }

  private static Trace bases() {
    return announced()
        .cached("builder/1")
        .cached("stage-3/1")
        .cached("assets/1")
        .cached("image/nginx:1.29");
  }

  /// Two stages at work.
  public static BuildState running() {
    return bases()
        .cached("assets/2")
        .cached("assets/3")
        .cached("assets/4")
        .ran("assets/5", 400, 120)
        .ran("builder/2", 420, 240)
        .started("assets/6")
        .started("builder/3")
        .state;
  }

  /// The first build: everything ran.
  public static BuildState first() {
    return bases()
        .ran("assets/2", 300, 60)
        .ran("assets/3", 370, 90)
        .ran("assets/4", 470, 21_300)
        .ran("assets/5", 21_800, 110)
        .ran("assets/6", 21_920, 6_400)
        .ran("builder/2", 310, 240)
        .ran("builder/3", 560, 14_200)
        .ran("stage-3/2", 14_800, 180)
        .ran("stage-3/3", 28_340, 160)
        .ran("stage-3/4", 28_510, 90)
        .ran("export", 28_620, 900)
        .success()
        .state;
  }

  /// The next one, after an edit below `web`.
  public static BuildState second() {
    return bases()
        .cached("assets/2")
        .cached("assets/3")
        .cached("assets/4")
        .ran("assets/5", 400, 120)
        .ran("assets/6", 530, 6_900)
        .ran("builder/2", 410, 250)
        .ran("builder/3", 670, 3_100)
        .cached("stage-3/2")
        .ran("stage-3/3", 7_450, 170)
        .ran("stage-3/4", 7_640, 80)
        .ran("export", 7_730, 850)
        .success()
        .state;
  }

  /// What was foretold of the second; of `RUN npm ci` wrongly, if `wrong`.
  public static Prediction prediction(boolean wrong) {
    List<StepPrediction> steps = new ArrayList<>();
    Cause.FileChanged file = new Cause.FileChanged("web/app.js", Cause.FileChange.CONTENT);
    foretell(steps, "assets/1", Verdict.REUSED, new Cause.Unchanged());
    foretell(steps, "assets/2", Verdict.REUSED, new Cause.Unchanged());
    foretell(steps, "assets/3", Verdict.REUSED, new Cause.Unchanged());
    if (wrong) {
      Cause variable = new Cause.VariableChanged("NODE", "ARG", 1, Cause.VariableChange.VALUE);
      foretell(steps, "assets/4", Verdict.RUNS, variable);
    } else {
      foretell(steps, "assets/4", Verdict.REUSED, new Cause.Unchanged());
    }
    foretell(steps, "assets/5", Verdict.RUNS, file, new Cause.MoreFiles(2));
    foretell(steps, "assets/6", Verdict.RUNS, new Cause.EarlierRuns("assets/5"));
    foretell(steps, "builder/1", Verdict.REUSED, new Cause.Unchanged());
    foretell(steps, "builder/2", Verdict.RUNS, file);
    foretell(steps, "builder/3", Verdict.RUNS, new Cause.EarlierRuns("builder/2"));
    foretell(steps, "stage-3/1", Verdict.REUSED, new Cause.Unchanged());
    foretell(steps, "stage-3/2", Verdict.UNKNOWN, new Cause.ArtifactDecides("builder"));
    foretell(steps, "stage-3/3", Verdict.UNKNOWN, new Cause.ArtifactDecides("assets"));
    foretell(steps, "stage-3/4", Verdict.UNKNOWN, new Cause.EarlierUnknown("stage-3/3"));
    return new Prediction(steps);
  }

  private static void foretell(
      List<StepPrediction> steps, String key, Verdict verdict, Cause... causes) {
    BuildPlan.Step step = Objects.requireNonNull(plan().step(key), key);
    steps.add(new StepPrediction(step, verdict, List.of(causes)));
  }
}
