// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.BuildProblems;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Problem;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `drydock dockerfile plan FILE`: what would be built, from the text alone, as JSON. What the
/// builder refuses goes to standard error; the plan of the rest is printed all the same.
@Command(
    name = "plan",
    description = "Prints the stages and steps that would be built, and what each takes, as JSON.",
    footer =
        "%nExit codes: 0 nothing is wrong, 1 the builder would refuse it, 2 it cannot be read.",
    mixinStandardHelpOptions = true)
final class DockerfilePlanCommand extends DockerfileReader {
  @Option(
      names = "--target",
      paramLabel = "STAGE",
      description = "The stage to build, as for docker build; the last one otherwise.")
  private @Nullable String target;

  @Option(
      names = "--build-arg",
      paramLabel = "NAME=VALUE",
      description = "A value for an ARG of the Dockerfile. May be given several times.")
  private Map<String, String> buildArgs = new LinkedHashMap<>();

  @Override
  int read(Dockerfile dockerfile) {
    BuildPlan plan = BuildPlan.of(dockerfile, buildArgs);
    out().println(PlanJson.of(plan, target).toPrettyString());
    List<Problem> problems = new ArrayList<>(dockerfile.problems());
    problems.addAll(BuildProblems.of(dockerfile, buildArgs, target));
    int code = tell(dockerfile, problems);
    if (target != null && !plan.hasTarget(target)) {
      err().println(Messages.get("cli.dockerfile.noTarget", file(), target));
      return FINDINGS;
    }
    return code;
  }
}
