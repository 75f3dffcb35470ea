// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import drydock.dockerfile.Problem.Phase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options of `# check=skip=A,B;error=true;experimental=C`.
final class CheckOptions {
  /// What Go takes for true or false.
  private static final Set<String> BOOLEANS =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  private CheckOptions() {}

  static List<Problem> problems(List<Directive> directives) {
    for (Directive directive : directives) {
      String mistake = directive.name().equals("check") ? mistake(directive.value().strip()) : null;
      if (mistake != null) {
        String sentence = "failed to parse check options: " + mistake;
        return List.of(
            new Problem(
                Code.INVALID_CHECK, Phase.PARSE, directive.span(), directive.line(), sentence));
      }
    }
    return List.of();
  }

  private static @Nullable String mistake(String options) {
    for (String option : options.isEmpty() ? new String[0] : options.split(";", -1)) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        return "invalid check option " + Chars.quote(option);
      }
      String key = option.substring(0, equals).strip();
      String value = option.substring(equals + 1).strip();
      if (key.equals("error") && !BOOLEANS.contains(value)) {
        return "failed to parse check option %s: strconv.ParseBool: parsing %s: invalid syntax"
            .formatted(Chars.quote(option), Chars.quote(value));
      }
      if (!Set.of("skip", "experimental", "error").contains(key)) {
        return "invalid check option " + Chars.quote(key);
      }
    }
    return null;
  }
}
