// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import drydock.dockerfile.Span;
import java.util.List;
import java.util.Set;

/// A program that a script starts, or something that the shell does itself.
///
/// @param words the program and its arguments; empty when only variables are set
/// @param assignments `NAME=value` in front of it, as written
/// @param inputs files that it reads with `<`
/// @param outputs files that it writes with `>` or `>>`
/// @param before how it hangs together with the command above
/// @param after how the next one hangs together with it
/// @param depth 0 outside of brackets, conditions and loops
/// @param span from its first character to its last
public record Command(
    List<Argument> words,
    List<String> assignments,
    List<Argument> inputs,
    List<Argument> outputs,
    Joint before,
    Joint after,
    int depth,
    Span span) {
  /// Words that only say how the next one is started.
  private static final Set<String> WRAPPERS =
      Set.of("sudo", "exec", "command", "time", "nohup", "env", "doas");

  public Command {
    words = List.copyOf(words);
    assignments = List.copyOf(assignments);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /// What stands between two commands.
  public enum Joint {
    /// Nothing: the begin or the end of the script, or of a condition or loop.
    EDGE,
    /// `&&`
    AND,
    /// `||`
    OR,
    /// `;` or the end of a line
    SEQUENCE,
    /// `|`
    PIPE,
    /// `&`
    BACKGROUND
  }

  /// The name of the program without its folder, behind `sudo`, `exec` and their like; empty when
  /// there is none, or when a variable names it.
  public String program() {
    int at = start();
    if (at >= words.size() || !words.get(at).known()) {
      return "";
    }
    String path = words.get(at).text();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether its first word is this one.
  public boolean startsWith(String word) {
    return !words.isEmpty() && words.getFirst().known() && words.getFirst().text().equals(word);
  }

  /// What follows the program.
  public List<Argument> arguments() {
    int at = start();
    return at >= words.size() ? List.of() : words.subList(at + 1, words.size());
  }

  /// The arguments that are no options. An option's value counts as one: there is no telling.
  public List<Argument> operands() {
    return arguments().stream().filter(a -> !a.isOption()).toList();
  }

  /// Whether one of the arguments is exactly this, or this with `=value` behind it.
  public boolean has(String... options) {
    for (Argument argument : arguments()) {
      for (String option : options) {
        String text = argument.text();
        if (text.startsWith(option)
            && (text.length() == option.length()
                || (option.startsWith("--") && text.charAt(option.length()) == '='))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a one-letter option is among the arguments, alone or with others: `-y` in `-qy`.
  public boolean hasLetter(char letter) {
    return arguments().stream()
        .map(Argument::text)
        .anyMatch(
            t ->
                t.length() > 1
                    && t.startsWith("-")
                    && !t.startsWith("--")
                    && t.indexOf(letter) > 0);
  }

  private int start() {
    int at = 0;
    while (at < words.size() && WRAPPERS.contains(words.get(at).text())) {
      boolean env = words.get(at).text().equals("env");
      at++;
      while (at < words.size()
          && (words.get(at).isOption() || (env && words.get(at).text().contains("=")))) {
        at++;
      }
    }
    return at;
  }
}
