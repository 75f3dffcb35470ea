// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes.Execution;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What BuildKit checks about CMD, ENTRYPOINT and HEALTHCHECK.
final class CommandRules {
  private CommandRules() {}

  /// Whoever says SHELL wants a shell.
  static void jsonArgs(Subject subject, Report report) {
    BitSet shells = subject.withBases(Instruction.Shell.class);
    for (Stage stage : subject.stages()) {
      boolean shell = shells.get(stage.index());
      for (Execution execution : subject.scopes().executions(stage)) {
        Instruction instruction = execution.instruction();
        shell |= instruction instanceof Instruction.Shell;
        Word command = shellCommand(instruction);
        if (command != null && !shell) {
          report.add(
              Rule.JSON_ARGS_RECOMMENDED,
              stage,
              execution,
              command.isEmpty() ? instruction.span() : command.span(),
              "JSON arguments recommended for "
                  + instruction.source().keyword().text()
                  + " to prevent unintended behavior related to OS signals",
              json(command));
        }
      }
    }
  }

  private static @Nullable Word shellCommand(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Cmd(var _, Form.Shell(Word command)) -> command;
      case Instruction.Entrypoint(var _, Form.Shell(Word command)) -> command;
      default -> null;
    };
  }

  /// The words as an array, when they mean nothing to a shell.
  private static @Nullable Fix json(Word command) {
    String text = command.text();
    return text.matches("[A-Za-z0-9_./:=@%+, -]+") && !text.matches("\\w+=.*")
        ? Fix.replace(
            command.span(),
            "[\"" + String.join("\", \"", List.of(text.strip().split(" +", -1))) + "\"]")
        : null;
  }

  /// BuildKit names the one that does not count.
  static void multiple(Subject subject, Report report) {
    for (Stage stage : subject.stages()) {
      Map<String, Execution> seen = new HashMap<>();
      for (Execution execution : subject.scopes().executions(stage)) {
        Instruction instruction = execution.instruction();
        if (!isSingle(instruction)) {
          continue;
        }
        Execution earlier = seen.put(instruction.keyword(), execution);
        if (earlier != null) {
          report.add(
              Rule.MULTIPLE_INSTRUCTIONS_DISALLOWED,
              stage,
              earlier,
              earlier.instruction().source().keyword().span(),
              "Multiple "
                  + instruction.source().keyword().text()
                  + " instructions should not be used in the same stage because only the last one"
                  + " will be used",
              null);
        }
      }
    }
  }

  private static boolean isSingle(Instruction instruction) {
    return instruction instanceof Instruction.Cmd
        || instruction instanceof Instruction.Entrypoint
        || instruction instanceof Instruction.Healthcheck;
  }
}
