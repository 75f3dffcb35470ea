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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where an engine may listen, best first, in the Docker command line's own order: DOCKER_HOST, DOCKER_CONTEXT, the current
/// context, the usual places of this kind of system. Pure: asks nobody but the context files.
final class Candidates {
  private static final String PIPE = "npipe:////./pipe/";

  private final Map<String, String> env;
  private final Path home;
  private final HostSystem system;

  Candidates(Map<String, String> env, Path home, HostSystem system) {
    this.env = env;
    this.home = home;
    this.system = system;
  }

  /// Each place once, under the first name that it has.
  Collection<Candidate> inOrder() {
    List<Candidate> all = new ArrayList<>();
    String host = variable("DOCKER_HOST");
    if (!host.isEmpty()) {
      all.add(dockerHost(host));
    }
    contexts(all);
    wellKnown().forEach((uri, name) -> all.add(Candidate.of(uri, Origin.WELL_KNOWN, name)));
    Map<String, Candidate> once = new LinkedHashMap<>();
    for (Candidate candidate : all) {
      String uri = candidate.endpoint().uri();
      once.putIfAbsent(uri.isEmpty() ? candidate.endpoint().name() : uri, candidate);
    }
    return once.values();
  }

  private Candidate dockerHost(String host) {
    Endpoint endpoint = new Endpoint(host, Origin.DOCKER_HOST, "DOCKER_HOST");
    boolean tls = !variable("DOCKER_TLS_VERIFY").isEmpty() && !host.startsWith("unix:");
    return tls
        ? Candidate.hopeless(
            endpoint, Result.UNSUPPORTED_SCHEME, Messages.get("engine.endpoint.noTls"))
        : new Candidate(endpoint, null);
  }

  private void contexts(List<Candidate> all) {
    String config = variable("DOCKER_CONFIG");
    String context = variable("DOCKER_CONTEXT");
    DockerContexts contexts;
    try {
      contexts = new DockerContexts(config.isEmpty() ? home.resolve(".docker") : Path.of(config));
    } catch (InvalidPathException e) {
      Endpoint endpoint = new Endpoint("", Origin.CURRENT_CONTEXT, "DOCKER_CONFIG");
      all.add(Candidate.hopeless(endpoint, Result.BAD_CONTEXT, Errors.words(e)));
      return;
    }
    if (!context.isEmpty()) {
      contexts.named(context, Origin.DOCKER_CONTEXT).ifPresent(all::add);
    }
    contexts.current().ifPresent(all::add);
  }

  private Map<String, String> wellKnown() {
    Map<String, String> places = new LinkedHashMap<>();
    switch (system) {
      case WINDOWS -> {
        places.put(PIPE + "docker_engine", "Docker");
        places.put(PIPE + "dockerDesktopLinuxEngine", "Docker Desktop");
        places.put(PIPE + "podman-machine-default", "Podman");
      }
      case MACOS -> {
        places.put(inHome(".docker/run/docker.sock"), "Docker Desktop");
        places.put("unix:///var/run/docker.sock", "Docker");
        places.put(inHome(".orbstack/run/docker.sock"), "OrbStack");
        places.put(inHome(".colima/default/docker.sock"), "Colima");
        places.put(inHome(".rd/docker.sock"), "Rancher Desktop");
        places.put(inHome(".local/share/containers/podman/machine/podman.sock"), "Podman");
      }
      case LINUX -> {
        String runtime = variable("XDG_RUNTIME_DIR");
        if (!runtime.isEmpty()) {
          places.put("unix://" + runtime + "/docker.sock", "rootless Docker");
        }
        places.put("unix:///var/run/docker.sock", "Docker");
        places.put(inHome(".docker/desktop/docker.sock"), "Docker Desktop");
        if (!runtime.isEmpty()) {
          places.put("unix://" + runtime + "/podman/podman.sock", "Podman");
        }
        places.put("unix:///run/podman/podman.sock", "Podman as root");
      }
    }
    return places;
  }

  private String inHome(String path) {
    return "unix://" + home.resolve(path);
  }

  private String variable(String name) {
    return env.getOrDefault(name, "").strip();
  }
}
