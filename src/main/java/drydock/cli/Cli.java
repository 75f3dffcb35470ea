// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.EngineException;
import drydock.engine.docker.EngineFinder;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.settings.CacheFolder;
import drydock.settings.SettingsFolder;
import drydock.settings.SettingsStore;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command `drydock …`. Exit codes: 0 done, 1 failed, 2 wrong arguments, 4 no display.
@Command(
    name = "drydock",
    description = "Learn containers by watching your own Docker engine.",
    footer = "%nWithout arguments the desktop app starts.",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class)
public final class Cli implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Cli() {}

  /// Runs one command with this program's standard streams, on the engine that was chosen in the window, if any.
  public static int run(String... args) {
    String chosen = new SettingsStore(SettingsFolder.ofThisSystem()).look().engine();
    EngineFinder finder = EngineFinder.ofThisSystem().preferring(chosen);
    return run(finder, writer(System.out), writer(System.err), args);
  }

  /// Says in one sentence why nothing is done, and returns `exitCode`.
  public static int refuse(String sentence, int exitCode) {
    writer(System.err).println(sentence);
    return exitCode;
  }

  /// With the usual folder for what can be lost.
  static int run(EngineFinder finder, PrintWriter out, PrintWriter err, String... args) {
    return run(finder, CacheFolder.ofThisSystem(), out, err, args);
  }

  /// Runs one command and returns its exit code.
  ///
  /// @param caches folder for what can be lost
  static int run(
      EngineFinder finder, Path caches, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Cli())
        .addSubcommand(new DoctorCommand(finder))
        .addSubcommand(new BuildCommand(finder, caches))
        .addSubcommand(new StateCommand(finder))
        .addSubcommand(new RecordCommand(finder))
        .addSubcommand(new RecordingCommand())
        .addSubcommand(new DockerfileCommand())
        .addSubcommand(new PictureCommand(finder, System.out))
        .addSubcommand(ImageCommand.of(finder))
        .setExecutionExceptionHandler(Cli::failed)
        .setOut(out)
        .setErr(err)
        .execute(args);
  }

  /// People get a sentence, never a stack trace.
  private static int failed(Exception e, CommandLine command, ParseResult arguments) {
    String sentence =
        e instanceof EngineException engine
            ? Problems.sentence(engine.problem())
            : Messages.get("cli.bug", e, Arrays.stream(e.getStackTrace()).limit(1).toList());
    command.getErr().println(sentence);
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.get("cli.noCommand"));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset()); // tells when nobody reads any more
  }

  /// The version that the jar says it has.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"drydock " + text()};
    }

    static String text() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return version == null ? "(development)" : version;
    }
  }
}
