// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Problem;
import drydock.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Another kind of file where a Dockerfile should be. One finding says so, instead of one for each of its lines.
final class PastedFile {
  private static final Pattern COMPOSE = Pattern.compile("(?m)^services\\s*:\\s*(?:#.*)?\\r?$");
  private static final Pattern SHEBANG =
      Pattern.compile("^\\uFEFF?#!\\s*/\\S*(?:sh|env\\s+\\S*sh)\\b.*");
  private static final Set<String> COMMANDS =
      Set.of(
          "apk",
          "apt",
          "apt-get",
          "bash",
          "cat",
          "cd",
          "chmod",
          "chown",
          "cp",
          "curl",
          "docker",
          "done",
          "echo",
          "exit",
          "export",
          "fi",
          "for",
          "git",
          "groupadd",
          "if",
          "ln",
          "ls",
          "make",
          "mkdir",
          "mv",
          "node",
          "npm",
          "pip",
          "pip3",
          "python",
          "python3",
          "rm",
          "set",
          "sh",
          "source",
          "sudo",
          "systemctl",
          "tar",
          "then",
          "touch",
          "unzip",
          "useradd",
          "wget",
          "while",
          "yarn",
          "yum");

  private PastedFile() {}

  static boolean isShellCommand(String word) {
    return COMMANDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /// The one finding about a file that is no Dockerfile; null for one that is.
  ///
  /// @param problems what the builder refuses
  static @Nullable Finding of(Dockerfile file, List<Problem> problems) {
    boolean begun = file.instructions().stream().anyMatch(i -> i instanceof Instruction.From);
    if (begun || problems.isEmpty()) {
      return null;
    }
    if (COMPOSE.matcher(file.text()).find()) {
      return finding("compose-file", file, problems, Messages.get("dockerfile.check.composeFile"));
    }
    Instruction first = file.instructions().isEmpty() ? null : file.instructions().getFirst();
    boolean script =
        SHEBANG.matcher(file.text().lines().findFirst().orElse("")).matches()
            || (first instanceof Instruction.Unknown
                && isShellCommand(first.source().keyword().text()));
    return script
        ? finding("shell-script", file, problems, Messages.get("dockerfile.check.shellScript"))
        : null;
  }

  private static Finding finding(
      String code, Dockerfile file, List<Problem> problems, String explanation) {
    Problem first = problems.getFirst();
    return ErrorFindings.finding(
        code, first, file.instructionOnLine(first.line()), explanation, null);
  }
}
