// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Value;
import drydock.dockerfile.check.Rule;
import drydock.dockerfile.check.SecretNames;
import java.util.Locale;

/// Secrets that get into an image. Names of ARG and ENV that sound like one are BuildKit's own
/// check ([Rule#SECRETS_USED_IN_ARG_OR_ENV]).
final class SecretAdvice {
  private SecretAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.steps()) {
        if (!step.own()) {
          continue;
        }
        if (stage.ships() && step.instruction() instanceof Instruction.Transfer transfer) {
          copied(step, transfer, tips);
        }
        written(view, step, tips);
      }
    }
  }

  private static void copied(Step step, Instruction.Transfer transfer, Tips tips) {
    Value destination = transfer.destination();
    for (Value source : CopyAdvice.local(transfer)) {
      if (destination != null && Secrets.isSecretFile(source.text())) {
        String name = Paths.name(source.text());
        boolean folder =
            destination.text().endsWith("/")
                || transfer.sources().size() > 1
                || destination.text().equals(".");
        String target =
            Paths.resolve(
                step.setting().workdir(), destination.text() + (folder ? "/" + name : ""));
        String id =
            name.toLowerCase(Locale.ROOT).replaceAll("^\\.+|[^a-z0-9_]+$", "").replace('.', '_');
        tips.write(
            Topic.SECRET_COPIED,
            step.instruction(),
            source.word().span(),
            "RUN --mount=type=secret,id=%s,target=%s \u2026".formatted(id, target),
            name);
        return;
      }
    }
  }

  private static void written(View view, Step step, Tips tips) {
    Instruction instruction = step.instruction();
    if (instruction instanceof Instruction.Pairs pairs
        && pairs.pairs().stream().anyMatch(p -> SecretNames.isSecret(p.name().text()))) {
      return;
    }
    StringBuilder text = new StringBuilder(instruction.arguments().text());
    for (Heredoc heredoc : instruction.heredocs()) {
      text.append('\n').append(heredoc.body().of(view.file().text()));
    }
    String found = Secrets.in(text.toString());
    if (!found.isEmpty()) {
      String better =
          switch (instruction) {
            case Instruction.Run _ ->
                "RUN --mount=type=secret,id=token,env=TOKEN "
                    + hidden(instruction.arguments().text());
            case Instruction.Env env when !env.pairs().isEmpty() ->
                "docker run -e " + env.pairs().getFirst().name().text() + " \u2026";
            default -> "";
          };
      tips.write(Topic.SECRET_IN_TEXT, instruction, instruction.arguments().span(), better, found);
    }
  }

  /// The line with a variable where a secret stands.
  private static String hidden(String command) {
    return command
        .strip()
        .replaceAll("(://[^:/@\\s]*:)[^@\\s/]+@", "$1\\$TOKEN@")
        .replaceAll(
            "(?:gh[pos]_|github_pat_|glpat-|AKIA|xox[bp]-|npm_|dckr_pat_|pypi-)[\\w-]{16,}",
            "\\$TOKEN");
  }
}
