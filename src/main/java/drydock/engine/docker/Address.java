// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Docker's notation of an endpoint as the transport wants it.
final class Address {
  private static final int PLAIN_PORT = 2375;
  private static final int TLS_PORT = 2376;

  /// The docker command takes DOCKER_HOST=box:2375 as well.
  private static final Pattern HOST_AND_PORT = Pattern.compile("[\\w.-]+:\\d{1,5}");

  private static final String UNIX = "unix://";

  private Address() {}

  /// Empty for what Drydock cannot talk to: `ssh://`, `https://`, no scheme at all.
  static Optional<URI> parse(String endpoint) {
    return parse(endpoint, false);
  }

  /// @param tls whether TLS is spoken there, which has another usual port
  static Optional<URI> parse(String endpoint, boolean tls) {
    int colon = endpoint.indexOf("://");
    if (colon < 0) {
      return HOST_AND_PORT.matcher(endpoint).matches()
          ? parse("tcp://" + endpoint, tls)
          : Optional.empty();
    }
    String scheme = endpoint.substring(0, colon);
    String rest = endpoint.substring(colon + "://".length());
    try {
      return switch (scheme) {
        // a path may have blanks and the like, which a URI has to quote
        case "unix" -> rest.startsWith("/") ? of(scheme, rest) : Optional.empty();
        case "npipe" -> of(scheme, "//" + rest.replace('\\', '/').replaceFirst("^/+", ""));
        case "tcp", "http" -> tcp(new URI("tcp://" + rest), tls ? TLS_PORT : PLAIN_PORT);
        default -> Optional.empty();
      };
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The file of a Unix socket; empty for all other endpoints.
  static Optional<Path> socket(String endpoint) {
    try {
      return endpoint.startsWith(UNIX + "/")
          ? Optional.of(Path.of(endpoint.substring(UNIX.length())))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static String ofSocket(Path socket) {
    return UNIX + socket;
  }

  private static Optional<URI> of(String scheme, String path) throws URISyntaxException {
    return Optional.of(new URI(scheme, "", path, null));
  }

  private static Optional<URI> tcp(URI uri, int usualPort) throws URISyntaxException {
    if (uri.getHost() == null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? usualPort : uri.getPort();
    return Optional.of(new URI("tcp", null, uri.getHost(), port, uri.getPath(), null, null));
  }
}
