// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Expansion;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes.Execution;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Value;
import java.util.Locale;

/// What BuildKit checks about EXPOSE: `[ip:]host:container/protocol` is the notation of `docker run -p`.
final class ExposeRules {
  private ExposeRules() {}

  private interface PortCheck {
    void check(Stage stage, Execution execution, Value operand, String port);
  }

  static void protocolCasing(Subject subject, Report report) {
    eachPort(
        subject,
        (stage, execution, operand, port) -> {
          int slash = port.indexOf('/', port.lastIndexOf(':') + 1);
          String protocol = slash < 0 ? "" : port.substring(slash + 1);
          String lower = protocol.toLowerCase(Locale.ROOT);
          if (!protocol.equals(lower)) {
            boolean literal = operand.text().equals(port);
            report.add(
                Rule.EXPOSE_PROTO_CASING,
                stage,
                execution,
                operand.word().span(),
                "Defined protocol '" + port + "' in EXPOSE instruction should be lowercase",
                literal
                    ? Fix.replace(operand.word().span(), port.substring(0, slash + 1) + lower)
                    : null);
          }
        });
  }

  static void invalidFormat(Subject subject, Report report) {
    eachPort(
        subject,
        (stage, execution, operand, port) -> {
          int colon = port.lastIndexOf(':');
          if (colon > 0) {
            boolean literal = operand.text().equals(port);
            report.add(
                Rule.EXPOSE_INVALID_FORMAT,
                stage,
                execution,
                operand.word().span(),
                "EXPOSE instruction should not define an IP address or host-port mapping, found '"
                    + port
                    + "'",
                literal ? Fix.replace(operand.word().span(), port.substring(colon + 1)) : null);
          }
        });
  }

  private static void eachPort(Subject subject, PortCheck check) {
    for (Stage stage : subject.stages()) {
      for (Execution execution : subject.scopes().executions(stage)) {
        if (execution.instruction() instanceof Instruction.Expose expose) {
          for (Value operand : expose.ports()) {
            Expansion ports = execution.scope().expand(operand.text());
            if (ports.known() && ports.error() == null) {
              ports.words().forEach(port -> check.check(stage, execution, operand, port));
            }
          }
        }
      }
    }
  }
}
