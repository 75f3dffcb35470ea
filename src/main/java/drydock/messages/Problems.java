// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.HostSystem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an engine problem reads like: what happened, to what, and what to do next.
public final class Problems {
  /// The results that say most about what to do, first.
  private static final List<Result> TELLING =
      List.of(
          Result.STARTING,
          Result.PERMISSION_DENIED,
          Result.WINDOWS_CONTAINERS,
          Result.TOO_OLD,
          Result.TOO_NEW,
          Result.TIMED_OUT,
          Result.TLS_FAILED,
          Result.BAD_ANSWER,
          Result.BAD_CONTEXT,
          Result.UNSUPPORTED_SCHEME,
          Result.REFUSED,
          Result.NOT_FOUND,
          Result.ANSWERED,
          Result.SAME_ENGINE);

  /// The results of an engine that is there, and is one step away from serving.
  private static final Set<Result> PROMISING =
      Set.of(Result.STARTING, Result.PERMISSION_DENIED, Result.WINDOWS_CONTAINERS);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Problems() {}

  /// What went wrong at an engine, or `otherwise` when it was something else.
  public static String sentence(Exception failure, String otherwise) {
    return failure instanceof EngineException e ? sentence(e.problem()) : otherwise;
  }

  /// What went wrong when something was to be read again, and from when that is which still shows.
  ///
  /// @param read null when nothing of it shows
  public static String stale(Exception failure, String otherwise, @Nullable Instant read) {
    String sentence = sentence(failure, otherwise);
    return read == null
        ? sentence
        : sentence
            + " "
            + Messages.get(
                "engine.problem.stale", TIME.format(read.atZone(ZoneId.systemDefault())));
  }

  /// One or more whole sentences.
  public static String sentence(EngineProblem problem) {
    return switch (problem) {
      case EngineProblem.Unreachable p ->
          Messages.get("engine.problem.unreachable", advice(p.attempts(), HostSystem.current()));
      case EngineProblem.ConnectionLost p ->
          Messages.get("engine.problem.connectionLost", p.doing(), clause(p.detail()));
      case EngineProblem.TimedOut p ->
          Messages.get("engine.problem.timedOut", p.doing(), p.limit().toSeconds());
      case EngineProblem.DiskFull p ->
          Messages.get("engine.problem.diskFull", p.doing(), clause(p.detail()));
      case EngineProblem.NotFound p ->
          switch (p.kind()) {
            case "image" -> Messages.get("engine.problem.noImage", p.name());
            case "path" -> Messages.get("engine.problem.noPath", p.name());
            default -> Messages.get("engine.problem.notFound", p.kind(), p.name());
          };
      case EngineProblem.Conflict p ->
          Messages.get("engine.problem.conflict", p.doing(), clause(p.detail()));
      case EngineProblem.NotOurs p -> Messages.get("engine.problem.notOurs", p.kind(), p.name());
      case EngineProblem.PortUnavailable p ->
          Messages.get("engine.problem.port", p.doing(), clause(p.detail()));
      case EngineProblem.PullFailed p ->
          Messages.get("engine.problem.pull", p.reference(), clause(p.detail()));
      case EngineProblem.Failed p ->
          Messages.get(
              "engine.problem.failed", p.doing(), Integer.toString(p.status()), clause(p.detail()));
      case EngineProblem.BadAnswer p ->
          Messages.get("engine.problem.badAnswer", p.doing(), clause(p.detail()));
      case EngineProblem.LocalFile p ->
          Messages.get("engine.problem.localFile", p.doing(), clause(p.detail()));
      case EngineProblem.BadContext p ->
          Messages.get("engine.problem.badContext", p.path(), clause(p.detail()));
      case EngineProblem.BadArchive p ->
          Messages.get("engine.problem.badArchive", p.doing(), clause(p.detail()));
      case EngineProblem.Unsupported p ->
          Messages.get("engine.problem.unsupported", p.feature(), clause(p.reason()));
      case EngineProblem.NotRecorded p -> Messages.get("engine.problem.notRecorded", p.doing());
    };
  }

  /// A result in a few words: "not found".
  public static String words(Result result) {
    return switch (result) {
      case ANSWERED -> Messages.get("engine.attempt.answered");
      case SAME_ENGINE -> Messages.get("engine.attempt.sameEngine");
      case TLS_FAILED -> Messages.get("engine.attempt.tls");
      case NOT_FOUND -> Messages.get("engine.attempt.notFound");
      case PERMISSION_DENIED -> Messages.get("engine.attempt.permissionDenied");
      case REFUSED -> Messages.get("engine.attempt.refused");
      case TIMED_OUT -> Messages.get("engine.attempt.timedOut");
      case STARTING -> Messages.get("engine.attempt.starting");
      case TOO_OLD -> Messages.get("engine.attempt.tooOld");
      case TOO_NEW -> Messages.get("engine.attempt.tooNew");
      case WINDOWS_CONTAINERS -> Messages.get("engine.attempt.windowsContainers");
      case UNSUPPORTED_SCHEME -> Messages.get("engine.attempt.unsupported");
      case BAD_CONTEXT -> Messages.get("engine.attempt.badContext");
      case BAD_ANSWER -> Messages.get("engine.attempt.badAnswer");
    };
  }

  /// What to do about a result on this kind of system; empty when nothing needs doing.
  public static String remedy(Result result, HostSystem system) {
    return Remedies.of(result, system);
  }

  /// What to do about this very attempt: as [#remedy(Result, HostSystem)], where its address tells no more.
  public static String remedy(EndpointAttempt attempt, HostSystem system) {
    return Remedies.of(attempt, system);
  }

  /// What to do when none of these answered: about the place that the person's own setting names, and about another one
  /// if that is closer to answering.
  public static String advice(List<EndpointAttempt> attempts, HostSystem system) {
    EndpointAttempt telling =
        attempts.stream()
            .min(Comparator.comparingInt(a -> TELLING.indexOf(a.result())))
            .orElse(null);
    if (telling == null) {
      return remedy(Result.NOT_FOUND, system);
    }
    EndpointAttempt first = attempts.getFirst();
    if (first.endpoint().origin() == Endpoint.Origin.WELL_KNOWN) {
      return remedy(telling, system);
    }
    String own = named(first);
    String words = words(first.result());
    String undo = undo(first.endpoint().origin());
    if (PROMISING.contains(telling.result()) && telling.result() != first.result()) {
      return Messages.get(
          "engine.advice.elsewhere",
          own,
          words,
          undo,
          named(telling),
          words(telling.result()),
          remedy(telling, system));
    }
    return undo.isEmpty()
        ? Messages.get("engine.advice.plain", own, words, remedy(first, system))
        : Messages.get("engine.advice.named", own, words, undo, remedy(first, system));
  }

  /// How to do without the setting that names an endpoint.
  private static String undo(Endpoint.Origin origin) {
    return switch (origin) {
      case SETTING -> Messages.get("engine.advice.undo.setting");
      case DOCKER_HOST -> Messages.get("engine.advice.undo.host");
      case DOCKER_CONTEXT -> Messages.get("engine.advice.undo.variable");
      case CURRENT_CONTEXT -> Messages.get("engine.advice.undo.context");
      case CONTEXT, WELL_KNOWN, RECORDING -> "";
    };
  }

  /// The setting that leads to an endpoint, and where to: "DOCKER_HOST (unix:///run/docker.sock)".
  public static String named(EndpointAttempt attempt) {
    Endpoint endpoint = attempt.endpoint();
    String where = endpoint.uri().isEmpty() ? attempt.detail() : endpoint.uri();
    return switch (endpoint.origin()) {
      case DOCKER_HOST -> Messages.get("engine.origin.host", where);
      case SETTING -> Messages.get("engine.origin.setting", where);
      case DOCKER_CONTEXT, CURRENT_CONTEXT, CONTEXT ->
          Messages.get("engine.origin.context", endpoint.name(), where);
      case WELL_KNOWN -> Messages.get("engine.origin.wellKnown", endpoint.name(), where);
      case RECORDING -> Messages.get("engine.origin.recording", endpoint.name());
    };
  }

  /// Somebody else's words inside our sentence, which brings its own full stop.
  private static String clause(String detail) {
    return detail.strip().replaceFirst("[.\\s]+$", "");
  }
}
