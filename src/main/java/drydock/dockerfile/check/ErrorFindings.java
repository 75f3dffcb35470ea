// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Problem;
import drydock.dockerfile.Span;
import drydock.messages.Messages;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the builder refuses, as findings: its own sentence, our explanation, and a change where it suggests one.
final class ErrorFindings {
  private static final Pattern SUGGESTED =
      Pattern.compile("(?s).*: -{0,2}(\\S+) \\(did you mean (\\S+)\\?\\)$");
  private static final char NO_BREAK_SPACE = '\u00A0';

  private ErrorFindings() {}

  static Finding of(Problem problem, Dockerfile file) {
    Instruction instruction = file.instructionOnLine(problem.line());
    if (instruction instanceof Instruction.Unknown unknown
        && unknown.source().keyword().text().indexOf(NO_BREAK_SPACE) >= 0) {
      return noBreakSpace(problem, unknown);
    }
    return finding(
        problem.code().id(),
        problem,
        instruction,
        problem.explanation(),
        fix(problem, file, instruction));
  }

  /// A word of ours for what is wrong, instead of the problem's.
  static Finding finding(
      String code,
      Problem problem,
      @Nullable Instruction instruction,
      String explanation,
      @Nullable Fix fix) {
    int line = problem.line();
    int endLine = instruction == null ? line : instruction.lastLine();
    return new Finding(
        code,
        Severity.ERROR,
        problem.span(),
        line,
        endLine,
        problem.sentence(),
        explanation,
        "",
        fix);
  }

  /// Text copied from a web page: the blank behind the keyword is none to the builder.
  private static Finding noBreakSpace(Problem problem, Instruction.Unknown unknown) {
    Span keyword = unknown.source().keyword().span();
    String repaired = unknown.source().keyword().text().replace(NO_BREAK_SPACE, ' ');
    return finding(
        "no-break-space",
        problem,
        unknown,
        Messages.get("dockerfile.check.noBreakSpace"),
        Fix.replace(keyword, repaired));
  }

  private static @Nullable Fix fix(
      Problem problem, Dockerfile file, @Nullable Instruction instruction) {
    Matcher matcher = SUGGESTED.matcher(problem.sentence());
    if (matcher.matches()) {
      String written = problem.span().of(file.text());
      int at = written.toLowerCase(Locale.ROOT).indexOf(matcher.group(1).toLowerCase(Locale.ROOT));
      int start = problem.span().start() + at;
      return at < 0
          ? null
          : Fix.replace(new Span(start, start + matcher.group(1).length()), matcher.group(2));
    }
    return instruction instanceof Instruction.Unknown unknown
            && PastedFile.isShellCommand(unknown.source().keyword().text())
        ? Fix.insert(unknown.span().start(), "RUN ")
        : null;
  }
}
