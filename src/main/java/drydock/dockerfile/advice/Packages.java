// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Mount;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What package managers are told to do.
final class Packages {
  private static final Set<String> SYSTEM =
      Set.of("apt-get", "apt", "aptitude", "apk", "yum", "dnf", "microdnf", "zypper");
  private static final Set<String> ACTIONS =
      Set.of(
          "update",
          "install",
          "upgrade",
          "dist-upgrade",
          "full-upgrade",
          "build-dep",
          "remove",
          "purge",
          "autoremove",
          "clean",
          "add",
          "del",
          "groupinstall");

  private Packages() {}

  static boolean isApt(Command command) {
    return command.program().equals("apt-get") || command.program().equals("apt");
  }

  static boolean isPip(Command command) {
    String program = command.program();
    if (program.startsWith("python")) {
      List<Argument> arguments = command.arguments();
      return arguments.size() > 1
          && arguments.get(0).text().equals("-m")
          && arguments.get(1).text().equals("pip");
    }
    return program.startsWith("pip")
        && program.substring(3).chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  /// The word that says what a package manager is to do; null when it is none of the usual.
  static @Nullable Argument action(Command command) {
    return command.arguments().stream()
        .filter(a -> a.known() && ACTIONS.contains(a.text()))
        .findFirst()
        .orElse(null);
  }

  static boolean does(Command command, String... actions) {
    Argument action = action(command);
    return action != null && Set.of(actions).contains(action.text());
  }

  /// Whether it installs packages of the system.
  static boolean installs(Command command) {
    return SYSTEM.contains(command.program()) && does(command, "install", "add");
  }

  /// The packages that are named, without their versions.
  static List<String> named(Command command) {
    Argument action = action(command);
    return command.operands().stream()
        .dropWhile(a -> !a.equals(action))
        .skip(1)
        .filter(Argument::known)
        .map(a -> a.text().split("[=<>~]", 2)[0])
        .toList();
  }

  /// Whether a variable may hold options that cannot be seen.
  static boolean isOpen(Command command) {
    return command.arguments().stream().anyMatch(a -> !a.known() && a.text().startsWith("$"));
  }

  /// Whether a mount lies at one of these paths, so that what is written there is in no layer.
  static boolean isMounted(Instruction instruction, String... fragments) {
    if (!(instruction instanceof Instruction.Run run)) {
      return false;
    }
    for (Mount mount : run.mounts()) {
      String target = mount.value("target", "dst", "destination");
      for (String fragment : fragments) {
        if (target != null && target.contains(fragment)) {
          return true;
        }
      }
    }
    return false;
  }
}
