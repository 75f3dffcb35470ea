// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lit graph: what the builder says of its steps. Internal steps are folded away; those that carry the build context
/// to a step become the context's note.
final class TraceSteps {
  private final BuildState state;
  private final Map<String, Boolean> fromContext = new HashMap<>();

  private TraceSteps(BuildState state) {
    this.state = state;
  }

  static List<Step> of(BuildState state, BuildFacts facts) {
    return new TraceSteps(state).steps(facts);
  }

  private List<Step> steps(BuildFacts facts) {
    List<Step> steps = new ArrayList<>();
    boolean context = false;
    for (BuildState.Step s : state.steps().values()) {
      if (isInstruction(s.step())) {
        Step step = step(s);
        context |= step.inputs().contains(Step.CONTEXT);
        steps.add(step);
      }
    }
    if (context) {
      steps.add(context());
    }
    String last = sink(steps);
    if (!last.isEmpty()) {
      steps.add(ResultBox.of(state, facts, last));
    }
    return steps;
  }

  /// Time of the steps that are folded away.
  static double internalSeconds(BuildState state) {
    return state.steps().values().stream()
        .filter(s -> s.step().kind() == BuildStep.Kind.INTERNAL && s.took() != null)
        .mapToDouble(s -> seconds(s.took()))
        .sum();
  }

  private static boolean isInstruction(BuildStep step) {
    return step.kind() == BuildStep.Kind.FROM || step.kind() == BuildStep.Kind.INSTRUCTION;
  }

  private Step step(BuildState.Step s) {
    BuildStep step = s.step();
    List<String> inputs = new ArrayList<>();
    for (String input : step.inputs()) {
      BuildState.Step source = state.steps().get(input);
      if (source != null && isInstruction(source.step())) {
        inputs.add(input);
      } else if (source != null && isContext(input) && !inputs.contains(Step.CONTEXT)) {
        inputs.add(Step.CONTEXT);
      }
    }
    inputs.sort(Comparator.comparingInt(i -> rank(step, i)));
    return new Step(
        step.key(),
        step.name(),
        step.stage() == null ? "" : step.stage(),
        role(s.status()),
        inputs,
        lines(s),
        s.status() == BuildState.Status.CACHED ? 0 : seconds(s.took()),
        why(s),
        Messages.get("picture.build.vertex", step.name(), field(s.status())),
        step.lines() == null ? null : step.lines().first());
  }

  /// What a step builds on comes first, then what it copies from: the builder gives its inputs in no order.
  private int rank(BuildStep step, String input) {
    BuildState.Step source = state.steps().get(input);
    String stage = source == null ? null : source.step().stage();
    if (stage == null) {
      return 3;
    }
    if (stage.equals(step.stage())) {
      return 0;
    }
    return PlanSteps.copiesFrom(step.name()).contains(stage) ? 2 : 1;
  }

  private static Role role(BuildState.Status status) {
    return switch (status) {
      case WAITING -> Role.WAITING;
      case RUNNING -> Role.RUNNING;
      case CACHED -> Role.CACHED;
      case DONE -> Role.DONE;
      case FAILED -> Role.FAILED;
    };
  }

  private static String field(BuildState.Status status) {
    return switch (status) {
      case WAITING -> "started = –";
      case RUNNING -> "completed = –";
      case CACHED -> "cached = true";
      case DONE -> "cached = false";
      case FAILED -> "error";
    };
  }

  private List<String> lines(BuildState.Step s) {
    String took = Human.seconds(s.took() == null ? Duration.ZERO : s.took());
    return switch (s.status()) {
      case WAITING ->
          List.of(
              state.running()
                  ? Messages.get("picture.build.waiting")
                  : Messages.get("picture.build.neverRan"));
      case RUNNING ->
          List.of(
              state.running()
                  ? Messages.get("picture.build.running")
                  : Messages.get("picture.build.interrupted"));
      case CACHED -> List.of(Messages.get("picture.build.reused"));
      case DONE -> List.of(Messages.get("picture.build.ran", took));
      case FAILED -> List.of(Messages.get("picture.build.failed", took), reason(s));
    };
  }

  /// Why the step failed, shortly: its exit code, else the builder's words.
  private String reason(BuildState.Step s) {
    if (state.outcome() instanceof BuildOutcome.Failed failed
        && s.step().key().equals(failed.step())
        && failed.exitCode() != null) {
      return Messages.get("picture.build.exitCode", failed.exitCode());
    }
    String message = s.message() == null ? "" : s.message();
    int code = message.lastIndexOf("exit code: ");
    return code < 0 ? message : message.substring(code);
  }

  private String why(BuildState.Step s) {
    return switch (s.status()) {
      case WAITING ->
          state.running()
              ? Messages.get("picture.build.waitingWhy")
              : Messages.get("picture.build.neverRanWhy");
      case RUNNING -> Messages.get("picture.build.runningWhy");
      case CACHED -> Messages.get("picture.build.reusedWhy");
      case DONE -> ranBecause(s.step());
      case FAILED -> s.message() == null ? "" : s.message();
    };
  }

  /// The builder gives no reasons; its graph does: a step that runs after one that ran, and one that had only reused
  /// inputs, ran again for different causes.
  private String ranBecause(BuildStep step) {
    for (String input : step.inputs()) {
      BuildState.Step source = state.steps().get(input);
      if (source != null
          && isInstruction(source.step())
          && source.step().kind() != BuildStep.Kind.FROM
          && source.status() == BuildState.Status.DONE) {
        return Messages.get("picture.build.ranAfter", source.step().name());
      }
    }
    if (step.kind() == BuildStep.Kind.FROM) {
      return Messages.get("picture.build.ranFrom");
    }
    return step.inputs().stream().anyMatch(this::isContext)
        ? Messages.get("picture.build.ranFiles")
        : Messages.get("picture.build.ranItself");
  }

  private Step context() {
    double seconds =
        state.steps().values().stream()
            .filter(s -> isContext(s.step().key()) && s.took() != null)
            .mapToDouble(s -> seconds(s.took()))
            .sum();
    String took = Human.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
    return new Step(
        Step.CONTEXT,
        Messages.get("picture.build.context"),
        "",
        Role.NEUTRAL,
        List.of(),
        List.of(Messages.get("picture.build.contextSent", took)),
        0,
        Messages.get("picture.build.contextWhy"),
        Messages.get("picture.build.contextField"),
        null);
  }

  /// Whether the internal step `key` stands for files of the context, or needs one that does.
  private boolean isContext(String key) {
    Boolean known = fromContext.get(key);
    if (known != null) {
      return known;
    }
    fromContext.put(key, false);
    BuildState.Step s = state.steps().get(key);
    boolean is =
        s != null
            && s.step().kind() == BuildStep.Kind.INTERNAL
            && (s.step().name().contains("context")
                || s.step().inputs().stream().anyMatch(this::isContext));
    fromContext.put(key, is);
    return is;
  }

  /// The step that the image is made of: the last that no other step needs.
  private static String sink(List<Step> steps) {
    List<String> needed = steps.stream().flatMap(s -> s.inputs().stream()).toList();
    String last = "";
    for (Step step : steps) {
      if (step.isInstruction() && !needed.contains(step.key())) {
        last = step.key();
      }
    }
    return last;
  }

  private static double seconds(@Nullable Duration took) {
    return took == null ? 0 : took.toMillis() / 1000.0;
  }
}
