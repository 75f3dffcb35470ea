// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Finds the engine to talk to. Nothing is remembered between two searches: variables stay, but sockets, pipes and the
/// current context come and go.
public final class EngineFinder {
  private final Candidates candidates;
  private final @Nullable String preferred;

  /// @param env the environment: DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG, DOCKER_TLS_VERIFY, DOCKER_TLS,
  ///   DOCKER_CERT_PATH, XDG_RUNTIME_DIR, TMPDIR
  public EngineFinder(Map<String, String> env, Path home, HostSystem system) {
    this(new Candidates(env, home, system), null);
  }

  private EngineFinder(Candidates candidates, @Nullable String preferred) {
    this.candidates = candidates;
    this.preferred = preferred;
  }

  /// For this process, this person, this computer.
  public static EngineFinder ofThisSystem() {
    return new EngineFinder(
        System.getenv(), Path.of(System.getProperty("user.home")), HostSystem.current());
  }

  /// The same, with one endpoint before all others unless a search names another one.
  ///
  /// @param uri as in [drydock.engine.Endpoint#uri]; null for no preference
  public EngineFinder preferring(@Nullable String uri) {
    return new EngineFinder(candidates, uri);
  }

  /// What a search found.
  ///
  /// @param engine the first that answered, open, the caller's to close; null when none did
  /// @param attempts every endpoint in order of preference, with what became of it
  public record Found(@Nullable DockerEngine engine, List<EndpointAttempt> attempts) {
    public Found {
      attempts = List.copyOf(attempts);
    }

    /// The engines that there are to choose from, each once, best first; each attempt has its [EndpointAttempt#engine].
    public List<EndpointAttempt> choice() {
      return attempts.stream().filter(a -> a.result() == Result.ANSWERED).toList();
    }
  }

  /// Tries every endpoint at the same time. Takes a few milliseconds when each answers or fails at once, two seconds when
  /// one does not answer, and never more than about ten.
  public Found find() {
    return find(null);
  }

  /// As [#find()], with one endpoint before all others.
  ///
  /// @param uri the URI of the endpoint that the person chose; null for what [#preferring] said
  public Found find(@Nullable String uri) {
    List<Probe.Outcome> outcomes = probe(candidates.inOrder(uri == null ? preferred : uri));
    DockerEngine first = null;
    Map<List<String>, String> seen = new HashMap<>();
    List<EndpointAttempt> attempts = new ArrayList<>();
    for (Probe.Outcome outcome : outcomes) {
      EndpointAttempt attempt = outcome.attempt();
      EngineInfo info = attempt.engine();
      String before =
          info == null || info.id().isEmpty()
              ? null
              : seen.putIfAbsent(List.of(info.id(), info.name()), attempt.endpoint().uri());
      attempts.add(
          before == null
              ? attempt
              : new EndpointAttempt(attempt.endpoint(), Result.SAME_ENGINE, before));
      DockerEngine engine = outcome.engine();
      if (engine != null && first == null) {
        first = engine;
      } else if (engine != null) {
        engine.close();
      }
    }
    return new Found(first, attempts);
  }

  /// All at the same time, each within its own limits.
  private static List<Probe.Outcome> probe(List<Candidate> all) {
    AtomicReferenceArray<Probe.Outcome> outcomes = new AtomicReferenceArray<>(all.size());
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine probe").factory())) {
      for (int i = 0; i < all.size(); i++) {
        int place = i;
        threads.execute(() -> outcomes.set(place, Probe.of(all.get(place))));
      }
    } // waits; an interruption of this thread ends each probe as a failed one
    List<Probe.Outcome> ended = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ended.add(Objects.requireNonNull(outcomes.get(i)));
    }
    return ended;
  }
}
