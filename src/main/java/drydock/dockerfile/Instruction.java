// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instruction, continuation lines joined as BuildKit joins them: comments and empty lines between them are gone,
/// leading blanks of continued lines are kept.
///
/// @param keyword upper case, "RUN"; possibly none that exists
/// @param flags as written, without quotes: "--from=base"
/// @param arguments what follows the flags, trimmed; without heredoc bodies
/// @param firstLine counted from 1
/// @param lastLine the last line that belongs to it, heredocs included
public record Instruction(
    String keyword,
    List<String> flags,
    String arguments,
    List<Heredoc> heredocs,
    int firstLine,
    int lastLine) {
  public Instruction {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
  }

  /// The value of the first flag of this name, null when there is none.
  public @Nullable String flag(String name) {
    List<String> values = flagValues(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /// The values of a flag that may come several times, such as "mount".
  public List<String> flagValues(String name) {
    String prefix = "--" + name + "=";
    return flags.stream()
        .filter(flag -> flag.startsWith(prefix))
        .map(flag -> flag.substring(prefix.length()))
        .toList();
  }

  /// The instruction on one line, for people.
  public String text() {
    StringBuilder text = new StringBuilder(keyword);
    flags.forEach(flag -> text.append(' ').append(flag));
    return text.append(arguments.isEmpty() ? "" : " ").append(arguments).toString();
  }

  /// What ONBUILD will do: its arguments read as an instruction.
  Instruction trigger() {
    Command command = Command.of(arguments, 0);
    return new Instruction(
        command.keyword(),
        command.flags(),
        command.arguments().substring(arguments),
        heredocs,
        firstLine,
        lastLine);
  }
}
