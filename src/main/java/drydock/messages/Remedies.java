// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;

/// What to do about an endpoint that does not serve, on each kind of system.
final class Remedies {
  private Remedies() {}

  static String of(EndpointAttempt attempt, HostSystem system) {
    String uri = attempt.endpoint().uri();
    Result result = attempt.result();
    if (uri.startsWith("tcp:") || uri.startsWith("http:")) {
      return overTheNetwork(result, system);
    }
    if (uri.startsWith("ssh:") && result == Result.UNSUPPORTED_SCHEME) {
      return Messages.get("engine.remedy.ssh");
    }
    boolean usualLink = system == HostSystem.MACOS && uri.equals("unix:///var/run/docker.sock");
    return usualLink && result == Result.NOT_FOUND
        ? Messages.get("engine.remedy.link.macos")
        : of(result, system);
  }

  private static String overTheNetwork(Result result, HostSystem system) {
    return switch (result) {
      case NOT_FOUND -> Messages.get("engine.remedy.notFound.network");
      case PERMISSION_DENIED -> Messages.get("engine.remedy.permission.network");
      case REFUSED -> Messages.get("engine.remedy.refused.network");
      case TIMED_OUT -> Messages.get("engine.remedy.timedOut.network");
      case ANSWERED,
          SAME_ENGINE,
          STARTING,
          TOO_OLD,
          TOO_NEW,
          WINDOWS_CONTAINERS,
          UNSUPPORTED_SCHEME,
          BAD_CONTEXT,
          TLS_FAILED,
          BAD_ANSWER ->
          of(result, system);
    };
  }

  static String of(Result result, HostSystem system) {
    return switch (result) {
      case ANSWERED, SAME_ENGINE -> "";
      case NOT_FOUND ->
          switch (system) {
            case LINUX -> Messages.get("engine.remedy.start.linux");
            case MACOS -> Messages.get("engine.remedy.start.macos");
            case WINDOWS -> Messages.get("engine.remedy.start.windows");
          };
      case PERMISSION_DENIED ->
          switch (system) {
            case LINUX -> Messages.get("engine.remedy.permission.linux");
            case MACOS -> Messages.get("engine.remedy.permission.macos");
            case WINDOWS -> Messages.get("engine.remedy.permission.windows");
          };
      case REFUSED ->
          switch (system) {
            case LINUX -> Messages.get("engine.remedy.refused.linux");
            case MACOS -> Messages.get("engine.remedy.refused.macos");
            case WINDOWS -> Messages.get("engine.remedy.refused.windows");
          };
      case TIMED_OUT -> Messages.get("engine.remedy.timedOut");
      case STARTING -> Messages.get("engine.remedy.starting");
      case TOO_OLD -> Messages.get("engine.remedy.tooOld");
      case TOO_NEW -> Messages.get("engine.remedy.tooNew");
      case WINDOWS_CONTAINERS -> Messages.get("engine.remedy.windowsContainers");
      case UNSUPPORTED_SCHEME -> Messages.get("engine.remedy.unsupported");
      case BAD_CONTEXT -> Messages.get("engine.remedy.badContext");
      case TLS_FAILED -> Messages.get("engine.remedy.tls");
      case BAD_ANSWER -> Messages.get("engine.remedy.badAnswer");
    };
  }
}
