// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Lines;
import drydock.dockerfile.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command that reads one Dockerfile, and says why when it cannot.
abstract class DockerfileReader implements Callable<Integer> {
  static final int CLEAN = CommandLine.ExitCode.OK;
  static final int FINDINGS = 1;
  static final int UNREADABLE = 2;

  @Parameters(index = "0", paramLabel = "FILE", description = "The Dockerfile.")
  private Path file = Path.of("Dockerfile");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() {
    try {
      return read(Dockerfile.parse(DockerfileText.read(file)));
    } catch (Unreadable e) {
      err().println(e.getMessage());
      return UNREADABLE;
    }
  }

  /// @return the exit code
  /// @throws Unreadable when something beside the Dockerfile cannot be read
  abstract int read(Dockerfile dockerfile) throws Unreadable;

  final Path file() {
    return file;
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /// An argument that means nothing.
  final ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /// Tells on standard error what the builder would refuse, with its places.
  ///
  /// @return the exit code
  final int tell(Dockerfile dockerfile, List<Problem> problems) {
    for (Problem problem : problems) {
      Lines.Position at = dockerfile.lines().position(problem.span().start());
      err().println(file + ":" + at.line() + ":" + at.column() + ": " + problem.sentence());
    }
    return problems.isEmpty() ? CLEAN : FINDINGS;
  }
}
