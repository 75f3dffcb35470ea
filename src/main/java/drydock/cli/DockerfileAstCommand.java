// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.BuildProblems;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Problem;
import drydock.dockerfile.TreeDump;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock dockerfile ast FILE`: the tree as BuildKit's parser prints it; what the builder refuses goes to standard error.
@Command(
    name = "ast",
    description = "Prints the instructions of a Dockerfile as BuildKit's parser sees them.",
    footer =
        "%nExit codes: 0 nothing is wrong, 1 the builder would refuse it, 2 it cannot be read.",
    mixinStandardHelpOptions = true)
final class DockerfileAstCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The Dockerfile.")
  private Path file = Path.of("Dockerfile");

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
    String tree = TreeDump.of(read);
    if (!tree.isEmpty()) {
      spec.commandLine().getOut().println(tree);
    }
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(BuildProblems.of(read, Map.of(), null));
    for (Problem problem : problems) {
      DockerfileCommand.print(spec, file, read, problem);
    }
    return problems.isEmpty() ? DockerfileCommand.Exit.CLEAN : DockerfileCommand.Exit.FINDINGS;
  }
}
