// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.docker.EngineFinder;
import drydock.messages.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `drydock image …`.
@Command(name = "image", description = "Looks into images.", mixinStandardHelpOptions = true)
final class ImageCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ImageCommand() {}

  static CommandLine of(EngineFinder finder) {
    return new CommandLine(new ImageCommand()).addSubcommand(new ImageFilesCommand(finder));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.get("cli.image.noCommand"));
  }
}
