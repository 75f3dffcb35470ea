// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes.Execution;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what checks find, as far as `# check=` lets them say it.
final class Report {
  private final List<Finding> findings = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();
  private final Edition edition;
  private final Options options;

  Report(Dockerfile file, Edition edition) {
    this.edition = edition;
    String directive = file.directive("check");
    this.options = directive == null ? Options.NONE : Options.of(directive);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// About an instruction of the file.
  void add(Rule rule, Instruction instruction, Span span, String message, @Nullable Fix fix) {
    if (says(rule, instruction)) {
      put(rule, span, instruction.firstLine(), instruction.lastLine(), message, fix);
    }
  }

  /// About an instruction that a stage carries out; what ONBUILD left to the stage is said of its FROM.
  void add(
      Rule rule, Stage stage, Execution execution, Span span, String message, @Nullable Fix fix) {
    if (execution.onbuild() == null) {
      add(rule, execution.instruction(), span, message, fix);
    } else {
      add(rule, stage.from(), stage.from().source().keyword().span(), message, null);
    }
  }

  /// About one line of an instruction.
  void add(
      Rule rule, Instruction instruction, int line, Span span, String message, @Nullable Fix fix) {
    if (says(rule, instruction)) {
      put(rule, span, line, line, message, fix);
    }
  }

  private boolean says(Rule rule, Instruction instruction) {
    Options own = edition == Edition.DOCKER_28 ? Options.NONE : Options.above(instruction);
    return rule.isExperimental(edition)
        ? options.enables(rule) || own.enables(rule)
        : !options.skips(rule) && !own.skips(rule);
  }

  private void put(Rule rule, Span span, int line, int endLine, String message, @Nullable Fix fix) {
    Finding finding =
        new Finding(
            rule.code(),
            Severity.WARNING,
            span,
            line,
            endLine,
            message,
            rule.explanation(),
            rule.url(),
            fix);
    if (said.add(List.of(rule, line, message))) {
      findings.add(finding);
    }
  }
}
