// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import java.util.regex.Pattern;

/// Names of variables that sound like a secret, by BuildKit's rule
/// ([Rule#SECRETS_USED_IN_ARG_OR_ENV]).
public final class SecretNames {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)");
  private static final Pattern PUBLIC = Pattern.compile("(?i)(?:_|^)public(?:_|$)");
  private static final Pattern HARMLESS =
      Pattern.compile("(?i)(?:_|^)(?:public|file|version)(?:_|$)");

  private SecretNames() {}

  /// Whether any builder warns of a variable of this name.
  public static boolean isSecret(String name) {
    return isSecret(name, Edition.DOCKER_28);
  }

  static boolean isSecret(String name, Edition edition) {
    Pattern allowed = edition == Edition.DOCKER_28 ? PUBLIC : HARMLESS;
    return SECRET.matcher(name).find() && !allowed.matcher(name).find();
  }
}
