// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ApiVersion;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Tries one endpoint: is somebody there, does it speak the Engine API, in a version that Drydock speaks too?
final class Probe {
  /// How long an engine may take to say that it is there.
  private static final Duration PING_LIMIT = Duration.ofSeconds(2);

  /// The same with TLS, whose greeting goes to and fro several times, and takes its time when Java does it first.
  private static final Duration TLS_PING_LIMIT = Duration.ofSeconds(4);

  /// How long the whole try may take: `/info` of an engine that works hard is slow.
  private static final Duration LIMIT = Duration.ofSeconds(8);

  /// How long an engine that answers nothing is listened to for its reason.
  private static final Duration REFUSAL_LIMIT = Duration.ofMillis(500);

  /// @param engine null unless the result is ANSWERED; whoever takes it closes it
  record Outcome(EndpointAttempt attempt, @Nullable DockerEngine engine) {}

  private final Candidate candidate;
  private final long start = System.nanoTime();

  private Probe(Candidate candidate) {
    this.candidate = candidate;
  }

  static Outcome of(Candidate candidate) {
    EndpointAttempt verdict = candidate.verdict();
    if (verdict != null) {
      return new Outcome(verdict, null);
    }
    Probe probe = new Probe(candidate);
    return Address.parse(candidate.endpoint().uri(), candidate.tls() != null)
        .map(probe::connect)
        .orElseGet(() -> probe.failed(Unsupported.verdict(candidate.endpoint().uri())));
  }

  private Outcome connect(URI address) {
    DockerHttp http = null;
    try {
      Presence.check(address, PING_LIMIT);
      http = DockerHttp.connect(address, candidate.tls());
      Outcome outcome = talk(http);
      if (outcome.engine() != null) {
        http = null; // the engine's own now
      }
      return outcome;
    } catch (IOException | RuntimeException e) {
      return failed(refusal(address, e));
    } finally {
      if (http != null) {
        http.close();
      }
    }
  }

  private Verdict refusal(URI address, Exception failure) {
    Verdict verdict = Verdict.of(failure, candidate);
    Tls tls = candidate.tls();
    if (tls == null || verdict.result() != Result.BAD_ANSWER) {
      return verdict;
    }
    try {
      SSLException refusal = TlsTunnel.refusal(address, tls.context(), REFUSAL_LIMIT);
      return refusal == null ? verdict : Verdict.of(refusal, candidate);
    } catch (TlsException e) {
      return Verdict.of(e, candidate); // the files have just changed
    }
  }

  private Outcome talk(DockerHttp http) throws IOException {
    Duration pingLimit = candidate.tls() == null ? PING_LIMIT : TLS_PING_LIMIT;
    DockerHttp.Answer ping = http.fetch(Call.get("", "/_ping").within(pingLimit));
    if (ping.status() != 200) {
      return failed(Verdict.of(ping));
    }
    DockerHttp.Answer version = http.fetch(Call.get("", "/version").within(left()));
    if (version.status() != 200) {
      return failed(Verdict.of(version));
    }
    JsonNode versions = Json.parse(version.body());
    Optional<ApiVersion> newest = ApiVersion.parse(Json.text(versions, "ApiVersion"));
    if (newest.isEmpty()) {
      return failed(new Verdict(Result.BAD_ANSWER, Messages.get("engine.endpoint.noEngine")));
    }
    ApiVersion oldest =
        ApiVersion.parse(Json.text(versions, "MinAPIVersion")).orElse(ApiVersion.OLDEST);
    EngineInfo.Api api = new EngineInfo.Api(spoken(newest.get()), oldest, newest.get());
    String range = Json.text(versions, "Version") + ", API " + oldest + "–" + newest.get();
    Optional<Result> unfit = unfit(api, ping, versions);
    if (unfit.isPresent()) {
      return failed(new Verdict(unfit.get(), range));
    }
    DockerHttp versioned = http.version(api.negotiated().toString());
    Instant sent = Instant.now();
    DockerHttp.Answer answer = versioned.fetch(Call.get("", "/info").within(left()));
    Instant received = Instant.now();
    if (answer.status() != 200) {
      return failed(Verdict.of(answer));
    }
    JsonNode info = Json.parse(answer.body());
    Duration skew = InfoJson.clockSkew(info, sent, received);
    Tls tls = candidate.tls();
    Endpoint endpoint = tls == null ? candidate.endpoint() : candidate.endpoint().with(tls.files());
    EngineInfo read = InfoJson.read(endpoint, api, ping::header, versions, info, skew);
    return new Outcome(
        new EndpointAttempt(candidate.endpoint(), Result.ANSWERED, range, read),
        new DockerEngine(versioned, read));
  }

  private static ApiVersion spoken(ApiVersion newest) {
    return newest.compareTo(ApiVersion.NEWEST) > 0 ? ApiVersion.NEWEST : newest;
  }

  /// Why Drydock cannot work with an engine that answers well.
  private static Optional<Result> unfit(
      EngineInfo.Api api, DockerHttp.Answer ping, JsonNode versions) {
    if (Json.text(versions, "Os").equals("windows") || ping.header("Ostype").equals("windows")) {
      return Optional.of(Result.WINDOWS_CONTAINERS);
    }
    if (api.newest().compareTo(ApiVersion.OLDEST) < 0) {
      return Optional.of(Result.TOO_OLD);
    }
    return api.oldest().compareTo(ApiVersion.NEWEST) > 0
        ? Optional.of(Result.TOO_NEW)
        : Optional.empty();
  }

  private Duration left() {
    Duration left = LIMIT.minusNanos(System.nanoTime() - start);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  private Outcome failed(Verdict verdict) {
    return new Outcome(
        new EndpointAttempt(candidate.endpoint(), verdict.result(), verdict.detail()), null);
  }
}
