// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.doctor.Facts;
import drydock.doctor.Report;
import drydock.engine.ContainerEngine;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `drydock doctor`: where an engine was looked for, what became of it, what the engine that answered is like, and what of
/// the lessons it can do. The window shows the same report.
@Command(
    name = "doctor",
    description =
        "Shows which container engine Drydock finds. Exits with 0 only when it can use one.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final EngineFinder finder;

  @Option(names = "--json", description = "Writes JSON instead of text.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  DoctorCommand(EngineFinder finder) {
    this.finder = finder;
  }

  @Override
  public Integer call() {
    EngineFinder.Found found = finder.find();
    try (ContainerEngine engine = found.engine()) {
      Facts facts =
          Facts.of(found.attempts(), engine == null ? null : engine.info(), PackReader.bundled());
      Report report = Report.of(engine == null ? facts : facts.asked(engine));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(report.json());
      } else {
        report.text().forEach(out::println);
      }
      return report.usable() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
