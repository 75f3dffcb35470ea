// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;

/// Between a line for a shell and a list in brackets.
final class Quoting {
  private Quoting() {}

  /// The words of a script that needs no shell; empty when it does.
  static List<String> plainWords(Step step) {
    Script script = step.script();
    if (script == null
        || !script.complete()
        || script.commented()
        || script.commands().size() != 1) {
      return List.of();
    }
    Command command = script.commands().getFirst();
    boolean plain =
        command.depth() == 0
            && command.after() == Command.Joint.EDGE
            && command.assignments().isEmpty()
            && command.outputs().isEmpty()
            && command.inputs().isEmpty()
            && command.words().stream().allMatch(Argument::known)
            && command.words().stream().noneMatch(a -> a.text().matches(".*[*?\\[~].*"));
    List<String> words = command.words().stream().map(Argument::text).toList();
    List<String> started = words.stream().dropWhile(w -> w.equals("exec")).toList();
    return plain ? started : List.of();
  }

  /// The words of brackets that are no JSON: in single quotes, without quotes, with a comma too
  /// many.
  static List<String> meant(String brackets) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    String inside = brackets.substring(1, brackets.length() - 1);
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
          words.add(word.toString());
          word.setLength(0);
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        add(words, word);
      } else if (c == ',') {
        add(words, word);
      } else {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    String text = word.toString().strip();
    if (!text.isEmpty()) {
      words.add(text);
    }
    word.setLength(0);
  }

  /// Whether the builder reads a text as a list.
  static boolean isList(String text) {
    Dockerfile file = Dockerfile.parse("FROM scratch\nCMD " + text + "\n");
    return file.problems().isEmpty()
        && file.stages().getFirst().instructions().getFirst() instanceof Instruction.Cmd cmd
        && cmd.command() instanceof Form.Exec;
  }
}
