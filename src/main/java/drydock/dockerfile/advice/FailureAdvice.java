// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Failures that a RUN does not notice.
final class FailureAdvice {
  /// Programs whose failure matters to what comes behind them in a pipe.
  private static final Set<String> SOURCES =
      Set.of(
          "curl",
          "wget",
          "git",
          "aws",
          "gsutil",
          "make",
          "npm",
          "yarn",
          "pnpm",
          "npx",
          "node",
          "go",
          "cargo",
          "mvn",
          "mvnw",
          "gradle",
          "gradlew",
          "pytest",
          "python",
          "python3",
          "java",
          "dotnet",
          "bundle",
          "composer",
          "cmake",
          "ninja",
          "tox",
          "psql",
          "mysqldump",
          "pg_dump");

  /// Programs that fail by themselves when half of their input is missing.
  private static final Set<String> STRICT =
      Set.of(
          "tar", "bsdtar", "gunzip", "gzip", "unzip", "xz", "unxz", "bunzip2", "zstd", "cpio",
          "gpg");

  /// What does not fail, or is tried only.
  private static final Set<String> HARMLESS =
      Set.of(
          "",
          "echo",
          "printf",
          "export",
          "set",
          "unset",
          "true",
          ":",
          "shopt",
          "trap",
          "alias",
          "umask",
          "readonly",
          "sleep",
          "exit",
          "return",
          "ls",
          "pwd",
          "date",
          "env",
          "whoami",
          "id",
          "which",
          "cat",
          "type");

  private FailureAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        boolean noticed = step.setting().shell().errexit() || setsErrexit(script);
        if (script.complete()) {
          if (!noticed && step.isHeredoc()) {
            heredoc(view, step, script, tips);
          } else if (!noticed) {
            semicolon(step, script, tips);
          }
        }
        if (!step.setting().shell().pipefail() && !script.text().contains("pipefail")) {
          pipe(stage, step, script, tips);
        }
      }
    }
  }

  private static boolean setsErrexit(Script script) {
    String first = script.text().lines().findFirst().orElse("");
    return (first.startsWith("#!") && (first.contains(" -e") || first.contains(" -xe")))
        || script.commands().stream()
            .anyMatch(
                c ->
                    c.startsWith("set")
                        && (c.hasLetter('e')
                            || c.arguments().stream().anyMatch(a -> a.text().equals("errexit"))));
  }

  private static void heredoc(View view, Step step, Script script, Tips tips) {
    Command first = firstUnnoticed(script);
    if (first == null) {
      return;
    }
    Span body = step.instruction().heredocs().getFirst().body();
    String text = body.of(view.file().text());
    int offset = text.startsWith("#!") ? text.indexOf('\n') + 1 : 0;
    String line = "set -e" + (text.contains("\r\n") ? "\r\n" : "\n");
    tips.fix(
        Topic.HEREDOC_HIDES_FAILURE,
        step.instruction(),
        first.span(),
        Fix.insert(body.start() + offset, line));
  }

  private static @Nullable Command firstUnnoticed(Script script) {
    List<Command> commands = script.commands();
    return commands.stream()
        .filter(c -> !c.equals(commands.getLast()))
        .filter(FailureAdvice::isUnnoticed)
        .findFirst()
        .orElse(null);
  }

  /// Whether the script goes on behind a command, though it may have failed and nobody asks.
  private static boolean isUnnoticed(Command command) {
    boolean quiet = command.program().equals("rm") && command.hasLetter('f');
    return command.after() == Joint.SEQUENCE
        && command.before() != Joint.OR
        && command.depth() == 0
        && !quiet
        && !HARMLESS.contains(command.program());
  }

  private static void semicolon(Step step, Script script, Tips tips) {
    List<Command> commands = script.commands();
    List<Fix.Edit> edits = new ArrayList<>();
    Command first = null;
    boolean plain = step.isText();
    for (int i = 0; i + 1 < commands.size(); i++) {
      Command command = commands.get(i);
      if (isUnnoticed(command)) {
        first = first == null ? command : first;
      }
      if (command.after() == Joint.SEQUENCE) {
        Command next = commands.get(i + 1);
        edits.add(new Fix.Edit(new Span(command.span().end(), command.span().end() + 1), " &&"));
        plain &=
            command.depth() == 0
                && next.depth() == 0
                && next.before() == Joint.SEQUENCE
                && command.before() != Joint.OR
                && next.span().start() > command.span().end();
      }
    }
    if (first == null || !plain) {
      return;
    }
    String text = step.instruction().arguments().line().text();
    boolean direct = !text.contains(" ;");
    if (direct) {
      tips.fix(
          Topic.SEMICOLON_HIDES_FAILURE,
          step.instruction(),
          first.span(),
          new Fix(edits),
          name(first));
    } else {
      tips.write(
          Topic.SEMICOLON_HIDES_FAILURE,
          step.instruction(),
          first.span(),
          "RUN set -e; " + Edits.command(step.instruction()),
          name(first));
    }
  }

  private static void pipe(StageView stage, Step step, Script script, Tips tips) {
    List<Command> commands = script.commands();
    for (int i = 0; i + 1 < commands.size(); i++) {
      Command left = commands.get(i);
      Command right = commands.get(i + 1);
      if (left.after() == Joint.PIPE
          && right.before() == Joint.PIPE
          && right.depth() == left.depth()
          && SOURCES.contains(left.program())
          && right.after() != Joint.OR
          && !STRICT.contains(right.program())
          && !DownloadAdvice.isShell(right)) {
        tell(stage, step, left, tips);
        return;
      }
    }
  }

  private static void tell(StageView stage, Step step, Command left, Tips tips) {
    String run = "RUN " + Edits.command(step.instruction());
    boolean ash =
        stage.base().kind() == BaseImage.Kind.ALPINE
            || stage.base().kind() == BaseImage.Kind.BUSYBOX;
    if (ash && !step.isHeredoc()) {
      Span start = step.instruction().arguments().span();
      tips.fix(
          Topic.PIPE_HIDES_FAILURE,
          step.instruction(),
          left.span(),
          Fix.insert(start.start(), "set -o pipefail && "),
          name(left));
    } else {
      tips.write(
          Topic.PIPE_HIDES_FAILURE,
          step.instruction(),
          left.span(),
          "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\n" + run,
          name(left));
    }
  }

  /// The program and, where it says more, what it is to do.
  static String name(Command command) {
    List<Argument> operands = command.operands();
    boolean verb =
        !operands.isEmpty()
            && operands.getFirst().known()
            && operands.getFirst().text().matches("[a-z][a-z-]*")
            && command.arguments().getFirst().equals(operands.getFirst());
    return command.program() + (verb ? " " + operands.getFirst().text() : "");
  }
}
