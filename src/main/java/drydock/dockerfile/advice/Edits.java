// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.List;
import java.util.stream.Collectors;

/// Changes of a file, in the style in which it is written.
final class Edits {
  private Edits() {}

  /// The line end that the file uses.
  static String newline(Dockerfile file) {
    return file.text().contains("\r\n") ? "\r\n" : "\n";
  }

  /// A line of its own above an instruction.
  static Fix.Edit above(Dockerfile file, Instruction instruction, String line) {
    int start = file.lines().start(instruction.firstLine());
    return new Fix.Edit(new Span(start, start), line + newline(file));
  }

  /// A line of its own below an instruction.
  static Fix.Edit below(Dockerfile file, Instruction instruction, String line) {
    int end = instruction.span().end();
    return new Fix.Edit(new Span(end, end), newline(file) + line);
  }

  static Span between(Span first, Span second) {
    int start = first.end();
    int end = second.start();
    return new Span(start, end);
  }

  static Fix.Edit behind(Span span, String text) {
    return new Fix.Edit(new Span(span.end(), span.end()), text);
  }

  /// Whether a command can be put behind the last one of a script.
  static boolean canAppend(Step step) {
    Script script = step.script();
    return script != null
        && step.isText()
        && script.complete()
        && !script.commented()
        && !script.commands().isEmpty()
        && (step.isHeredoc()
            || (script.commands().getLast().after() == Joint.EDGE
                && step.instruction().heredocs().isEmpty()));
  }

  /// One more command at the end of a RUN, written as its lines are.
  static Fix append(Dockerfile file, Step step, String command) {
    Instruction run = step.instruction();
    if (step.isHeredoc()) {
      return Fix.insert(run.heredocs().getFirst().body().end(), command + newline(file));
    }
    int end = run.span().end();
    if (run.firstLine() == run.lastLine()) {
      return Fix.insert(end, " && " + command);
    }
    String goesOn = " \\" + newline(file);
    for (int line = run.firstLine() + 1; line <= run.lastLine(); line++) {
      String text = file.lines().span(line, line).of(file.text());
      String indent = text.substring(0, text.length() - text.stripLeading().length());
      if (text.stripLeading().startsWith("&&")) {
        return Fix.insert(end, goesOn + indent + "&& " + command);
      }
      String above = file.lines().span(line - 1, line - 1).of(file.text());
      if (above.matches(".*&&[ \\t]*\\\\[ \\t]*")) {
        return Fix.insert(end, " &&" + goesOn + indent + command);
      }
    }
    return Fix.insert(end, goesOn + "    && " + command);
  }

  /// Without a command and what joins it to its neighbour.
  static Fix.Edit without(List<Command> commands, Command command) {
    int at = commands.indexOf(command);
    Span span = command.span();
    if (at > 0) {
      return new Fix.Edit(new Span(commands.get(at - 1).span().end(), span.end()), "");
    }
    int end = at + 1 < commands.size() ? commands.get(at + 1).span().start() : span.end();
    return new Fix.Edit(new Span(span.start(), end), "");
  }

  /// Words as a list in brackets.
  static String json(List<String> words) {
    return words.stream()
        .map(w -> "\"" + w.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// The lines of an instruction without its keyword.
  static String command(Instruction run) {
    return run.arguments().text().strip();
  }

  /// Whether a step is one plain line for a shell, so that its text can be put somewhere else.
  static boolean isSimple(Step step) {
    Script script = step.script();
    return script != null
        && step.isText()
        && script.complete()
        && !script.commented()
        && step.instruction().heredocs().isEmpty()
        && step.instruction().flags().isEmpty();
  }
}
