// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.PullProgress;
import drydock.messages.Messages;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Text like that of `docker build --progress plain`: steps are numbered as they begin, their output carries the seconds
/// since they did.
final class PlainProgress implements Printer {
  /// A step that has begun.
  private static final class Begun {
    private final int number;
    private Instant since = Instant.now();
    private String openLine = "";

    Begun(int number) {
      this.number = number;
    }
  }

  private final PrintWriter out;
  private final Map<String, BuildStep> steps = new HashMap<>();
  private final Map<String, Begun> begun = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  PlainProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(BuildEvent event) {
    switch (event) {
      case BuildEvent.Pulling e -> pulling(e.progress());
      case BuildEvent.ContextSent e ->
          out.println(Messages.get("build.cli.sent", e.files(), size(e.bytes())));
      case BuildEvent.StepAnnounced e -> steps.put(e.step().key(), e.step());
      case BuildEvent.StepStarted e -> begin(e.step()).since = e.at();
      case BuildEvent.StepCached e -> line(e.step(), "CACHED");
      case BuildEvent.StepDone e -> line(e.step(), "DONE " + seconds(e.took()));
      case BuildEvent.StepFailed e -> {
        boolean cancelled = e.message().contains("context canceled");
        line(e.step(), cancelled ? "CANCELED" : "ERROR: " + e.message());
      }
      case BuildEvent.StepOutput e -> output(e.step(), e.output().text());
      case BuildEvent.StepProgress e -> {
        if (e.done() && told.add(e.step() + " " + e.item())) {
          line(e.step(), e.item() + " done");
        }
      }
      case BuildEvent.Warning e -> warning(e);
      case BuildEvent.Notice e -> out.println(Messages.get("build.cli.notice", e.sentence()));
      case BuildEvent.Finished e -> finished(e.outcome());
    }
  }

  private void pulling(PullProgress progress) {
    String what = progress.reference() + " " + progress.layer() + " " + progress.status();
    if (told.add(what.strip())) {
      out.println(Messages.get("build.cli.pull", what.replace("  ", " ")));
    }
  }

  private Begun begin(String key) {
    Begun known = begun.get(key);
    if (known != null) {
      return known;
    }
    Begun step = new Begun(begun.size() + 1);
    begun.put(key, step);
    out.println();
    out.println("#" + step.number + " " + label(steps.get(key), key));
    return step;
  }

  private static String label(@Nullable BuildStep step, String key) {
    if (step == null) {
      return key;
    }
    String stage = step.stage();
    if (stage == null) {
      return step.kind() == BuildStep.Kind.INTERNAL ? "[internal] " + step.name() : step.name();
    }
    String at = step.total() > 0 ? " " + step.position() + "/" + step.total() : "";
    return "[" + stage + at + "] " + step.name();
  }

  private void line(String key, String text) {
    Begun step = begin(key);
    if (!step.openLine.isEmpty()) {
      outputLine(step, step.openLine);
      step.openLine = "";
    }
    out.println("#" + step.number + " " + text);
  }

  private void output(String key, String text) {
    Begun step = begin(key);
    String[] lines = (step.openLine + text).split("\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      outputLine(step, lines[i]);
    }
    step.openLine = lines[lines.length - 1];
  }

  private void outputLine(Begun step, String text) {
    Duration since = Duration.between(step.since, Instant.now());
    String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    out.println("#" + step.number + " " + seconds(since) + " " + line);
  }

  private void warning(BuildEvent.Warning warning) {
    String lines = warning.lines().isEmpty() ? "" : ":" + warning.lines().getFirst().first();
    String rule = warning.rule().isEmpty() ? "" : warning.rule() + ": ";
    out.println(Messages.get("build.cli.warning", lines, rule + warning.message()));
  }

  private void finished(BuildOutcome outcome) {
    if (!begun.isEmpty()) {
      out.println();
    }
    switch (outcome) {
      case BuildOutcome.Success success ->
          out.println(Messages.get("build.cli.success", success.imageId()));
      case BuildOutcome.Failed failed -> failed(failed);
      case BuildOutcome.Cancelled _ -> out.println(Messages.get("build.cli.cancelled"));
      case BuildOutcome.Broken _ -> {
        // the command says why, on standard error
      }
    }
    out.flush();
  }

  private void failed(BuildOutcome.Failed failed) {
    String name = failed.stepName();
    BuildStep.@Nullable Lines lines = failed.lines();
    out.println(
        name == null
            ? Messages.get("build.cli.failed")
            : Messages.get("build.cli.failed.at", name));
    if (lines != null) {
      out.println(Messages.get("build.cli.failed.line", lines.first()));
    }
    if (failed.exitCode() != null) {
      out.println(Messages.get("build.cli.failed.exit", failed.exitCode()));
    }
    if (!failed.lastOutput().isEmpty()) {
      out.println(Messages.get("build.cli.failed.output"));
      failed.lastOutput().forEach(line -> out.println("  | " + line));
    }
    out.println(Messages.get("build.cli.failed.words", failed.message()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1fs", Math.max(0, duration.toMillis()) / 1000.0);
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 100_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
