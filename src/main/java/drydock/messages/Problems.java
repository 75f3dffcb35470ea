// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineProblem;
import drydock.engine.HostSystem;
import java.util.Comparator;
import java.util.List;

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

  private Problems() {}

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
    boolean linux = system == HostSystem.LINUX;
    return switch (result) {
      case ANSWERED, SAME_ENGINE -> "";
      case TLS_FAILED -> Messages.get("engine.remedy.tls");
      case NOT_FOUND -> start(linux);
      case PERMISSION_DENIED ->
          linux
              ? Messages.get("engine.remedy.permission.linux")
              : Messages.get("engine.remedy.permission.desktop");
      case REFUSED -> linux ? Messages.get("engine.remedy.refused.linux") : start(false);
      case TIMED_OUT -> Messages.get("engine.remedy.timedOut");
      case STARTING -> Messages.get("engine.remedy.starting");
      case TOO_OLD -> Messages.get("engine.remedy.tooOld");
      case TOO_NEW -> Messages.get("engine.remedy.tooNew");
      case WINDOWS_CONTAINERS -> Messages.get("engine.remedy.windowsContainers");
      case UNSUPPORTED_SCHEME -> Messages.get("engine.remedy.unsupported");
      case BAD_CONTEXT -> Messages.get("engine.remedy.badContext");
      case BAD_ANSWER -> Messages.get("engine.remedy.badAnswer");
    };
  }

  /// What to do when none of these answered: the remedy of the attempt that says most, after what the person's own setting
  /// names in vain.
  public static String advice(List<EndpointAttempt> attempts, HostSystem system) {
    Result telling =
        attempts.stream()
            .map(EndpointAttempt::result)
            .min(Comparator.comparingInt(TELLING::indexOf))
            .orElse(Result.NOT_FOUND);
    String remedy = remedy(telling, system);
    return attempts.stream()
        .findFirst()
        .filter(a -> a.endpoint().origin() != Endpoint.Origin.WELL_KNOWN)
        .map(a -> Messages.get("engine.advice.named", named(a), words(a.result()), remedy))
        .orElse(remedy);
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
    };
  }

  private static String start(boolean linux) {
    return linux
        ? Messages.get("engine.remedy.start.linux")
        : Messages.get("engine.remedy.start.desktop");
  }

  /// Somebody else's words inside our sentence, which brings its own full stop.
  private static String clause(String detail) {
    return detail.strip().replaceFirst("[.\\s]+$", "");
  }
}
