// SPDX-License-Identifier: Apache-2.0
package drydock.evidence;

import drydock.engine.HostSystem;
import java.util.regex.Pattern;

/// What reads a command line, which decides how words are quoted.
public enum Terminal {
  SH,
  POWERSHELL;

  private static final Pattern PLAIN = Pattern.compile("[\\w%+=:./-][\\w@%+=:./-]*");

  /// The usual one of a system.
  public static Terminal of(HostSystem system) {
    return switch (system) {
      case WINDOWS -> POWERSHELL;
      case MACOS, LINUX -> SH;
    };
  }

  /// `word` so that it arrives as it is. Between single quotes both take everything literally but
  /// the quote itself.
  String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return switch (this) {
      case SH -> "'" + word.replace("'", "'\\''") + "'";
      case POWERSHELL -> "'" + word.replace("'", "''") + "'";
    };
  }
}
