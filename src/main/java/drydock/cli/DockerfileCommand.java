// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.messages.Messages;
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
}
