// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.BuildProblems;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything there is to say about a Dockerfile.
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          TextRules::emptyContinuation,
          TextRules::maintainer,
          TextRules::description,
          TextRules::instructionCasing,
          StageRules::nameCasing,
          StageRules::asCasing,
          StageRules::reserved,
          StageRules::duplicates,
          FromRules::invalidDefault,
          FromRules::undefinedArg,
          FromRules::redundantPlatform,
          FromRules::constantPlatform,
          FromRules::basePlatform,
          VariableRule::undefined,
          ValueRules::relativeWorkdir,
          ValueRules::legacyFormat,
          ValueRules::secrets,
          CommandRules::jsonArgs,
          CommandRules::multiple,
          ExposeRules::protocolCasing,
          ExposeRules::invalidFormat,
          CopyRule::ignoredSource);

  private Checks() {}

  /// What the builder refuses and what its build checks say, in the order of the file. Unlike the builder this does not
  /// stop at the first error.
  public static List<Finding> of(Dockerfile file, CheckContext context) {
    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(BuildProblems.of(file, context.buildArgs(), context.target()));
    Finding pasted = PastedFile.of(file, problems);
    if (pasted != null) {
      return List.of(pasted);
    }
    List<Finding> findings = new ArrayList<>();
    problems.forEach(problem -> findings.add(ErrorFindings.of(problem, file)));
    findings.addAll(SmartQuotes.in(file));
    findings.addAll(buildChecks(file, context));
    findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(f -> f.span().start()));
    return List.copyOf(findings);
  }

  /// What BuildKit's build checks alone say.
  static List<Finding> buildChecks(Dockerfile file, CheckContext context) {
    Subject subject = Subject.of(file, context);
    Report report = new Report(file, subject.edition());
    ALL.forEach(check -> check.check(subject, report));
    return report.findings();
  }
}
