// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Comment;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What BuildKit checks about how a file is written.
final class TextRules {
  private TextRules() {}

  /// The majority of instructions that are all lower or all upper case decides; those above the first FROM do not count.
  static void instructionCasing(Subject subject, Report report) {
    List<Instruction> instructions = new ArrayList<>();
    for (Stage stage : subject.file().stages()) {
      instructions.add(stage.from());
      for (Instruction instruction : stage.instructions()) {
        if (!(instruction instanceof Instruction.Unknown)) {
          instructions.add(instruction);
        }
      }
    }
    int lower = 0;
    int upper = 0;
    for (Instruction instruction : instructions) {
      String keyword = instruction.source().keyword().text();
      if (keyword.equals(keyword.toLowerCase(Locale.ROOT))) {
        lower++;
      } else if (keyword.equals(instruction.keyword())) {
        upper++;
      }
    }
    boolean wantsLower = lower > upper;
    for (Instruction instruction : instructions) {
      Word keyword = instruction.source().keyword();
      String right = wantsLower ? keyword.text().toLowerCase(Locale.ROOT) : instruction.keyword();
      if (!keyword.text().equals(right)) {
        report.add(
            Rule.CONSISTENT_INSTRUCTION_CASING,
            instruction,
            keyword.span(),
            "Command '%s' should match the case of the command majority (%s)"
                .formatted(keyword.text(), wantsLower ? "lowercase" : "uppercase"),
            Fix.replace(keyword.span(), right));
      }
    }
  }

  /// BuildKit names the line on which the instruction ends.
  static void emptyContinuation(Subject subject, Report report) {
    Dockerfile file = subject.file();
    for (Instruction instruction : file.instructions()) {
      if (!instruction.source().emptyContinuation()) {
        continue;
      }
      int last =
          instruction.heredocs().isEmpty()
              ? instruction.lastLine()
              : file.lines().line(instruction.heredocs().getFirst().body().start()) - 1;
      List<Fix.Edit> edits = new ArrayList<>();
      for (int line = instruction.firstLine() + 1; line <= last; line++) {
        if (file.lines().span(line, line).of(file.text()).isBlank()) {
          Span whole = new Span(file.lines().start(line), file.lines().start(line + 1));
          edits.add(new Fix.Edit(whole, ""));
        }
      }
      Span span = edits.isEmpty() ? instruction.span() : edits.getFirst().span();
      report.add(
          Rule.NO_EMPTY_CONTINUATION,
          instruction,
          last,
          span,
          "Empty continuation line",
          edits.isEmpty() ? null : new Fix(edits));
    }
  }

  static void maintainer(Subject subject, Report report) {
    for (Instruction instruction : subject.file().instructions()) {
      if (instruction instanceof Instruction.Maintainer maintainer) {
        Word name = maintainer.name();
        report.add(
            Rule.MAINTAINER_DEPRECATED,
            instruction,
            instruction.source().keyword().span(),
            "Maintainer instruction is deprecated in favor of using label",
            name == null || name.text().contains("\"") || name.text().contains("$")
                ? null
                : Fix.replace(
                    instruction.span(),
                    "LABEL org.opencontainers.image.authors=\"" + name.text() + "\""));
      }
    }
  }

  /// The comment right above a named stage or an ARG begins with its name.
  static void description(Subject subject, Report report) {
    for (Instruction instruction : subject.file().instructions()) {
      switch (instruction) {
        case Instruction.From from -> {
          Word name = from.name();
          if (name != null) {
            described(from, List.of(name.text().toLowerCase(Locale.ROOT)), report);
          }
        }
        case Instruction.Arg arg ->
            described(arg, arg.pairs().stream().map(p -> p.name().text()).toList(), report);
        default -> {} // nothing else is described
      }
    }
  }

  private static void described(Instruction instruction, List<String> names, Report report) {
    Comment comment = last(instruction);
    if (comment == null || names.isEmpty() || names.contains(comment.text().split(" ", 2)[0])) {
      return;
    }
    report.add(
        Rule.INVALID_DEFINITION_DESCRIPTION,
        instruction,
        comment.span(),
        "Comment for %s should follow the format: `# %s <description>`"
            .formatted(instruction.keyword(), names.size() == 1 ? names.getFirst() : "<arg_key>"),
        null);
  }

  private static @Nullable Comment last(Instruction instruction) {
    List<Comment> comments = instruction.source().comments();
    return comments.isEmpty() ? null : comments.getLast();
  }
}
