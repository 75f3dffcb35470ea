// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.Stats;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what stands under containers and what they weigh: the kernel that each of ours sees, and
/// one measurement of each.
public final class StackReader {
  /// More containers than a picture shows.
  public static final int MOST = 40;

  private static final Duration MOST_TIME = Duration.ofSeconds(5);
  private static final List<String> UNAME = List.of("uname", "-r");

  private final Clock clock;

  public StackReader(Clock clock) {
    this.clock = clock;
  }

  /// What was read, by container; of what cannot be told there is no measurement.
  public record Reading(Map<String, InnerKernel> kernels, Map<String, Stats> stats) {
    public static final Reading NOTHING = new Reading(Map.of(), Map.of());

    public Reading {
      kernels = Map.copyOf(kernels);
      stats = Map.copyOf(stats);
    }
  }

  /// Blocks for as long as the engine takes, at most some seconds for the measurements.
  ///
  /// @param containers of which the first [#MOST] are read
  /// @param before the reading before: what a container once told of its kernel stays as it is
  /// @throws EngineException when the engine cannot be asked at all
  public Reading read(ContainerEngine engine, List<Container> containers, Reading before) {
    List<Container> read = containers.stream().limit(MOST).toList();
    Map<String, InnerKernel> kernels = new HashMap<>();
    for (Container container : read) {
      InnerKernel known = before.kernels().get(container.id());
      kernels.put(
          container.id(), known != null && known.lasts() ? known : kernel(engine, container));
    }
    return new Reading(kernels, Measurements.of(engine, read));
  }

  private InnerKernel kernel(ContainerEngine engine, Container container) {
    if (!container.ours()) {
      return InnerKernel.none(InnerKernel.Outcome.NOT_OURS, clock.instant());
    }
    if (!container.running()) {
      return InnerKernel.none(InnerKernel.Outcome.NOT_RUNNING, clock.instant());
    }
    try {
      ExecResult answer = engine.containers().execute(container.id(), UNAME, MOST_TIME);
      String release = answer.stdout().strip();
      return answer.exitCode() == 0 && !release.isEmpty() && release.length() < 200
          ? new InnerKernel(InnerKernel.Outcome.READ, release, clock.instant())
          : InnerKernel.none(InnerKernel.Outcome.NO_COMMAND, clock.instant());
    } catch (EngineException e) {
      return InnerKernel.none(outcome(e), clock.instant());
    }
  }

  /// @throws EngineException when it is the engine that is gone
  private static InnerKernel.Outcome outcome(EngineException e) {
    return switch (e.problem()) {
      case EngineProblem.NotFound _, EngineProblem.Conflict _ -> InnerKernel.Outcome.NOT_RUNNING;
      case EngineProblem.NotOurs _ -> InnerKernel.Outcome.NOT_OURS;
      case EngineProblem.Unreachable _, EngineProblem.ConnectionLost _ -> throw e;
      case EngineProblem.TimedOut _,
          EngineProblem.Failed _,
          EngineProblem.BadAnswer _,
          EngineProblem.Unsupported _,
          EngineProblem.NotRecorded _,
          EngineProblem.PortUnavailable _,
          EngineProblem.PullFailed _,
          EngineProblem.DiskFull _,
          EngineProblem.BadContext _,
          EngineProblem.BadArchive _,
          EngineProblem.LocalFile _ ->
          InnerKernel.Outcome.FAILED;
    };
  }
}
