// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Turns what went wrong with a request into an [EngineProblem].
final class Errors {
  private static final int LONGEST = 2000;
  private static final Pattern PORT =
      Pattern.compile(
          "port is already allocated|ports are not available|address already in use"
              + "|failed to bind (host )?port|bind: permission denied|access a socket in a way forbidden");

  private Errors() {}

  /// The connection failed, or what came over it was no answer.
  static EngineException lost(Call call, IOException e) {
    EngineProblem problem =
        e instanceof DockerHttp.TooLarge
            ? new EngineProblem.BadAnswer(call.doing(), words(e))
            : new EngineProblem.ConnectionLost(call.doing(), words(e));
    return new EngineException(problem, e);
  }

  /// The engine answered with an error status.
  static EngineException refused(Call call, int status, byte[] body) {
    return new EngineException(problem(call, status, message(body)));
  }

  private static EngineProblem problem(Call call, int status, String message) {
    if (status == 404 && !call.kind().isEmpty()) {
      return new EngineProblem.NotFound(call.kind(), call.name());
    }
    if (PORT.matcher(message.toLowerCase(Locale.ROOT)).find()) {
      return new EngineProblem.PortUnavailable(call.doing(), message);
    }
    return status == 409
        ? new EngineProblem.Conflict(call.doing(), message)
        : new EngineProblem.Failed(call.doing(), status, message);
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
      case EngineProblem.BadContext p -> p.path() + ": " + p.detail();
      case EngineProblem.Unsupported p -> p.feature() + ": " + p.reason();
      case EngineProblem.Unreachable _ -> "";
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
