// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.EngineInfo.Machine;
import drydock.messages.Messages;
import drydock.observe.InnerKernel;
import drydock.observe.ThisComputer;

/// The names of what stands in the stack.
final class StackWords {
  private StackWords() {}

  /// "Linux kernel 6.12"
  static String kernel(Machine machine) {
    if (machine.kernelVersion().isEmpty()) {
      return Messages.get("picture.stack.kernelUntold");
    }
    return machine.osType().equals("windows")
        ? Messages.get("picture.stack.kernelWindows", machine.kernelVersion())
        : Messages.get("picture.stack.kernelLinux", machine.kernelVersion());
  }

  /// "macOS 15.1", "Windows 11", "Linux 6.12"
  static String system(ThisComputer computer) {
    return switch (computer.system()) {
      case WINDOWS -> computer.name();
      case MACOS, LINUX -> (computer.name() + " " + computer.version()).strip();
    };
  }

  /// "4 processors · 7.6 GiB of memory · dock"
  static String machine(Machine machine, String name) {
    return Messages.get(
        "picture.stack.machine",
        machine.cpus(),
        Human.memory(machine.memoryBytes()),
        name.isEmpty() ? "" : " · " + name);
  }

  /// Why a container's kernel is not told; empty when it is.
  static String why(InnerKernel.Outcome outcome) {
    return switch (outcome) {
      case READ -> "";
      case NOT_OURS -> Messages.get("picture.stack.kernel.notOurs");
      case NOT_RUNNING -> Messages.get("picture.stack.kernel.notRunning");
      case NO_COMMAND -> Messages.get("picture.stack.kernel.noCommand");
      case FAILED -> Messages.get("picture.stack.kernel.failed");
    };
  }
}
