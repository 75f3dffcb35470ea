// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.LogicalLine;
import drydock.dockerfile.Span;
import drydock.dockerfile.Word;
import org.jspecify.annotations.Nullable;

/// Where in a Dockerfile a caret stands.
sealed interface Place {
  /// Where nothing can be said: in a comment, behind an escape character at a line's end.
  record Nowhere() implements Place {}

  /// In the lines at the top, where a comment can be a directive.
  ///
  /// @param line from its first character that is not blank
  record Directive(Span line) implements Place {}

  /// Where an instruction begins.
  ///
  /// @param word what stands there already
  /// @param isTrigger whether it is that of an ONBUILD
  /// @param isTop whether a directive could stand there too
  record Keyword(Span word, boolean isTrigger, boolean isTop) implements Place {}

  /// In a heredoc of an instruction.
  record Body(Instruction outer, Instruction owner, Heredoc heredoc) implements Place {}

  /// Behind the keyword.
  ///
  /// @param outer the instruction of the file
  /// @param inner the same, or the trigger of an ONBUILD
  record Operand(Instruction outer, Instruction inner, Cursor cursor) implements Place {}

  static Place of(Dockerfile file, int offset) {
    int line = file.lines().line(offset);
    Span span = file.lines().span(line, line);
    String text = span.of(file.text());
    int first = span.start() + text.length() - text.stripLeading().length();
    if (offset > span.end()) {
      return new Nowhere(); // between the two characters of a line end
    }
    Instruction instruction = file.instructionOnLine(line);
    if (instruction != null) {
      Heredoc heredoc = heredoc(instruction, offset);
      if (heredoc != null) {
        return new Body(instruction, owner(instruction), heredoc);
      }
      boolean terminates =
          instruction.heredocs().stream().anyMatch(h -> offset >= h.body().start());
      if (terminates) {
        return new Nowhere();
      }
    }
    boolean isTop = isTop(file, line);
    if (text.startsWith("#", first - span.start())) {
      return isTop && offset > first ? new Directive(new Span(first, span.end())) : new Nowhere();
    }
    if (instruction == null) {
      return new Keyword(new Span(offset, offset), false, isTop);
    }
    Span keyword = instruction.source().keyword().span();
    if (offset <= keyword.start()) {
      Span word =
          offset == keyword.start()
              ? Cursor.of(instruction.source().line(), offset).span()
              : new Span(offset, offset);
      return new Keyword(word, false, isTop);
    }
    return inside(instruction, offset, text.isBlank(), isTop);
  }

  private static Place inside(Instruction instruction, int offset, boolean blank, boolean isTop) {
    LogicalLine line = instruction.source().line();
    int index = line.index(offset);
    boolean attached =
        line.offset(index) == offset || (index > 0 && line.offset(index - 1) + 1 == offset);
    if (!attached && !blank) {
      return new Nowhere();
    }
    Instruction inner = instruction;
    boolean isTrigger = false;
    while (true) {
      Word keyword = inner.source().keyword();
      if (index <= keyword.to() && attached) {
        Cursor cursor = Cursor.of(line, offset);
        return new Keyword(cursor.span(), isTrigger, isTop && !isTrigger);
      }
      if (!(inner instanceof Instruction.Onbuild onbuild)) {
        return new Operand(instruction, inner, Cursor.of(line, offset));
      }
      Instruction trigger = onbuild.trigger();
      if (trigger == null || index < trigger.source().keyword().from()) {
        Cursor cursor = Cursor.of(line, offset);
        return cursor.typed().startsWith("-")
            ? new Nowhere()
            : new Keyword(cursor.span(), true, false);
      }
      inner = trigger;
      isTrigger = true;
    }
  }

  private static @Nullable Heredoc heredoc(Instruction instruction, int offset) {
    for (Heredoc heredoc : instruction.heredocs()) {
      Span end = heredoc.terminator();
      if (heredoc.body().start() <= offset
          && (offset < heredoc.body().end() || (end == null && offset == heredoc.body().end()))) {
        return heredoc;
      }
    }
    return null;
  }

  /// The instruction that carries out what an ONBUILD keeps; otherwise the instruction itself.
  static Instruction owner(Instruction instruction) {
    Instruction inner = instruction;
    while (inner instanceof Instruction.Onbuild onbuild && onbuild.trigger() != null) {
      inner = onbuild.trigger();
    }
    return inner;
  }

  /// Whether all lines above are directives.
  private static boolean isTop(Dockerfile file, int line) {
    for (int above = 1; above < line; above++) {
      int number = above;
      if (file.directives().stream().noneMatch(d -> d.line() == number)) {
        return false;
      }
    }
    return true;
  }
}
