// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;
import drydock.messages.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what to do instead about an endpoint in a notation that Drydock does not speak.
final class Unsupported {
  /// `ssh://user@host:port`, of characters that mean nothing to a shell: the command is there to be copied.
  private static final Pattern SSH =
      Pattern.compile("ssh://((?:[\\w.-]+@)?\\w[\\w.-]*)(?::(\\d{1,5}))?/?");

  private Unsupported() {}

  static Verdict verdict(String uri) {
    return verdict(uri, HostSystem.current());
  }

  static Verdict verdict(String uri, HostSystem system) {
    return new Verdict(Result.UNSUPPORTED_SCHEME, advice(uri, system));
  }

  private static String advice(String uri, HostSystem system) {
    if (uri.startsWith("https://")) {
      return Messages.get("engine.endpoint.https");
    }
    if (!uri.startsWith("ssh://")) {
      return Messages.get("engine.endpoint.scheme");
    }
    Matcher ssh = SSH.matcher(uri);
    if (!ssh.matches()) {
      return Messages.get("engine.endpoint.ssh");
    }
    String where = ssh.group(2) == null ? ssh.group(1) : "-p " + ssh.group(2) + " " + ssh.group(1);
    return system == HostSystem.WINDOWS
        ? Messages.get("engine.endpoint.ssh.windows", where) // its ssh forwards no Unix sockets
        : Messages.get("engine.endpoint.ssh.unix", where);
  }
}
