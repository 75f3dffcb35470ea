// SPDX-License-Identifier: Apache-2.0
package drydock.evidence;

import drydock.engine.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The options that lead the docker command to an endpoint.
record DockerOptions(Endpoint endpoint, Terminal terminal) {
  /// Where it goes by itself, unless it was told otherwise.
  private static final Set<String> USUAL =
      Set.of("unix:///var/run/docker.sock", "npipe:////./pipe/docker_engine");

  /// Quoted, in a row; empty when none are needed.
  String text() {
    return words().stream().map(terminal::quote).collect(Collectors.joining(" "));
  }

  private List<String> words() {
    return switch (endpoint.origin()) {
      case CURRENT_CONTEXT, RECORDING -> List.of();
      case DOCKER_CONTEXT, CONTEXT -> List.of("--context", endpoint.name());
      case WELL_KNOWN -> USUAL.contains(endpoint.uri()) ? List.of() : host();
      case SETTING, DOCKER_HOST -> host();
    };
  }

  private List<String> host() {
    List<String> words = new ArrayList<>(List.of("--host", endpoint.uri()));
    Endpoint.Tls tls = endpoint.tls();
    if (tls != null) {
      words.add(tls.verify() ? "--tlsverify" : "--tls");
      file(words, "--tlscacert", tls.authority());
      file(words, "--tlscert", tls.certificate());
      file(words, "--tlskey", tls.key());
    }
    return words;
  }

  private static void file(List<String> words, String option, String path) {
    if (!path.isEmpty()) {
      words.add(option);
      words.add(path);
    }
  }
}
