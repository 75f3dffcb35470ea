// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.BuildProblems;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Problem;
import drydock.dockerfile.TreeDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `drydock dockerfile ast FILE`: the tree as BuildKit's parser prints it; what the builder refuses goes to standard error.
@Command(
    name = "ast",
    description = "Prints the instructions of a Dockerfile as BuildKit's parser sees them.",
    footer =
        "%nExit codes: 0 nothing is wrong, 1 the builder would refuse it, 2 it cannot be read.",
    mixinStandardHelpOptions = true)
final class DockerfileAstCommand extends DockerfileReader {
  @Override
  int read(Dockerfile dockerfile) {
    String tree = TreeDump.of(dockerfile);
    if (!tree.isEmpty()) {
      out().println(tree);
    }
    List<Problem> problems = new ArrayList<>(dockerfile.problems());
    problems.addAll(BuildProblems.of(dockerfile, Map.of(), null));
    return tell(dockerfile, problems);
  }
}
