// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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
    return new Reading(kernels, measure(engine, read));
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

  /// One measurement of each that runs, all at the same time: each takes the engine about a second.
  private static Map<String, Stats> measure(ContainerEngine engine, List<Container> containers) {
    Map<String, First> pending = new LinkedHashMap<>();
    List<Subscription> streams = new ArrayList<>();
    Map<String, Stats> measured = new HashMap<>();
    try {
      for (Container container : containers) {
        if (container.running()) {
          First first = new First();
          try {
            streams.add(engine.containers().stats(container.id(), first));
            pending.put(container.id(), first);
          } catch (EngineException e) {
            outcome(e); // of this one there is none
          }
        }
      }
      long until = System.nanoTime() + MOST_TIME.toNanos();
      pending.forEach(
          (container, first) -> {
            Stats stats = first.await(until);
            if (stats != null) {
              measured.put(container, stats);
            }
          });
    } finally {
      streams.forEach(Subscription::close);
    }
    return measured;
  }

  /// The first measurement of a stream.
  private static final class First implements StreamListener<Stats> {
    private final CompletableFuture<@Nullable Stats> answer = new CompletableFuture<>();

    @Override
    public void onNext(Stats stats) {
      answer.complete(stats);
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      answer.complete(null);
    }

    @Nullable Stats await(long until) {
      try {
        return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        return null; // too slow: not told this time
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }
}
