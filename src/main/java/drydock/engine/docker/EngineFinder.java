// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Finds the engine to talk to. Nothing is remembered between two searches: variables stay, but sockets, pipes and the
/// current context come and go.
public final class EngineFinder {
  private final Candidates candidates;

  /// @param env the environment: DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG, XDG_RUNTIME_DIR, DOCKER_TLS_VERIFY
  public EngineFinder(Map<String, String> env, Path home, HostSystem system) {
    candidates = new Candidates(env, home, system);
  }

  /// For this process, this person, this computer.
  public static EngineFinder ofThisSystem() {
    return new EngineFinder(
        System.getenv(), Path.of(System.getProperty("user.home")), HostSystem.current());
  }

  /// What a search found.
  ///
  /// @param engine the first that answered, open, the caller's to close; null when none did
  /// @param attempts every endpoint in order of preference, with what became of it
  public record Found(@Nullable DockerEngine engine, List<EndpointAttempt> attempts) {
    public Found {
      attempts = List.copyOf(attempts);
    }
  }

  /// Tries every endpoint at the same time. Takes a few milliseconds when each answers or fails at once, and seconds when
  /// one hangs.
  public Found find() {
    return find(null);
  }

  /// As [#find()], with one endpoint before all others.
  ///
  /// @param preferred the URI of the endpoint that the person chose; null without a choice
  public Found find(@Nullable String preferred) {
    List<Probe.Outcome> outcomes = probeAll();
    DockerEngine first = null;
    List<EndpointAttempt> attempts = new ArrayList<>();
    for (Probe.Outcome outcome : outcomes) {
      attempts.add(outcome.attempt());
      DockerEngine engine = outcome.engine();
      if (engine != null && first == null) {
        first = engine;
      } else if (engine != null) {
        engine.close();
      }
    }
    return new Found(first, attempts);
  }

  private List<Probe.Outcome> probeAll() {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine probe").factory())) {
      List<Candidate> all = List.copyOf(candidates.inOrder());
      List<Future<Probe.Outcome>> asked = new ArrayList<>();
      for (Candidate candidate : all) {
        asked.add(threads.submit(() -> Probe.of(candidate)));
      }
      List<Probe.Outcome> outcomes = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        outcomes.add(outcome(all.get(i), asked.get(i)));
      }
      return outcomes;
    }
  }

  private static Probe.Outcome outcome(Candidate candidate, Future<Probe.Outcome> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Probe.Outcome(
          new EndpointAttempt(candidate.endpoint(), Result.TIMED_OUT, "interrupted"), null);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
