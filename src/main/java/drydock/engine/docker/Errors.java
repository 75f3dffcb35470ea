// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what went wrong with a request into an [EngineProblem].
final class Errors {
  private static final int LONGEST = 2000;
  private static final Pattern PORT =
      Pattern.compile(
          "port is already allocated|ports are not available|address already in use|failed to bind"
              + " (host )?port|bind: permission denied|access a socket in a way forbidden");

  private static final Pattern DISK_FULL =
      Pattern.compile("no space left on device|not enough space|disk quota exceeded");

  /// What a request about two things says of the one that is missing.
  private static final Pattern MISSING =
      Pattern.compile("(?i)No such (container): (\\S+)|(network) (\\S+) not found");

  private Errors() {}

  /// The connection failed, or what came over it was no answer.
  static EngineException lost(Call call, IOException e) {
    EngineProblem problem =
        switch (e) {
          case DockerHttp.TooLarge _ -> new EngineProblem.BadAnswer(call.doing(), words(e));
          case DockerHttp.TooLate _ -> new EngineProblem.TimedOut(call.doing(), call.limit());
          default -> new EngineProblem.ConnectionLost(call.doing(), words(e));
        };
    return new EngineException(problem, e);
  }

  /// The engine answered with an error status.
  static EngineException refused(Call call, int status, byte[] body) {
    return new EngineException(problem(call, status, message(body)));
  }

  private static EngineProblem problem(Call call, int status, String message) {
    if (status == 404) {
      Matcher missing = MISSING.matcher(message);
      if (!call.kind().isEmpty()) {
        return new EngineProblem.NotFound(call.kind(), call.name());
      }
      if (missing.find()) {
        return missing.group(1) != null
            ? new EngineProblem.NotFound("container", missing.group(2))
            : new EngineProblem.NotFound("network", missing.group(4));
      }
    }
    if (PORT.matcher(message.toLowerCase(Locale.ROOT)).find()) {
      return new EngineProblem.PortUnavailable(call.doing(), message);
    }
    if (diskFull(message)) {
      return new EngineProblem.DiskFull(call.doing(), message);
    }
    return inTheWay(status, message)
        ? new EngineProblem.Conflict(call.doing(), message)
        : new EngineProblem.Failed(call.doing(), status, message);
  }

  /// Networks say 403 of what cannot be as things are, and 500 of a container that was disconnected
  /// already.
  private static boolean inTheWay(int status, String message) {
    return status == 409 || status == 403 || message.contains(" is not connected to ");
  }

  /// Whether an engine's or a builder's words say that its disk is full.
  static boolean diskFull(String message) {
    return DISK_FULL.matcher(message.toLowerCase(Locale.ROOT)).find();
  }

  /// A line of the answer to a pull or a load, which tells of a failure in its midst.
  ///
  /// @param refused what a failure of the engine's means here, of its own words
  static JsonNode progress(String doing, String line, Function<String, EngineProblem> refused) {
    JsonNode node;
    try {
      node = Json.parse(line);
    } catch (JsonProcessingException e) {
      throw new EngineException(new EngineProblem.BadAnswer(doing, words(e)), e);
    }
    String error = inStream(node);
    if (!error.isEmpty()) {
      throw new EngineException(
          diskFull(error) ? new EngineProblem.DiskFull(doing, error) : refused.apply(error));
    }
    return node;
  }

  /// What a line of a stream says went wrong; empty when it says no such thing.
  static String inStream(JsonNode line) {
    String message = Json.text(line, "errorDetail", "message");
    if (!message.isEmpty()) {
      return cut(message);
    }
    return line.has("error") || line.has("errorDetail")
        ? cut(line.path("error").isTextual() ? Json.text(line, "error") : line.toString())
        : "";
  }

  /// The engine's `message`, or the beginning of whatever it sent instead.
  static String message(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    try {
      String message = Json.text(Json.parse(body), "message");
      return cut(message.isEmpty() ? text : message);
    } catch (IOException e) {
      return cut(text); // proxies and half-started engines answer in plain text
    }
  }

  /// The innermost words of an exception, for the end of a sentence.
  static String words(Throwable e) {
    Throwable inner = e;
    for (int i = 0; i < 10 && inner.getCause() != null; i++) {
      inner = inner.getCause();
    }
    String message = inner.getMessage();
    return message == null || message.isBlank() ? wordless(inner) : cut(message);
  }

  private static String wordless(Throwable e) {
    return switch (e) {
      case InterruptedException _, ClosedByInterruptException _ ->
          Messages.get("engine.answer.interrupted");
      case ClosedChannelException _, EOFException _ -> Messages.get("engine.answer.closed");
      default -> e.getClass().getSimpleName();
    };
  }

  /// An engine problem in a few words, for an attempt.
  static String detail(EngineProblem problem) {
    return switch (problem) {
      case EngineProblem.Failed p -> p.doing() + ": " + p.status() + " " + p.detail();
      case EngineProblem.BadAnswer p -> p.doing() + ": " + p.detail();
      case EngineProblem.ConnectionLost p -> p.doing() + ": " + p.detail();
      case EngineProblem.Conflict p -> p.doing() + ": " + p.detail();
      case EngineProblem.PortUnavailable p -> p.doing() + ": " + p.detail();
      case EngineProblem.TimedOut p -> p.doing() + ": " + p.limit().toSeconds() + " s";
      case EngineProblem.DiskFull p -> p.doing() + ": " + p.detail();
      case EngineProblem.NotFound p -> p.kind() + " " + p.name();
      case EngineProblem.NotOurs p -> p.kind() + " " + p.name();
      case EngineProblem.PullFailed p -> p.reference() + ": " + p.detail();
      case EngineProblem.LocalFile p -> p.doing() + ": " + p.detail();
      case EngineProblem.BadContext p -> p.path() + ": " + p.detail();
      case EngineProblem.BadArchive p -> p.doing() + ": " + p.detail();
      case EngineProblem.Unsupported p -> p.feature() + ": " + p.reason();
      case EngineProblem.NotRecorded p -> p.doing();
      case EngineProblem.Unreachable _ -> "";
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
