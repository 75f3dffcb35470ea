// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Docker's notation of an endpoint as the transport wants it.
final class Address {
  private static final int USUAL_PORT = 2375;

  private Address() {}

  /// Empty for what Drydock cannot talk to: `ssh://`, `https://`, no scheme at all.
  static Optional<URI> parse(String endpoint) {
    int colon = endpoint.indexOf("://");
    if (colon < 0) {
      return Optional.empty();
    }
    String scheme = endpoint.substring(0, colon);
    String rest = endpoint.substring(colon + "://".length());
    try {
      return switch (scheme) {
        // a path may have blanks and the like, which a URI has to quote
        case "unix" -> rest.startsWith("/") ? of(scheme, rest) : Optional.empty();
        case "npipe" -> of(scheme, "//" + rest.replace('\\', '/').replaceFirst("^/+", ""));
        case "tcp", "http" -> tcp(new URI("tcp://" + rest));
        default -> Optional.empty();
      };
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> of(String scheme, String path) throws URISyntaxException {
    return Optional.of(new URI(scheme, "", path, null));
  }

  private static Optional<URI> tcp(URI uri) throws URISyntaxException {
    if (uri.getHost() == null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    return Optional.of(new URI("tcp", null, uri.getHost(), port, uri.getPath(), null, null));
  }
}
