// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What looks like a secret.
final class Secrets {
  private static final Set<String> FILES =
      Set.of(
          ".env",
          ".env.local",
          "id_rsa",
          "id_dsa",
          "id_ecdsa",
          "id_ed25519",
          ".netrc",
          ".pypirc",
          ".pgpass",
          ".my.cnf",
          ".git-credentials",
          ".htpasswd",
          "credentials.json",
          "service-account.json",
          "client_secret.json",
          "kubeconfig",
          "privkey.pem",
          "secrets.yaml",
          "secrets.yml",
          "secrets.json",
          "secrets.env");

  private static final List<String> PATHS =
      List.of(".aws/credentials", ".kube/config", ".docker/config.json");

  /// Keys that everybody may have.
  private static final List<String> PUBLIC =
      List.of(
          "pub", "gpg", "apt", "sign", "archive", "release", "repo", "example", "sample", "test");

  /// How tokens of well-known services begin, and how long they are at least.
  private static final List<Token> TOKENS =
      List.of(
          new Token("ghp_", 36, "a GitHub token"),
          new Token("gho_", 36, "a GitHub token"),
          new Token("ghs_", 36, "a GitHub token"),
          new Token("github_pat_", 40, "a GitHub token"),
          new Token("glpat-", 20, "a GitLab token"),
          new Token("AKIA", 16, "an AWS access key"),
          new Token("xoxb-", 20, "a Slack token"),
          new Token("xoxp-", 20, "a Slack token"),
          new Token("npm_", 36, "an npm token"),
          new Token("dckr_pat_", 20, "a Docker token"),
          new Token("pypi-AgEI", 30, "a PyPI token"),
          new Token("-----BEGIN RSA PRIVATE KEY", 0, "a private key"),
          new Token("-----BEGIN OPENSSH PRIVATE KEY", 0, "a private key"),
          new Token("-----BEGIN PRIVATE KEY", 0, "a private key"));

  /// Passwords that protect nothing.
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "password",
          "passwd",
          "pass",
          "pw",
          "secret",
          "changeme",
          "example",
          "test",
          "postgres",
          "root",
          "admin",
          "guest",
          "user",
          "token",
          "x-oauth-basic",
          "dev",
          "xxx",
          "mysecretpassword");

  private record Token(String prefix, int length, String name) {}

  private Secrets() {}

  /// Whether the name of a file says that it holds a secret.
  static boolean isSecretFile(String path) {
    String name = Paths.name(path).toLowerCase(Locale.ROOT);
    if (FILES.contains(name) || PATHS.stream().anyMatch(path::endsWith)) {
      return true;
    }
    boolean key =
        (name.endsWith(".key") || name.endsWith(".p12") || name.endsWith(".pfx"))
            || (name.endsWith(".pem") && name.contains("key"));
    return key && PUBLIC.stream().noneMatch(name::contains) && !name.startsWith("*");
  }

  /// What a text holds: "a GitHub token"; empty when it holds nothing of the kind.
  static String in(String text) {
    for (Token token : TOKENS) {
      int at = text.indexOf(token.prefix());
      if (at >= 0
          && isStart(text, at)
          && length(text, at + token.prefix().length()) >= token.length()) {
        return token.name();
      }
    }
    return hasPassword(text) ? "a password" : "";
  }

  private static boolean isStart(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static int length(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "_-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end - from;
  }

  /// `scheme://user:password@host`, where the password is neither a variable nor one that is known
  /// to all.
  private static boolean hasPassword(String text) {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int end = at + 3;
      while (end < text.length() && " \t\n\"'`/\\".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String authority = text.substring(at + 3, end);
      int sign = authority.lastIndexOf('@');
      int colon = authority.indexOf(':');
      if (sign < 0 || colon < 0 || colon > sign) {
        continue;
      }
      String user = authority.substring(0, colon);
      String password = authority.substring(colon + 1, sign);
      String host = authority.substring(sign + 1);
      if (password.length() > 2
          && "$<{[%*".indexOf(password.charAt(0)) < 0
          && !password.contains("$")
          && !password.equals(user)
          && !host.startsWith("localhost")
          && !host.startsWith("127.")
          && !host.startsWith("example.")
          && PLACEHOLDERS.stream().noneMatch(p -> p.equalsIgnoreCase(password))) {
        return true;
      }
    }
    return false;
  }
}
