// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.BuildProblems;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Problem;
import drydock.messages.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock dockerfile plan FILE`: what would be built, from the text alone, as JSON. What the
/// builder refuses goes to standard error; the plan of the rest is printed all the same.
@Command(
    name = "plan",
    description = "Prints the stages and steps that would be built, and what each takes, as JSON.",
    footer =
        "%nExit codes: 0 nothing is wrong, 1 the builder would refuse it, 2 it cannot be read.",
    mixinStandardHelpOptions = true)
final class DockerfilePlanCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The Dockerfile.")
  private Path file = Path.of("Dockerfile");

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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DockerfileText text = DockerfileText.read(file);
    String unreadable = text.unreadable();
    if (unreadable != null) {
      spec.commandLine().getErr().println(unreadable);
      return DockerfileCommand.Exit.UNREADABLE;
    }
    Dockerfile read = Dockerfile.parse(text.text());
    BuildPlan plan = BuildPlan.of(read, buildArgs);
    spec.commandLine().getOut().println(PlanJson.of(plan, target).toPrettyString());
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(BuildProblems.of(read, buildArgs, target));
    for (Problem problem : problems) {
      DockerfileCommand.print(spec, file, read, problem);
    }
    if (target != null && !plan.hasTarget(target)) {
      spec.commandLine().getErr().println(Messages.get("cli.dockerfile.noTarget", file, target));
      return DockerfileCommand.Exit.FINDINGS;
    }
    return problems.isEmpty() ? DockerfileCommand.Exit.CLEAN : DockerfileCommand.Exit.FINDINGS;
  }
}
