// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;
import drydock.messages.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an engine may listen, best first: what the person chose in Drydock, then in the Docker command line's own order
/// DOCKER_HOST, DOCKER_CONTEXT and the current context, then all other contexts, then the usual places of this kind of
/// system. Pure: reads Docker's files and looks where links lead, but connects to nobody.
final class Candidates {
  private final Map<String, String> env;
  private final Path home;
  private final WellKnown wellKnown;

  Candidates(Map<String, String> env, Path home, HostSystem system) {
    this(env, home, system, Path.of("/"));
  }

  /// @param root the top of the file system, "/" but in tests
  Candidates(Map<String, String> env, Path home, HostSystem system, Path root) {
    this.env = env;
    this.home = home;
    wellKnown = new WellKnown(env, home, system, root);
  }

  /// Each place once, under the first name that it has.
  ///
  /// @param preferred the URI of the endpoint chosen in Drydock; null without a choice
  List<Candidate> inOrder(@Nullable String preferred) {
    List<Candidate> all = new ArrayList<>();
    String host = variable("DOCKER_HOST");
    if (!host.isEmpty()) {
      all.add(named(host, Origin.DOCKER_HOST, "DOCKER_HOST"));
    }
    contexts(all);
    wellKnown.places().forEach((uri, name) -> all.add(Candidate.of(uri, Origin.WELL_KNOWN, name)));
    return once(preferred == null ? all : first(preferred, all));
  }

  /// Puts what the person chose before all others, under the name that it has elsewhere.
  private List<Candidate> first(String preferred, List<Candidate> all) {
    List<Candidate> ordered =
        new ArrayList<>(all.stream().filter(c -> c.endpoint().uri().equals(preferred)).toList());
    if (ordered.isEmpty()) {
      ordered.add(named(preferred, Origin.SETTING, Messages.get("engine.endpoint.chosen")));
    }
    all.stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
    return ordered;
  }

  private static List<Candidate> once(List<Candidate> all) {
    Set<Object> seen = new HashSet<>();
    return all.stream().filter(candidate -> seen.add(place(candidate))).toList();
  }

  /// What makes two candidates the same: the socket that their links lead to, or the same words.
  private static Object place(Candidate candidate) {
    Endpoint endpoint = candidate.endpoint();
    if (endpoint.uri().isEmpty()) {
      return endpoint.name();
    }
    return Address.socket(endpoint.uri())
        .<Object>map(WellKnown::realPath)
        .orElseGet(() -> Map.entry(endpoint.uri(), Optional.ofNullable(candidate.tls())));
  }

  /// An endpoint that no context describes: whether it speaks TLS is said by the environment.
  private Candidate named(String uri, Origin origin, String name) {
    Endpoint endpoint = new Endpoint(uri, origin, name);
    boolean verify = !variable("DOCKER_TLS_VERIFY").isEmpty();
    boolean tls = verify || !variable("DOCKER_TLS").isEmpty();
    if (!tls || !uri.startsWith("tcp:")) {
      return new Candidate(endpoint, null, null);
    }
    try {
      String folder = variable("DOCKER_CERT_PATH");
      Path certificates = folder.isEmpty() ? config() : Path.of(folder);
      return new Candidate(endpoint, new Tls(certificates, verify, verify), null);
    } catch (InvalidPathException e) {
      return Candidate.hopeless(endpoint, Result.TLS_FAILED, Errors.words(e));
    }
  }

  private void contexts(List<Candidate> all) {
    DockerContexts contexts;
    try {
      contexts = new DockerContexts(config());
    } catch (InvalidPathException e) {
      Endpoint endpoint = new Endpoint("", Origin.CURRENT_CONTEXT, "DOCKER_CONFIG");
      all.add(Candidate.hopeless(endpoint, Result.BAD_CONTEXT, Errors.words(e)));
      return;
    }
    String context = variable("DOCKER_CONTEXT");
    if (!context.isEmpty()) {
      contexts.named(context, Origin.DOCKER_CONTEXT).ifPresent(all::add);
    }
    contexts.current().ifPresent(all::add);
    all.addAll(contexts.all());
  }

  private Path config() {
    String config = variable("DOCKER_CONFIG");
    return config.isEmpty() ? home.resolve(".docker") : Path.of(config);
  }

  private String variable(String name) {
    return env.getOrDefault(name, "").strip();
  }
}
