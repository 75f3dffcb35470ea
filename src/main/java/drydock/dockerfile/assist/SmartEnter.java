// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Form;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Lines;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import org.jspecify.annotations.Nullable;

/// What the Enter key does in a Dockerfile: inside an instruction the line break needs the escape
/// character before it, or the rest would be an instruction of its own.
public final class SmartEnter {
  private static final String INDENT = "    ";

  private SmartEnter() {}

  /// The change for Enter at `caret`, which stands behind the new text afterwards; null where the
  /// usual line break, with the indentation of the line, is right.
  public static Fix.@Nullable Edit at(Dockerfile file, int caret) {
    String text = file.text();
    Instruction instruction = file.instructionAt(caret);
    if (instruction == null || caret <= instruction.source().keyword().span().end()) {
      return null;
    }
    Lines lines = file.lines();
    int line = lines.line(caret);
    Span all = lines.span(line, line);
    if (caret > all.end() || isElsewhere(instruction, text, all, caret)) {
      return null;
    }
    String before = text.substring(all.start(), caret).stripTrailing();
    String after = text.substring(caret, all.end()).strip();
    String escape = String.valueOf(file.escape());
    String indent = indent(lines, text, instruction, line);
    if (continues(before, file.escape())) {
      return edit(text, caret, caret, indent);
    }
    boolean last = line == endOfOperands(lines, instruction);
    if (last && after.startsWith("#")) {
      return edit(text, caret, caret, ""); // a comment line, which ends nothing
    }
    boolean more = !after.isEmpty() || !last;
    if (more || isUnfinished(instruction, before)) {
      int from = all.start() + before.length();
      int to = caret;
      while (to < all.end() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
        to++;
      }
      return edit(text, from, to, " " + escape, indent);
    }
    return line == instruction.firstLine()
        ? null
        : edit(text, caret, caret, blanks(lines, text, instruction.firstLine()));
  }

  private static Fix.Edit edit(String text, int from, int to, String... parts) {
    int end = text.indexOf('\n', to);
    int before = text.lastIndexOf('\n', to - 1);
    boolean crlf =
        end > 0 ? text.charAt(end - 1) == '\r' : before > 0 && text.charAt(before - 1) == '\r';
    String lineEnd = crlf ? "\r\n" : "\n";
    String replacement = parts.length == 1 ? lineEnd + parts[0] : parts[0] + lineEnd + parts[1];
    return new Fix.Edit(new Span(from, to), replacement);
  }

  /// In a comment line or a heredoc the usual line break is right.
  private static boolean isElsewhere(Instruction instruction, String text, Span line, int caret) {
    if (line.of(text).stripLeading().startsWith("#")) {
      return true;
    }
    for (Heredoc heredoc : instruction.heredocs()) {
      if (caret >= heredoc.body().start()) {
        return true;
      }
    }
    return false;
  }

  private static int endOfOperands(Lines lines, Instruction instruction) {
    return instruction.heredocs().isEmpty()
        ? instruction.lastLine()
        : lines.line(instruction.heredocs().getFirst().body().start()) - 1;
  }

  /// Whether a line ends with one escape character, which makes it go on already.
  private static boolean continues(String line, char escape) {
    int end = line.length();
    return end > 0
        && line.charAt(end - 1) == escape
        && (end == 1 || line.charAt(end - 2) != escape);
  }

  /// Whether what is written asks for more: an operator, an open list, a flag without a command.
  private static boolean isUnfinished(Instruction instruction, String before) {
    return switch (instruction) {
      case Instruction.Onbuild onbuild ->
          onbuild.trigger() != null && isUnfinished(onbuild.trigger(), before);
      case Instruction.Run run ->
          isOpen(run.command(), before) || (run.arguments().isEmpty() && !run.flags().isEmpty());
      case Instruction.Cmd cmd -> isOpen(cmd.command(), before);
      case Instruction.Entrypoint entrypoint -> isOpen(entrypoint.command(), before);
      case Instruction.Healthcheck health ->
          health.type() == null ? !health.flags().isEmpty() : isOpen(health.command(), before);
      case Instruction.Shell shell -> isOpen(shell.command(), before);
      case Instruction.Transfer transfer ->
          transfer.destination() == null
              && !(transfer.sources().isEmpty() && transfer.flags().isEmpty());
      case Instruction.From _,
          Instruction.Pairs _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Expose _,
          Instruction.Volume _,
          Instruction.Stopsignal _,
          Instruction.Maintainer _,
          Instruction.Unknown _ ->
          false;
    };
  }

  private static boolean isOpen(Form command, String before) {
    return switch (command) {
      case Form.Exec _ -> false;
      case Form.Shell shell ->
          before.endsWith("&&")
              || before.endsWith("|")
              || (shell.command().text().startsWith("[")
                  && (before.endsWith(",") || before.endsWith("[")));
    };
  }

  /// That of the line, or of the instruction's second line when it is the first.
  private static String indent(Lines lines, String text, Instruction instruction, int line) {
    int model = line > instruction.firstLine() ? line : line + 1;
    if (model > endOfOperands(lines, instruction)) {
      return INDENT;
    }
    String blanks = blanks(lines, text, model);
    return blanks.isEmpty() && line == instruction.firstLine() ? INDENT : blanks;
  }

  /// What a line begins with.
  private static String blanks(Lines lines, String text, int line) {
    String all = lines.span(line, line).of(text);
    return all.substring(0, all.length() - all.stripLeading().length());
  }
}
