// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Lines;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lines that may be hidden behind their first one.
///
/// @param firstLine stays visible; counted from 1
/// @param lastLine the last hidden one, behind the first
public record Fold(Kind kind, int firstLine, int lastLine) {
  public enum Kind {
    STAGE,
    /// An instruction over several lines.
    INSTRUCTION,
    HEREDOC,
    COMMENT
  }

  /// In the order of the file, outer ones first; two never overlap in part.
  public static List<Fold> of(Dockerfile file) {
    List<Fold> folds = new ArrayList<>();
    for (Stage stage : file.stages()) {
      add(folds, Kind.STAGE, stage.from().firstLine(), stage.lastLine());
    }
    int open = 1;
    for (Instruction instruction : file.instructions()) {
      comments(file, open, instruction.firstLine() - 1, folds);
      open = instruction.lastLine() + 1;
      int last = endOfOperands(file, instruction);
      add(folds, Kind.INSTRUCTION, instruction.firstLine(), last);
      for (Heredoc heredoc : instruction.heredocs()) {
        heredoc(file.lines(), heredoc, last, instruction.lastLine(), folds);
      }
    }
    comments(file, open, file.lines().count(), folds);
    folds.sort(
        Comparator.comparingInt(Fold::firstLine)
            .thenComparing(Comparator.comparingInt(Fold::lastLine).reversed()));
    return distinct(folds);
  }

  private static void add(List<Fold> folds, Kind kind, int first, int last) {
    if (last > first) {
      folds.add(new Fold(kind, first, last));
    }
  }

  /// One chevron a line: of two that begin on one line the longer stays.
  private static List<Fold> distinct(List<Fold> sorted) {
    List<Fold> kept = new ArrayList<>();
    for (Fold fold : sorted) {
      if (kept.isEmpty() || kept.getLast().firstLine() != fold.firstLine()) {
        kept.add(fold);
      }
    }
    return List.copyOf(kept);
  }

  private static int endOfOperands(Dockerfile file, Instruction instruction) {
    return instruction.heredocs().isEmpty()
        ? instruction.lastLine()
        : Math.max(
            instruction.firstLine(),
            file.lines().line(instruction.heredocs().getFirst().body().start()) - 1);
  }

  /// The first body folds behind the line that announces it, later ones behind their own first
  /// line.
  private static void heredoc(
      Lines lines, Heredoc heredoc, int announced, int lastLine, List<Fold> folds) {
    int first = lines.line(heredoc.body().start());
    Span end = heredoc.terminator();
    int last = Math.min(lastLine, end == null ? lastLine : lines.line(end.start()));
    add(folds, Kind.HEREDOC, first == announced + 1 ? announced : first, last);
  }

  /// Runs of two comment lines at least, between two instructions.
  private static void comments(Dockerfile file, int from, int to, List<Fold> folds) {
    int first = 0;
    for (int line = from; line <= to + 1; line++) {
      boolean comment =
          line <= to && file.lines().span(line, line).of(file.text()).strip().startsWith("#");
      if (comment && first == 0) {
        first = line;
      } else if (!comment && first > 0) {
        add(folds, Kind.COMMENT, first, line - 1);
        first = 0;
      }
    }
  }
}
