// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Lines;
import drydock.dockerfile.Problem;
import drydock.messages.Messages;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `drydock dockerfile …`: what Drydock reads in a Dockerfile, without an engine.
@Command(
    name = "dockerfile",
    description = "Reads a Dockerfile as the builder does.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DockerfileAstCommand.class,
      DockerfileCheckCommand.class,
      DockerfilePlanCommand.class,
      DockerfileCompleteCommand.class,
      DockerfileOutlineCommand.class
    })
final class DockerfileCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.get("cli.dockerfile.noCommand"));
  }

  /// Tells on standard error what the builder would refuse, with its place.
  static void print(CommandSpec spec, Path file, Dockerfile read, Problem problem) {
    Lines.Position at = read.lines().position(problem.span().start());
    spec.commandLine()
        .getErr()
        .println(file + ":" + at.line() + ":" + at.column() + ": " + problem.sentence());
  }

  /// Exit codes of the commands below.
  static final class Exit {
    static final int CLEAN = CommandLine.ExitCode.OK;
    static final int FINDINGS = 1;
    static final int UNREADABLE = 2;

    private Exit() {}
  }
}
