// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Chars;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Span;
import drydock.dockerfile.Variable;
import org.jspecify.annotations.Nullable;

/// Variables behind a `$`, where something replaces them: the builder, or the shell of a command.
final class VariableWords {
  private final Dockerfile file;
  private final Scopes scopes;
  private final int offset;

  VariableWords(Dockerfile file, Scopes scopes, int offset) {
    this.file = file;
    this.scopes = scopes;
    this.offset = offset;
  }

  /// Null when the caret is behind no `$`.
  @Nullable Completion at(Place.Operand place) {
    Cursor cursor = place.cursor();
    String line = cursor.line().text();
    int name = nameStart(line, cursor.from(), cursor.index(), file.escape());
    if (name < 0) {
      return null;
    }
    Instruction inner = place.inner();
    Flag flag = flag(inner, cursor.index());
    if (flag == null && isQuoted(inner, line, cursor.index())) {
      return Completion.none(offset);
    }
    boolean expands = flag == null ? expands(inner) : !flag.name().equals("from");
    return expands
        ? complete(
            place.outer(), inner, flag, line, cursor.line().text().length(), cursor.index(), name)
        : Completion.none(offset);
  }

  /// Null when the caret is behind no `$`.
  @Nullable Completion at(Place.Body place) {
    int name = nameStart(file.text(), place.heredoc().body().start(), offset, '\\');
    if (name < 0) {
      return null;
    }
    boolean expands = place.owner() instanceof Instruction.Run || place.heredoc().expands();
    int end = place.heredoc().body().end();
    return expands
        ? complete(place.outer(), place.owner(), null, file.text(), end, offset, name)
        : Completion.none(offset);
  }

  private Completion complete(
      Instruction outer,
      Instruction inner,
      @Nullable Flag flag,
      String text,
      int end,
      int index,
      int name) {
    int to = index;
    while (to < end && Chars.isNamePart(text.charAt(to))) {
      to++;
    }
    boolean braced = text.charAt(name - 1) == '{';
    boolean closed = to < end && "}:-+?#%/".indexOf(text.charAt(to)) >= 0;
    // the caret's line decides what is replaced: a name never goes on in the next
    int lineEnd = file.lines().span(file.lines().line(offset), file.lines().line(offset)).end();
    int stop = Math.min(offset + to - index, Math.max(offset, lineEnd));
    return Completion.of(
        new Span(offset - (index - name), stop),
        text.substring(name, index),
        NameWords.variables(
            scopes.before(outer),
            variable -> flag != null || isUsable(inner, variable),
            braced && !closed ? "}" : ""));
  }

  /// Where the name begins that ends at `index`; -1 when no dollar sign stands before it, or an
  /// escaped one.
  private static int nameStart(String text, int from, int index, char escape) {
    int at = index;
    while (at > from && Chars.isNamePart(text.charAt(at - 1))) {
      at--;
    }
    int dollar = at > from && text.charAt(at - 1) == '{' ? at - 2 : at - 1;
    if (dollar < from || text.charAt(dollar) != '$') {
      return -1;
    }
    int escapes = 0;
    while (dollar - escapes > from && text.charAt(dollar - escapes - 1) == escape) {
      escapes++;
    }
    return escapes % 2 == 0 ? at : -1;
  }

  private static @Nullable Flag flag(Instruction instruction, int index) {
    return instruction.flags().stream()
        .filter(flag -> flag.word().from() <= index && index <= flag.word().to())
        .findFirst()
        .orElse(null);
  }

  private boolean isQuoted(Instruction instruction, String line, int index) {
    char quote = 0;
    for (int i = instruction.arguments().from(); i < index; i++) {
      char c = line.charAt(i);
      if (c == file.escape() && quote != '\'') {
        i++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return quote == '\'';
  }

  private static boolean expands(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Run run -> isShell(run.command());
      case Instruction.Cmd cmd -> isShell(cmd.command());
      case Instruction.Entrypoint entrypoint -> isShell(entrypoint.command());
      case Instruction.Healthcheck health -> isShell(health.command());
      case Instruction.Shell _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ ->
          false;
      case Instruction.From _,
          Instruction.Transfer _,
          Instruction.Pairs _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Expose _,
          Instruction.Volume _,
          Instruction.Stopsignal _ ->
          true;
    };
  }

  /// A list that is being written is no shell command either.
  private static boolean isShell(Form form) {
    return form instanceof Form.Shell shell && !shell.command().text().startsWith("[\"");
  }

  /// A running container has no ARG any more.
  private static boolean isUsable(Instruction instruction, Variable variable) {
    return switch (instruction) {
      case Instruction.Cmd _, Instruction.Entrypoint _, Instruction.Healthcheck _ ->
          variable.kind() == Variable.Kind.ENV || variable.kind() == Variable.Kind.BASE_IMAGE;
      default -> true;
    };
  }
}
