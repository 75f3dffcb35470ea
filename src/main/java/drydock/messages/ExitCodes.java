// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

/// What exit codes mean: 125-127 are Docker's and the shell's, above 128 it is 128 and the number of the signal.
public final class ExitCodes {
  private ExitCodes() {}

  /// What the code says of the process, in a few words: "command not found", "killed (SIGKILL)".
  public static String explain(int code) {
    return switch (code) {
      case 0 -> Messages.get("exit.0");
      case 1 -> Messages.get("exit.1");
      case 2 -> Messages.get("exit.2");
      case 125 -> Messages.get("exit.125");
      case 126 -> Messages.get("exit.126");
      case 127 -> Messages.get("exit.127");
      case 130 -> Messages.get("exit.130");
      case 134 -> Messages.get("exit.134");
      case 137 -> Messages.get("exit.137");
      case 139 -> Messages.get("exit.139");
      case 143 -> Messages.get("exit.143");
      default ->
          code > 128 && code < 128 + 65
              ? Messages.get("exit.signal", Integer.toString(code - 128))
              : Messages.get("exit.other");
    };
  }
}
