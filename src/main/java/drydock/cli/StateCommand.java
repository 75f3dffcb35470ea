// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.EndpointAttempt;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.StateChange;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import drydock.engine.replay.Replay;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `drydock state`: the engine as the window's pictures and goals see it.
@Command(
    name = "state",
    description = {
      "Shows what Drydock knows of the engine: containers, images, networks and volumes.",
      "With --watch also each change from then on, a line each, until Ctrl-C. Without an engine it"
          + " then waits for one."
    },
    footer = {
      "",
      "The JSON has engine, at, and images, containers, networks and volumes as objects by id"
          + " (volumes by name). With --watch each line is an object with event (found, foundAgain,"
          + " lost, born, changed, gone) and at; found and foundAgain have state, the last three"
          + " kind and object, changed also before."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the state was shown; with --watch, nobody reads it any more",
      "1:no engine answers",
      "2:wrong arguments",
      "130:ended with Ctrl-C"
    })
final class StateCommand implements Callable<Integer> {
  private final EngineFinder finder;

  @Option(names = "--json", description = "Writes JSON instead of text.")
  private boolean json;

  @Option(names = "--watch", description = "Goes on with a line for each change.")
  private boolean watch;

  @Mixin private RecordingOptions recorded = new RecordingOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  StateCommand(EngineFinder finder) {
    this.finder = finder;
  }

  @Override
  public Integer call() {
    try {
      Optional<Replay> replay = recorded.replay();
      return replay.isPresent() ? past(replay.get()) : live();
    } catch (Unreadable e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int past(Replay replay) {
    if (watch) {
      throw new ParameterException(spec.commandLine(), Messages.get("cli.recording.noWatch"));
    }
    if (!(replay.status() instanceof EngineStatus.Ready ready)) {
      spec.commandLine().getErr().println(Messages.get("cli.recording.noEngineThen"));
      return CommandLine.ExitCode.SOFTWARE;
    }
    printer().once(ready.state());
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private StatePrinter printer() {
    PrintWriter out = spec.commandLine().getOut();
    return json ? new StateJson(out) : new StateText(out, ZoneId.systemDefault());
  }

  private int live() {
    try (DockerMonitor monitor = new DockerMonitor(finder)) {
      Follower follower = new Follower();
      monitor.subscribe(follower::see);
      return follower.end.join();
    }
  }

  /// Takes in each status, on a thread of the monitor's.
  private final class Follower {
    private final PrintWriter out = spec.commandLine().getOut();
    private final PrintWriter err = spec.commandLine().getErr();
    private final StatePrinter printer = printer();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private @Nullable EngineState last;
    private boolean lost;

    void see(EngineStatus status) {
      try {
        switch (status) {
          case EngineStatus.Searching _ -> {}
          case EngineStatus.Unavailable unavailable -> unavailable(unavailable.attempts());
          case EngineStatus.Ready ready -> ready(ready.state());
        }
        if (out.checkError()) {
          end.complete(CommandLine.ExitCode.OK);
        }
      } catch (RuntimeException e) {
        end.completeExceptionally(e);
      }
    }

    private void unavailable(List<EndpointAttempt> attempts) {
      if (!watch) {
        err.println(Problems.sentence(new EngineProblem.Unreachable(attempts)));
        end.complete(CommandLine.ExitCode.SOFTWARE);
      } else if (last == null && !lost) {
        err.println(Problems.sentence(new EngineProblem.Unreachable(attempts)));
        err.println(Messages.get("state.waiting"));
      } else if (!lost) {
        printer.lost(Instant.now(), attempts);
      }
      lost = true;
    }

    private void ready(EngineState state) {
      EngineState before = last;
      if (!watch) {
        printer.once(state);
        end.complete(CommandLine.ExitCode.OK);
      } else if (before == null || !before.info().id().equals(state.info().id())) {
        printer.found(state);
      } else {
        if (lost || !before.info().equals(state.info())) {
          printer.foundAgain(state);
        }
        StateChange.between(before, state).forEach(c -> printer.changed(state.at(), c));
      }
      last = state;
      lost = false;
    }
  }
}
