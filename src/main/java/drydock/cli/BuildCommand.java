// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.build.BuildOptions;
import drydock.build.Builds;
import drydock.build.Predictor;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.ExitGuard;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock build DIR`: builds an image with the same code as the window does.
@Command(
    name = "build",
    description = "Builds an image from a folder with a Dockerfile.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the image was built",
      "1:the build failed, or was cancelled",
      "2:wrong arguments",
      "3:no build took place: no engine, an unreadable folder, a missing base image",
      "130:interrupted with Ctrl-C; the engine was told to cancel"
    })
final class BuildCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BROKEN = 3;

  private final EngineFinder finder;
  private final Predictor predictor;

  @Parameters(paramLabel = "DIR", description = "The folder to build from.")
  private Path folder = Path.of(".");

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "NAME",
      description = "Name for the image. May be given more than once.")
  private List<String> tags = List.of();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The Dockerfile, inside of DIR (default: DIR/Dockerfile).")
  private @Nullable Path dockerfile;

  @Option(
      names = "--target",
      paramLabel = "STAGE",
      description = "The stage to build (default: the last).")
  private @Nullable String target;

  @Option(
      names = "--build-arg",
      paramLabel = "KEY=VALUE",
      mapFallbackValue = "",
      description = "Value of an ARG. KEY alone takes the value from the environment.")
  private Map<String, String> buildArgs = new LinkedHashMap<>();

  @Option(names = "--no-cache", description = "Runs every step again.")
  private boolean noCache;

  @Option(
      names = "--progress",
      paramLabel = "plain|json",
      description = "Text for people, or one JSON object a line (default: plain).")
  private Progress progress = Progress.plain;

  @Option(
      names = "--predict",
      description = "Says of each step first whether it will run or be reused, and why.")
  private boolean predict;

  @Option(names = "--predict-only", description = "Says so and builds nothing.")
  private boolean predictOnly;

  @Option(names = "--classic", description = "Says as well what would have run before BuildKit.")
  private boolean classic;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// @param caches folder in which it is kept what engines have built
  BuildCommand(EngineFinder finder, Path caches) {
    this.finder = finder;
    this.predictor = new Predictor(caches, Clock.systemUTC());
  }

  /// How events are shown. In lower case, because people type them.
  enum Progress {
    plain,
    json
  }

  @Override
  public Integer call() {
    EngineFinder.Found found = finder.find();
    try (ContainerEngine engine = found.engine()) {
      if (predictOnly) {
        return predictOnly(engine);
      }
      if (engine == null) {
        return broken(new EngineProblem.Unreachable(found.attempts()));
      }
      return switch (build(engine)) {
        case BuildOutcome.Success _ -> CommandLine.ExitCode.OK;
        case BuildOutcome.Failed _, BuildOutcome.Cancelled _ -> FAILED;
        case BuildOutcome.Broken broken -> broken(broken.problem());
      };
    }
  }

  private int predictOnly(@Nullable ContainerEngine engine) {
    try {
      forecast().foretell(options(), engine);
      return CommandLine.ExitCode.OK;
    } catch (EngineException e) {
      return broken(e.problem());
    }
  }

  private BuildOutcome build(ContainerEngine engine) {
    BuildOptions options = options();
    BuildForecast forecast = forecast();
    try {
      forecast.foretell(options, engine);
    } catch (EngineException e) {
      // the build fails for the same reason, and says so
      return build(engine, options, forecast);
    }
    BuildOutcome outcome = build(engine, options, forecast);
    forecast.compare();
    return outcome;
  }

  private BuildForecast forecast() {
    PrintWriter out = spec.commandLine().getOut();
    ForecastPrinter printer =
        switch (progress) {
          case plain -> new ForecastText(out);
          case json -> new ForecastJson(out);
        };
    return new BuildForecast(predictor, printer, predict || predictOnly || classic, classic);
  }

  private int broken(EngineProblem problem) {
    spec.commandLine().getErr().println(Problems.sentence(problem));
    return BROKEN;
  }

  private BuildOutcome build(ContainerEngine engine, BuildOptions options, BuildForecast forecast) {
    PrintWriter out = spec.commandLine().getOut();
    Printer printer =
        switch (progress) {
          case plain -> new PlainProgress(out);
          case json -> new JsonProgress(out);
        };
    CompletableFuture<BuildOutcome> end = new CompletableFuture<>();
    Subscription build =
        new Builds()
            .start(
                engine,
                options,
                new StreamListener<>() {
                  private BuildOutcome outcome = new BuildOutcome.Cancelled();

                  @Override
                  public void onNext(BuildEvent event) {
                    printer.print(event);
                    forecast.add(event);
                    if (event instanceof BuildEvent.Finished finished) {
                      outcome = finished.outcome();
                    }
                  }

                  @Override
                  public void onEnd(@Nullable EngineException failure) {
                    end.complete(outcome);
                  }
                });
    try (ExitGuard _ = new ExitGuard(build, end)) {
      return end.join();
    }
  }

  private BuildOptions options() {
    Map<String, String> arguments = new LinkedHashMap<>();
    buildArgs.forEach(
        (key, value) -> {
          String inherited = value.isEmpty() ? System.getenv(key) : null;
          arguments.put(key, inherited == null ? value : inherited);
        });
    return new BuildOptions(
        folder, dockerfileInside(), tags, target, arguments, noCache, Ownership.PLAIN);
  }

  /// As for docker the path counts from here; one that only exists inside DIR is meant as well.
  private String dockerfileInside() {
    Path file = dockerfile;
    if (file == null) {
      return "Dockerfile";
    }
    Path here = file.toAbsolutePath().normalize();
    Path root = folder.toAbsolutePath().normalize();
    if (Files.exists(here) && !here.startsWith(root)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), Messages.get("build.cli.outside", file, folder));
    }
    return Files.exists(here) ? root.relativize(here).toString() : file.toString();
  }
}
