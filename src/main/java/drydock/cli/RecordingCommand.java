// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock recording`: about files that `drydock record` and the window write.
@Command(
    name = "recording",
    description = "Tells about recordings of an engine.",
    mixinStandardHelpOptions = true,
    subcommands = RecordingCommand.Show.class)
final class RecordingCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// `drydock recording show FILE`.
  @Command(
      name = "show",
      description = "Shows which engine a recording is of, its stretch, and what happened in it.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:shown", "1:the file cannot be read", "2:wrong arguments"})
  static final class Show implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try {
        new RecordingText(spec.commandLine().getOut()).show(RecordingOptions.read(file));
        return CommandLine.ExitCode.OK;
      } catch (Unreadable e) {
        spec.commandLine().getErr().println(e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
      }
    }
  }
}
