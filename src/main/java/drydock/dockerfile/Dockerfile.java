// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Dockerfile, read as far as it can be read. Every instruction that the builder would see is there, whatever is wrong
/// with the file.
///
/// @param lines where its lines begin
/// @param tokens cover the text from begin to end without gap or overlap
/// @param escape the escape character in force: `\` or a backtick
/// @param globals the instructions before the first FROM: ARG, if the file is right
/// @param problems what the builder would refuse about the text alone, in the order in which it would: it stops at the
///     first one
public record Dockerfile(
    String text,
    Lines lines,
    List<Token> tokens,
    List<Directive> directives,
    char escape,
    List<Instruction> instructions,
    List<Instruction> globals,
    List<Stage> stages,
    List<Problem> problems) {
  public Dockerfile {
    tokens = List.copyOf(tokens);
    directives = List.copyOf(directives);
    instructions = List.copyOf(instructions);
    globals = List.copyOf(globals);
    stages = List.copyOf(stages);
    problems = List.copyOf(problems);
  }

  /// Reads a whole file; never throws.
  public static Dockerfile parse(String text) {
    return new DockerfileScanner(text, '\\', true).dockerfile();
  }

  /// The value of a directive; null when the file has none of this name.
  public @Nullable String directive(String name) {
    return directives.stream()
        .filter(d -> d.name().equals(name))
        .map(Directive::value)
        .findFirst()
        .orElse(null);
  }

  /// The image of `# syntax=`, also where BuildKit alone looks for it: behind a `#!` line, as `// syntax=`, as JSON.
  public @Nullable String syntaxImage() {
    return SyntaxDetector.detect(this);
  }

  /// The instruction whose lines hold this offset; null between instructions.
  public @Nullable Instruction instructionAt(int offset) {
    return instructionOnLine(lines.line(offset));
  }

  /// The instruction that a line belongs to, comments and heredocs inside it included; null when there is none.
  ///
  /// @param line counted from 1
  public @Nullable Instruction instructionOnLine(int line) {
    int low = 0;
    int high = instructions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Instruction instruction = instructions.get(middle);
      if (line < instruction.firstLine()) {
        high = middle - 1;
      } else if (line > instruction.lastLine()) {
        low = middle + 1;
      } else {
        return instruction;
      }
    }
    return null;
  }

  /// The stage that a line belongs to, its FROM included; null above the first.
  ///
  /// @param line counted from 1
  public @Nullable Stage stageOnLine(int line) {
    Stage found = null;
    for (Stage stage : stages) {
      if (stage.from().firstLine() <= line) {
        found = stage;
      }
    }
    return found;
  }

  /// The stage that `COPY --from` or a mount means, in any case of letters; the last of that name, null when it means
  /// something else.
  public @Nullable Stage stageNamed(String name) {
    for (Stage stage : stages.reversed()) {
      if (name.equalsIgnoreCase(stage.name())) {
        return stage;
      }
    }
    return null;
  }
}
