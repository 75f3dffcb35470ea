// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import drydock.dockerfile.Problem.Phase;
import java.util.List;

/// What BuildKit refuses while it reads a line into words.
final class ParseChecks {
  private final Instruction instruction;
  private final char escape;

  ParseChecks(Instruction instruction, char escape) {
    this.instruction = instruction;
    this.escape = escape;
  }

  List<Problem> problems() {
    return switch (instruction) {
      case Instruction.Env env -> pairs(env, env.isLegacy());
      case Instruction.Label label -> pairs(label, label.isLegacy());
      case Instruction.Run run -> json(run.arguments());
      case Instruction.Cmd cmd -> json(cmd.arguments());
      case Instruction.Entrypoint entrypoint -> json(entrypoint.arguments());
      case Instruction.Shell shell -> json(shell.arguments());
      case Instruction.Volume volume -> json(volume.arguments());
      case Instruction.Transfer transfer -> json(transfer.arguments());
      case Instruction.Healthcheck health ->
          health.command() instanceof Form.Shell shell ? json(shell.command()) : List.of();
      case Instruction.Onbuild onbuild ->
          onbuild.trigger() == null
              ? List.of()
              : new ParseChecks(onbuild.trigger(), escape).problems();
      case Instruction.From _,
          Instruction.Arg _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Expose _,
          Instruction.Stopsignal _,
          Instruction.Maintainer _,
          Instruction.Unknown _ ->
          List.of();
    };
  }

  private List<Problem> json(Word word) {
    return JsonArray.read(word) instanceof JsonArray.Answer.Others
        ? List.of(
            problem(
                Code.NOT_STRINGS,
                word,
                "when using JSON array syntax, arrays must be comprised of strings only"))
        : List.of();
  }

  private List<Problem> pairs(Instruction.Pairs pairs, boolean legacy) {
    if (legacy) {
      return pairs.pairs().getFirst().value() == null
          ? List.of(
              problem(
                  Code.VALUE_MISSING,
                  pairs.arguments(),
                  pairs.keyword() + " must have two arguments"))
          : List.of();
    }
    return pairs.pairs().stream()
        .filter(pair -> pair.value() == null)
        .limit(1)
        .map(
            pair ->
                problem(
                    Code.EQUALS_MISSING,
                    pair.word(),
                    "Syntax error - can't find = in "
                        + Chars.quote(pair.word().text())
                        + ". Must be of the form: name=value"))
        .toList();
  }

  private Problem problem(Code code, Word word, String sentence) {
    return new Problem(code, Phase.PARSE, word.span(), instruction.firstLine(), sentence);
  }
}
