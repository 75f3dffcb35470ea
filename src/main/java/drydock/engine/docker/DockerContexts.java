// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt.Result;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Docker's contexts as its command line keeps them: `config.json` names the current one, and
/// `contexts/meta/<sha256 of the name>/meta.json` says where it leads.
final class DockerContexts {
  private static final int FILE_LIMIT = 1 << 20;

  private final Path folder;

  /// @param folder `~/.docker`, or what DOCKER_CONFIG says
  DockerContexts(Path folder) {
    this.folder = folder;
  }

  /// The context that `config.json` calls current; empty for none and for Docker's "default".
  Optional<Candidate> current() {
    Path config = folder.resolve("config.json");
    try {
      String name = Json.text(read(config), "currentContext");
      return name.isEmpty() ? Optional.empty() : named(name, Endpoint.Origin.CURRENT_CONTEXT);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(bad(config.toString(), Endpoint.Origin.CURRENT_CONTEXT, Errors.words(e)));
    }
  }

  /// The endpoint of a context; empty for "default", which is no context but the usual place.
  Optional<Candidate> named(String name, Endpoint.Origin origin) {
    if (name.equals("default")) {
      return Optional.empty();
    }
    Path context = Path.of("contexts", "meta", sha256(name), "meta.json");
    try {
      JsonNode docker = Json.at(read(folder.resolve(context)), "Endpoints", "docker");
      String host = Json.text(docker, "Host");
      if (host.isEmpty()) {
        return Optional.of(bad(name, origin, Messages.get("engine.context.noHost")));
      }
      Endpoint endpoint = new Endpoint(host, origin, name);
      boolean tls = Files.isDirectory(folder.resolve(Path.of("contexts", "tls", sha256(name))));
      return Optional.of(
          tls
              ? Candidate.hopeless(
                  endpoint, Result.UNSUPPORTED_SCHEME, Messages.get("engine.endpoint.noTls"))
              : new Candidate(endpoint, null));
    } catch (NoSuchFileException e) {
      return Optional.of(bad(name, origin, Messages.get("engine.context.missing", folder)));
    } catch (IOException e) {
      return Optional.of(bad(name, origin, Errors.words(e)));
    }
  }

  private static Candidate bad(String name, Endpoint.Origin origin, String detail) {
    return Candidate.hopeless(new Endpoint("", origin, name), Result.BAD_CONTEXT, detail);
  }

  private static JsonNode read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FILE_LIMIT + 1);
      if (bytes.length > FILE_LIMIT) {
        throw new DockerHttp.TooLarge(FILE_LIMIT);
      }
      return Json.parse(bytes);
    }
  }

  private static String sha256(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
