// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Form;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Value;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An instruction that a stage carries out, and what holds there.
///
/// @param own whether it stands in the stage itself: not left to it by an ONBUILD
/// @param setting before it
/// @param script what it gives to a shell; null when it gives nothing, or to something that is no
///   shell
record Step(
    Instruction instruction, Scope scope, boolean own, Setting setting, @Nullable Script script) {

  static Step of(Instruction instruction, Scope scope, boolean own, Setting setting, String file) {
    Form form = form(instruction);
    Script script =
        form == null || !setting.shell().isPosix() ? null : script(instruction, form, file);
    return new Step(instruction, scope, own, setting, script);
  }

  /// The words of CMD, ENTRYPOINT or a health check that start no shell; the words of the shell's
  /// only command if it has no more than that. Empty when it cannot be told.
  List<String> words() {
    Script read = script;
    if (read != null) {
      return read.complete() && read.commands().size() == 1
          ? read.commands().getFirst().words().stream()
              .map(a -> a.text())
              .dropWhile(w -> w.equals("exec"))
              .toList()
          : List.of();
    }
    return form(instruction) instanceof Form.Exec(List<Value> words)
        ? words.stream().map(Value::text).toList()
        : List.of();
  }

  /// The commands that it gives to a shell.
  List<Command> commands() {
    return script == null ? List.of() : script.commands();
  }

  static @Nullable Form form(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Run run -> run.command();
      case Instruction.Cmd cmd -> cmd.command();
      case Instruction.Entrypoint entrypoint -> entrypoint.command();
      case Instruction.Healthcheck health -> health.command();
      default -> null;
    };
  }

  private static @Nullable Script script(Instruction instruction, Form form, String file) {
    return switch (form) {
      case Form.Shell(var command) -> {
        List<Heredoc> heredocs = instruction.heredocs();
        if (heredocs.size() == 1 && heredocs.getFirst().marker().text().equals(command.text())) {
          Heredoc only = heredocs.getFirst();
          String body = only.body().of(file);
          yield body.startsWith("#!") && !body.lines().findFirst().orElse("").contains("sh")
              ? null
              : Script.of(body, only.body().start());
        }
        yield Script.of(command);
      }
      case Form.Exec(List<Value> words) ->
          words.size() == 3
                  && words.getFirst().text().matches("(?:/bin/|/usr/bin/)?(?:ba|a|da)?sh")
                  && words.get(1).text().equals("-c")
              ? Script.of(words.get(2).text(), (_, _) -> words.get(2).word().span())
              : null;
    };
  }

  /// Whether all that is given to the shell stands in a here-document.
  boolean isHeredoc() {
    return !instruction.heredocs().isEmpty()
        && form(instruction) instanceof Form.Shell(var command)
        && instruction.heredocs().getFirst().marker().text().equals(command.text());
  }

  /// Whether changes to the text of its script are changes to the text of the file.
  boolean isText() {
    return form(instruction) instanceof Form.Shell;
  }
}
