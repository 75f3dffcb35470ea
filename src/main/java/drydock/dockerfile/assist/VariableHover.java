// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Variable;
import drydock.messages.Messages;

/// Where variables come from, for people.
final class VariableHover {
  private VariableHover() {}

  /// "ARG on line 3"
  static String origin(Variable variable) {
    Instruction by = variable.declaredBy();
    int line = by == null ? 0 : by.firstLine();
    return switch (variable.kind()) {
      case ENV -> Messages.get("assist.variable.env", line);
      case ARG -> Messages.get("assist.variable.arg", line);
      case GLOBAL_ARG -> Messages.get("assist.variable.globalArg", line);
      case PLATFORM -> Messages.get("assist.variable.platform");
      case BASE_IMAGE -> Messages.get("assist.variable.baseImage");
    };
  }
}
