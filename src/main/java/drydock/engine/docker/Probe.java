// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ApiVersion;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tries one endpoint: is somebody there, does it speak the Engine API, in a version that Drydock speaks too?
final class Probe {
  private static final Duration PING_LIMIT = Duration.ofSeconds(2);
  private static final Duration INFO_LIMIT = Duration.ofSeconds(10);
  private static final int SHORT = 300;

  /// @param engine null unless the result is ANSWERED; whoever takes it closes it
  record Outcome(EndpointAttempt attempt, @Nullable DockerEngine engine) {}

  private final Endpoint endpoint;

  private Probe(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  static Outcome of(Candidate candidate) {
    if (candidate.verdict() != null) {
      return new Outcome(candidate.verdict(), null);
    }
    Probe probe = new Probe(candidate.endpoint());
    Optional<URI> address = Address.parse(candidate.endpoint().uri());
    return address.isEmpty()
        ? probe.failed(Result.UNSUPPORTED_SCHEME, "")
        : probe.connect(address.get());
  }

  private Outcome connect(URI address) {
    DockerHttp http = null;
    try {
      if (absent(address)) {
        return failed(Result.NOT_FOUND, "");
      }
      http = new DockerHttp(address);
      Outcome outcome = talk(http);
      if (outcome.engine() != null) {
        http = null; // the engine's own now
      }
      return outcome;
    } catch (IOException | RuntimeException e) {
      return failed(classify(e), Errors.words(e));
    } finally {
      if (http != null) {
        http.close();
      }
    }
  }

  private Outcome talk(DockerHttp http) throws IOException {
    DockerHttp.Answer ping = http.fetch(Call.get("", "/_ping").within(PING_LIMIT));
    if (ping.status() != 200) {
      return refused(ping);
    }
    DockerHttp.Answer version = http.fetch(Call.get("", "/version").within(INFO_LIMIT));
    if (version.status() != 200) {
      return refused(version);
    }
    JsonNode versions = Json.parse(version.body());
    Optional<ApiVersion> newest = ApiVersion.parse(Json.text(versions, "ApiVersion"));
    if (newest.isEmpty()) {
      return failed(Result.BAD_ANSWER, Messages.get("engine.endpoint.noEngine"));
    }
    ApiVersion oldest =
        ApiVersion.parse(Json.text(versions, "MinAPIVersion")).orElse(ApiVersion.OLDEST);
    String range = Json.text(versions, "Version") + ", API " + oldest + "–" + newest.get();
    if (newest.get().compareTo(ApiVersion.OLDEST) < 0) {
      return failed(Result.TOO_OLD, range);
    }
    if (oldest.compareTo(ApiVersion.NEWEST) > 0) {
      return failed(Result.TOO_NEW, range);
    }
    if (Json.text(versions, "Os").equals("windows")) {
      return failed(Result.WINDOWS_CONTAINERS, range);
    }
    boolean newer = newest.get().compareTo(ApiVersion.NEWEST) > 0;
    ApiVersion chosen = newer ? ApiVersion.NEWEST : newest.get();
    DockerHttp versioned = http.version(chosen.toString());
    DockerHttp.Answer info = versioned.fetch(Call.get("", "/info").within(INFO_LIMIT));
    if (info.status() != 200) {
      return refused(info);
    }
    DockerEngine engine =
        new DockerEngine(
            versioned,
            InfoJson.read(
                endpoint,
                new EngineInfo.Api(chosen, oldest, newest.get()),
                ping.header("Builder-Version"),
                versions,
                Json.parse(info.body())));
    return new Outcome(
        new EndpointAttempt(endpoint, Result.ANSWERED, range, engine.info()), engine);
  }

  private Outcome refused(DockerHttp.Answer answer) {
    Result result =
        switch (answer.status() / 100) {
          case 5 -> Result.STARTING;
          case 4 -> answer.status() == 400 ? Result.TOO_NEW : Result.BAD_ANSWER;
          default -> Result.BAD_ANSWER;
        };
    return failed(result, answer.status() + " " + Errors.message(answer.body()));
  }

  private Outcome failed(Result result, String detail) {
    String brief = detail.length() <= SHORT ? detail : detail.substring(0, SHORT) + "…";
    return new Outcome(new EndpointAttempt(endpoint, result, brief), null);
  }

  /// Whether nothing lies where the socket or the pipe should be. Looked at beforehand, because the transport tries a
  /// missing pipe for ten seconds, and says of a socket that fails less than the system does.
  private static boolean absent(URI address) throws IOException {
    return switch (address.getScheme()) {
      case "unix" -> absentSocket(Path.of(address.getPath()));
      case "npipe" -> absentPipe(address.getPath());
      default -> false;
    };
  }

  private static boolean absentSocket(Path socket) throws IOException {
    if (Files.notExists(socket)) {
      return true;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
    }
    return false;
  }

  /// Lists the pipes: a look at the pipe itself would open it.
  private static boolean absentPipe(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String[] pipes = new File("\\\\.\\pipe\\").list();
    return pipes == null || Arrays.stream(pipes).noneMatch(name::equalsIgnoreCase);
  }

  static Result classify(Throwable failure) {
    String words = "";
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SocketTimeoutException) {
        return Result.TIMED_OUT;
      }
      if (e instanceof UnknownHostException || e instanceof NoRouteToHostException) {
        return Result.NOT_FOUND;
      }
      words += " " + e.getMessage();
    }
    String said = words.toLowerCase(Locale.ROOT);
    if (said.contains("permission denied") || said.contains("access is denied")) {
      return Result.PERMISSION_DENIED;
    }
    if (failure instanceof ConnectException || said.contains("connection refused")) {
      return Result.REFUSED;
    }
    return Result.BAD_ANSWER;
  }
}
