// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EndpointAttempt.Result;
import drydock.messages.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;

/// What a try that failed is called, and in whose words.
record Verdict(Result result, String detail) {
  private static final int SHORT = 300;

  /// What the docker command makes of an empty 500, which Docker Desktop sends; some proxies say it themselves.
  private static final String NOT_READY = "check if the server supports";

  Verdict {
    detail = detail.strip();
    detail = detail.length() <= SHORT ? detail : detail.substring(0, SHORT) + "…";
  }

  /// An answer that is no 200.
  static Verdict of(DockerHttp.Answer answer) {
    int status = answer.status();
    String message = Errors.message(answer.body());
    Result result =
        switch (status) {
          case 400 -> badRequest(answer.body(), message);
          case 401, 403 -> Result.PERMISSION_DENIED;
          case 500 ->
              message.isEmpty() || message.toLowerCase(Locale.ROOT).contains(NOT_READY)
                  ? Result.STARTING
                  : Result.BAD_ANSWER;
          case 502, 503, 504 -> Result.STARTING;
          default -> Result.BAD_ANSWER;
        };
    return result == Result.TLS_FAILED
        ? new Verdict(result, Messages.get("engine.tls.wanted"))
        : new Verdict(result, status + " " + message);
  }

  /// Docker names the side that is behind; Docker Desktop may send a stub of JSON instead of words.
  private static Result badRequest(byte[] body, String message) {
    String said = message.toLowerCase(Locale.ROOT);
    if (said.contains("is too new")) {
      return Result.TOO_OLD; // our version is, for an engine that is not
    }
    if (said.contains("is too old") || isStub(body)) {
      return Result.TOO_NEW;
    }
    return said.contains("https") ? Result.TLS_FAILED : Result.BAD_ANSWER;
  }

  private static boolean isStub(byte[] body) {
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      return true;
    }
    try {
      JsonNode json = Json.parse(body);
      return json.isObject() && Json.text(json, "message").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /// No answer at all.
  static Verdict of(Throwable failure, Candidate candidate) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof TlsException tls) {
        return new Verdict(Result.TLS_FAILED, Objects.toString(tls.getMessage(), ""));
      }
      if (e instanceof SSLException && candidate.tls() != null) {
        return new Verdict(
            Result.TLS_FAILED, TlsReason.of(failure, candidate.tls(), candidate.endpoint().uri()));
      }
    }
    return failure instanceof NoSuchFileException missing
        ? new Verdict(Result.NOT_FOUND, Objects.toString(missing.getReason(), ""))
        : new Verdict(classify(failure), Errors.words(failure));
  }

  static Result classify(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable e = failure; e != null; e = e.getCause()) {
      switch (e) {
        case SocketTimeoutException _ -> {
          return Result.TIMED_OUT;
        }
        case UnknownHostException _, NoRouteToHostException _, NoSuchFileException _ -> {
          return Result.NOT_FOUND;
        }
        case AccessDeniedException _ -> {
          return Result.PERMISSION_DENIED;
        }
        default -> words.append(' ').append(e.getMessage());
      }
    }
    String said = words.toString().toLowerCase(Locale.ROOT);
    if (said.contains("permission denied")
        || said.contains("access is denied")
        || said.contains("operation not permitted")) {
      return Result.PERMISSION_DENIED;
    }
    if (said.contains("unreachable") || said.contains("no such file")) {
      return Result.NOT_FOUND;
    }
    return failure instanceof ConnectException || said.contains("connection refused")
        ? Result.REFUSED
        : Result.BAD_ANSWER;
  }
}
