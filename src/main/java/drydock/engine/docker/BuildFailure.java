// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a builder's error message tells besides its words.
final class BuildFailure {
  private static final int LONGEST = 8000;

  /// BuildKit (old and new wording), the classic builder, Podman. The command that failed may stand before it in the same
  /// message, so the last match counts.
  private static final Pattern EXIT_CODE =
      Pattern.compile("(?:exit code: |returned a non-zero code: |exit status )(\\d{1,9})");

  private static final Pattern PARSE_ERROR =
      Pattern.compile("dockerfile parse error (?:on )?line (\\d{1,9})");

  private BuildFailure() {}

  static BuildOutcome.Failed of(String message, @Nullable BuildStep step, List<String> lastOutput) {
    String words = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    return new BuildOutcome.Failed(
        step == null ? null : step.key(),
        step == null ? null : step.name(),
        parseErrorLine(words),
        exitCode(words),
        words,
        lastOutput);
  }

  static @Nullable Integer exitCode(String message) {
    Matcher matcher = EXIT_CODE.matcher(message);
    Integer code = null;
    while (matcher.find()) {
      code = Integer.valueOf(matcher.group(1));
    }
    return code;
  }

  private static BuildStep.@Nullable Lines parseErrorLine(String message) {
    Matcher matcher = PARSE_ERROR.matcher(message);
    if (!matcher.find()) {
      return null;
    }
    int line = Integer.parseInt(matcher.group(1));
    return new BuildStep.Lines(line, line);
  }
}
