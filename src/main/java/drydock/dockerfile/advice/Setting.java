// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Expansion;
import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Word;
import org.jspecify.annotations.Nullable;

/// What earlier lines of a stage, and of those it starts from, have set.
///
/// @param workdir the folder that relative paths begin at; begins with `.` while the base image
///   says where
/// @param user as USER names it; null while the base image says who
/// @param shell what runs commands in shell form
record Setting(String workdir, @Nullable String user, Shell shell) {
  /// Where the base image stops.
  static final String UNKNOWN_FOLDER = ".";

  static final Setting OF_BASE = new Setting(UNKNOWN_FOLDER, null, new Shell(true, false, false));

  /// @param isPosix whether it reads scripts as sh does
  /// @param pipefail whether a pipe fails with any of its parts
  /// @param errexit whether a script ends with its first failure
  record Shell(boolean isPosix, boolean pipefail, boolean errexit) {
    private static Shell of(Form.Exec exec) {
      String program = exec.words().isEmpty() ? "" : exec.words().getFirst().text();
      String name = program.substring(program.lastIndexOf('/') + 1);
      boolean pipefail = false;
      boolean errexit = false;
      for (var word : exec.words()) {
        String text = word.text();
        pipefail |= text.equals("pipefail");
        errexit |= text.startsWith("-") && !text.startsWith("--") && text.contains("e");
      }
      return new Shell(name.matches("(?:ba|a|da|z|k)?sh"), pipefail, errexit);
    }
  }

  /// Whether the user is surely not root.
  boolean isOrdinaryUser() {
    return user != null && !user.isEmpty() && !isRoot() && !user.contains("$");
  }

  boolean isRoot() {
    if (user == null) {
      return false;
    }
    String name = user.contains(":") ? user.substring(0, user.indexOf(':')) : user;
    return name.equals("root") || name.equals("0");
  }

  Setting after(Instruction instruction, Scope scope) {
    return switch (instruction) {
      case Instruction.Workdir(var _, Word path) when path != null -> {
        Expansion folder = scope.expand(path.text());
        yield new Setting(
            folder.known() && folder.error() == null
                ? Paths.resolve(workdir, folder.text())
                : UNKNOWN_FOLDER + "/$" + path.text(),
            user,
            shell);
      }
      case Instruction.User(var _, Word name) when name != null -> {
        Expansion value = scope.expand(name.text());
        String text = value.known() && value.error() == null ? value.text() : "$" + name.text();
        yield new Setting(workdir, text, shell);
      }
      case Instruction.Shell(var _, Form.Exec exec) -> new Setting(workdir, user, Shell.of(exec));
      default -> this;
    };
  }
}
