// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that there is to say about a Dockerfile.
public final class Findings {
  private Findings() {}

  /// What the builder refuses, what its build checks say, and advice, in the order of the file.
  public static List<Finding> of(Dockerfile file, CheckContext context) {
    List<Finding> findings = new ArrayList<>(Checks.of(file, context));
    Set<Integer> refused =
        findings.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Finding::line)
            .collect(Collectors.toSet());
    findings.addAll(Advice.of(file, context, refused));
    findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(f -> f.span().start()));
    return List.copyOf(findings);
  }
}
