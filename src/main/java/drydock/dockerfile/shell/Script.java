// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import drydock.dockerfile.Span;
import drydock.dockerfile.Word;
import java.util.List;
import java.util.Set;

/// A script for a shell such as sh or bash.
///
/// @param text what the shell is given, continuations of the Dockerfile joined
/// @param commands in the order of the text; those inside `$(…)` are not among them
/// @param complete whether all of it could be read; otherwise `commands` are those up to where it
///   could not
/// @param uses names of variables that the shell replaces, without those that have a default there
/// @param sets names of variables that the script itself gives a value
/// @param commented whether a comment ends it, so that nothing can be added behind it
public record Script(
    String text,
    List<Command> commands,
    boolean complete,
    Set<String> uses,
    Set<String> sets,
    boolean commented) {
  public Script {
    commands = List.copyOf(commands);
    uses = Set.copyOf(uses);
    sets = Set.copyOf(sets);
  }

  /// Where a part of a script stands in the file.
  @FunctionalInterface
  public interface Place {
    Span span(int start, int end);
  }

  /// The command of an instruction in shell form.
  public static Script of(Word command) {
    return of(command.text(), (start, end) -> command.part(start, end).span());
  }

  /// A text that stands in the file as it is.
  ///
  /// @param offset where it begins there
  public static Script of(String text, int offset) {
    return of(text, (start, end) -> new Span(offset + start, offset + end));
  }

  public static Script of(String text, Place place) {
    return new ScriptReader(text, place).read();
  }

  /// Whether some command is this program, with this first operand.
  public boolean runs(String program, String operand) {
    return commands.stream()
        .anyMatch(
            c ->
                c.program().equals(program)
                    && !c.operands().isEmpty()
                    && c.operands().getFirst().text().equals(operand));
  }
}
