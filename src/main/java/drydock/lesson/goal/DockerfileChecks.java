// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Stage;
import drydock.dockerfile.advice.Findings;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Finding;
import drydock.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Checks of a Dockerfile as a whole.
final class DockerfileChecks {
  private DockerfileChecks() {}

  static Verdict stages(Goal.DockerfileStages goal, Situation now) {
    return with(
        goal.file(),
        now,
        dockerfile -> {
          List<Stage> stages = dockerfile.stages();
          if (goal.count() != null && !goal.count().has(stages.size())) {
            return Verdict.unmet(
                Messages.get(
                    "lesson.verdict.stages.wanted",
                    goal.file(),
                    stages.size(),
                    Words.count(goal.count())));
          }
          Optional<String> missing =
              goal.names().stream()
                  .filter(n -> dockerfile.stageNamed(n.toLowerCase(Locale.ROOT)) == null)
                  .findFirst();
          return missing
              .map(n -> Verdict.unmet(Messages.get("lesson.verdict.stages.none", goal.file(), n)))
              .orElseGet(
                  () ->
                      Verdict.met(
                          Messages.get("lesson.verdict.stages", goal.file(), stages.size())));
        });
  }

  static Verdict noFinding(Goal.NoFinding goal, Situation now) {
    return with(
        goal.file(),
        now,
        dockerfile ->
            Findings.of(dockerfile, CheckContext.NONE).stream()
                .filter(f -> f.code().equals(goal.rule()))
                .findFirst()
                .map(f -> Verdict.unmet(finding(goal.file(), f)))
                .orElseGet(
                    () ->
                        Verdict.met(
                            Messages.get("lesson.verdict.noFinding", goal.file(), goal.rule()))));
  }

  private static String finding(String file, Finding finding) {
    return Messages.get(
        "lesson.verdict.finding", file, String.valueOf(finding.line()), finding.message());
  }

  static Verdict with(String file, Situation now, Function<Dockerfile, Verdict> next) {
    String text = now.files().get(file);
    return text == null
        ? Verdict.unmet(Messages.get("lesson.verdict.file.missing", file))
        : next.apply(Dockerfile.parse(text));
  }
}
