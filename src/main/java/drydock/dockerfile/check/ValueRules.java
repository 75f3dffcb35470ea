// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Chars;
import drydock.dockerfile.Expansion;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Scopes.Execution;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What BuildKit checks about ENV, LABEL, ARG and WORKDIR.
final class ValueRules {
  private ValueRules() {}

  static void legacyFormat(Subject subject, Report report) {
    for (Stage stage : subject.stages()) {
      for (Execution execution : subject.scopes().executions(stage)) {
        Instruction.Pairs legacy = legacy(execution.instruction());
        if (legacy != null && !legacy.pairs().isEmpty()) {
          String keyword = legacy.source().keyword().text();
          report.add(
              Rule.LEGACY_KEY_VALUE_FORMAT,
              stage,
              execution,
              legacy.arguments().span(),
              "\"%s key=value\" should be used instead of legacy \"%s key value\" format"
                  .formatted(keyword, keyword),
              withEquals(legacy.pairs().getFirst()));
        }
      }
    }
  }

  private static Instruction.@Nullable Pairs legacy(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Env env when env.isLegacy() -> env;
      case Instruction.Label label when label.isLegacy() -> label;
      default -> null;
    };
  }

  private static @Nullable Fix withEquals(Pair pair) {
    Word value = pair.value();
    if (value == null || !value.text().matches("[^\"'\\\\\\n]+")) {
      return null;
    }
    String quoted = value.text().matches("\\S+") ? value.text() : "\"" + value.text() + "\"";
    return Fix.replace(pair.word().span(), pair.name().text() + "=" + quoted);
  }

  static void secrets(Subject subject, Report report) {
    for (Stage stage : subject.stages()) {
      for (Execution execution : subject.scopes().executions(stage)) {
        Instruction instruction = execution.instruction();
        if (!(instruction instanceof Instruction.Env || instruction instanceof Instruction.Arg)) {
          continue;
        }
        for (Pair pair : ((Instruction.Pairs) instruction).pairs()) {
          String written = pair.name().text();
          String key =
              instruction instanceof Instruction.Env
                  ? execution.scope().expand(written).text()
                  : written;
          if (SecretNames.isSecret(key, subject.edition())) {
            report.add(
                Rule.SECRETS_USED_IN_ARG_OR_ENV,
                stage,
                execution,
                pair.word().span(),
                "Do not use ARG or ENV instructions for sensitive data (%s %s)"
                    .formatted(instruction.keyword(), Chars.quote(key)),
                null);
          }
        }
      }
    }
  }

  /// Only the first WORKDIR of a stage and those it starts from: with it right, the others are.
  static void relativeWorkdir(Subject subject, Report report) {
    BitSet right = subject.withBases(Instruction.Workdir.class);
    for (Stage stage : subject.stages()) {
      if (!right.get(stage.index())) {
        subject.scopes().executions(stage).stream()
            .filter(e -> e.instruction() instanceof Instruction.Workdir)
            .findFirst()
            .ifPresent(first -> workdir(stage, first, report));
      }
    }
  }

  private static void workdir(Stage stage, Execution execution, Report report) {
    Word written = execution.instruction().arguments();
    Expansion path = execution.scope().expand(written.text());
    if (path.known() && path.error() == null && !path.text().startsWith("/")) {
      boolean plain = written.text().matches("[\\w.-][\\w./-]*");
      report.add(
          Rule.WORKDIR_RELATIVE_PATH,
          stage,
          execution,
          written.span(),
          "Relative workdir "
              + Chars.quote(path.text())
              + " can have unexpected results if the base image changes",
          plain && !written.text().startsWith(".")
              ? Fix.insert(written.span().start(), "/")
              : null);
    }
  }
}
