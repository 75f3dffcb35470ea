// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import java.util.ArrayList;
import java.util.List;

/// Makes comments of lines, or lines of comments.
///
/// An instruction over several lines is taken whole when its first or last line is meant: without
/// its begin the rest means something else, and without its end it would swallow the instruction
/// below. Lines in its middle can be taken alone, and so can those of a heredoc.
///
/// @param fix empty when there is nothing to do
/// @param firstLine of the lines that were changed: doing it again with these restores the text
public record CommentToggle(Fix fix, int firstLine, int lastLine) {
  private static final String MARK = "# ";

  /// @param firstLine of the selected lines, counted from 1
  public static CommentToggle of(Dockerfile file, int firstLine, int lastLine) {
    int first = Math.clamp(firstLine, 1, file.lines().count());
    int last = Math.clamp(lastLine, first, file.lines().count());
    List<Integer> lines = lines(file, first, last);
    boolean uncomment =
        !lines.isEmpty()
            && lines.stream().allMatch(line -> text(file, line).strip().startsWith("#"));
    if (!uncomment && !isInside(file, first, last)) {
      Instruction above = file.instructionOnLine(first);
      Instruction below = file.instructionOnLine(last);
      first = above == null ? first : above.firstLine();
      last = below == null ? last : below.lastLine();
      lines = lines(file, first, last);
    }
    List<Fix.Edit> edits = new ArrayList<>();
    int column = lines.stream().mapToInt(line -> indent(text(file, line))).min().orElse(0);
    for (int line : lines) {
      int start = file.lines().start(line);
      edits.add(
          uncomment
              ? removal(text(file, line), start)
              : new Fix.Edit(new Span(start + column, start + column), MARK));
    }
    return new CommentToggle(new Fix(edits), first, last);
  }

  private static Fix.Edit removal(String line, int start) {
    int from = line.indexOf('#');
    int length = line.startsWith(MARK, from) ? 2 : 1;
    return new Fix.Edit(new Span(start + from, start + from + length), "");
  }

  /// Lines with something on them; directives are no comments.
  private static List<Integer> lines(Dockerfile file, int first, int last) {
    List<Integer> lines = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      int number = line;
      if (!text(file, line).isBlank()
          && file.directives().stream().noneMatch(d -> d.line() == number)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /// Whether the lines lie in the middle of one instruction, or in one heredoc.
  private static boolean isInside(Dockerfile file, int first, int last) {
    Instruction instruction = file.instructionOnLine(first);
    if (instruction == null) {
      return false;
    }
    return (first > instruction.firstLine() && last < head(file, instruction))
        || instruction.heredocs().stream()
            .anyMatch(h -> holds(file, h, first) && holds(file, h, last));
  }

  /// The last line before the heredocs.
  private static int head(Dockerfile file, Instruction instruction) {
    return instruction.heredocs().isEmpty()
        ? instruction.lastLine()
        : file.lines().line(instruction.heredocs().getFirst().body().start()) - 1;
  }

  private static boolean holds(Dockerfile file, Heredoc heredoc, int line) {
    int start = file.lines().start(line);
    return heredoc.body().start() <= start && start < heredoc.body().end();
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static String text(Dockerfile file, int line) {
    return file.lines().span(line, line).of(file.text());
  }
}
