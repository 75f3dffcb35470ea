// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of files that mean the same harmless thing on every system.
final class SafeNames {
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]");
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private SafeNames() {}

  /// What is wrong with a single name; null when nothing is.
  static @Nullable Rule problem(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return Rule.NAME_OUTSIDE;
    }
    boolean bad =
        name.length() > 100
            || FORBIDDEN.matcher(name).find()
            || name.endsWith(".")
            || name.endsWith(" ")
            || RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches();
    return bad ? Rule.NAME_BAD : null;
  }

  /// What is wrong with a path of such names, divided by `/`; null when nothing is.
  static @Nullable Rule pathProblem(String path) {
    for (String name : path.split("/", -1)) {
      Rule problem = problem(name);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }
}
