// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt.Result;
import drydock.messages.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Docker's contexts as its command line keeps them: `config.json` names the current one,
/// `contexts/meta/<sha256 of the name>/meta.json` says where it leads, and `contexts/tls/<sha256>/docker` has its
/// certificates.
final class DockerContexts {
  private static final int MANY = 50;
  private static final int BRIEF = 12;

  private final Path folder;
  private final Set<String> named = new HashSet<>();

  /// @param folder `~/.docker`, or what DOCKER_CONFIG says
  DockerContexts(Path folder) {
    this.folder = folder;
  }

  /// The context that `config.json` calls current; empty for none and for Docker's "default".
  Optional<Candidate> current() {
    Path config = folder.resolve("config.json");
    try {
      String name = Json.text(Json.parse(SmallFile.read(config)), "currentContext");
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
    String id = sha256(name);
    named.add(id);
    return Optional.of(read(id, name, origin));
  }

  /// Every context on this computer that has not been asked for by name, sorted.
  List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    try (DirectoryStream<Path> inside =
        Files.newDirectoryStream(folder.resolve("contexts/meta"), Files::isDirectory)) {
      for (Path one : inside) {
        if (all.size() == MANY) {
          break;
        }
        String id = one.getFileName().toString();
        if (!named.contains(id)) {
          all.add(read(id, "", Endpoint.Origin.CONTEXT));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // no contexts were ever made
    }
    all.sort(Comparator.comparing(candidate -> candidate.endpoint().name()));
    return all;
  }

  /// @param name empty when only its folder is known
  private Candidate read(String id, String name, Endpoint.Origin origin) {
    String known = name.isEmpty() ? id.substring(0, Math.min(id.length(), BRIEF)) : name;
    try {
      JsonNode meta =
          Json.parse(
              SmallFile.read(folder.resolve("contexts/meta").resolve(id).resolve("meta.json")));
      String own = Json.text(meta, "Name");
      String shown = name.isEmpty() && !own.isEmpty() ? own : known;
      JsonNode docker = Json.at(meta, "Endpoints", "docker");
      String host = Json.text(docker, "Host");
      if (host.isEmpty()) {
        return bad(shown, origin, Messages.get("engine.context.noHost"));
      }
      return candidate(new Endpoint(host, origin, shown), id, Json.flag(docker, "SkipTLSVerify"));
    } catch (NoSuchFileException e) {
      return bad(known, origin, Messages.get("engine.context.missing", folder));
    } catch (IOException e) {
      return bad(known, origin, Errors.words(e));
    }
  }

  /// As the docker command does: TLS when the context has certificates or says not to check them, and never for sockets
  /// and pipes.
  private Candidate candidate(Endpoint endpoint, String id, boolean skipVerify) {
    Path certificates = folder.resolve("contexts/tls").resolve(id).resolve("docker");
    boolean any =
        List.of("ca.pem", "cert.pem", "key.pem").stream()
            .anyMatch(file -> Files.exists(certificates.resolve(file)));
    boolean tls = endpoint.uri().startsWith("tcp:") && (any || skipVerify);
    return new Candidate(endpoint, tls ? new Tls(certificates, !skipVerify, false) : null, null);
  }

  private static Candidate bad(String name, Endpoint.Origin origin, String detail) {
    return Candidate.hopeless(new Endpoint("", origin, name), Result.BAD_CONTEXT, detail);
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
