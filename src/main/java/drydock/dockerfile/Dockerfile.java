// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Dockerfile, read as far as it can be read.
///
/// @param tokens cover the text from begin to end without gap or overlap
/// @param escape the escape character in force: `\` or a backtick
public record Dockerfile(
    String text,
    List<Token> tokens,
    List<Directive> directives,
    char escape,
    List<Instruction> instructions) {
  private static final Pattern SLASH_SYNTAX =
      Pattern.compile("//\\s*syntax\\s*=\\s*(\\S+).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern HASH_SYNTAX =
      Pattern.compile("#\\s*syntax\\s*=\\s*(\\S+).*", Pattern.CASE_INSENSITIVE);

  public Dockerfile {
    tokens = List.copyOf(tokens);
    directives = List.copyOf(directives);
    instructions = List.copyOf(instructions);
  }

  /// Reads a whole file; never throws.
  public static Dockerfile parse(String text) {
    return new DockerfileScanner(text, '\\', true).scan();
  }

  /// The image of `# syntax=`, also where BuildKit alone looks for it: behind a `#!` line, as `// syntax=`.
  public @Nullable String syntaxImage() {
    for (Directive directive : directives) {
      if (directive.name().equals("syntax")) {
        return directive.value().split("\\s", 2)[0];
      }
    }
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean script = start.startsWith("#!");
    if (script) {
      start = start.substring(start.indexOf('\n') + 1);
    }
    String first = start.lines().findFirst().orElse("");
    Matcher matcher = (script && first.startsWith("#") ? HASH_SYNTAX : SLASH_SYNTAX).matcher(first);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
