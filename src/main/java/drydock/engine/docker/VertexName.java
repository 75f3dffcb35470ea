// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildStep;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What BuildKit packs into a vertex's name: `[builder 2/5] RUN make`, `[2/5] …` (the file has one stage),
/// `[linux/amd64 builder 2/5] …`, `[internal] …`, or plain words.
///
/// @param stage null for a vertex of no stage
record VertexName(
    BuildStep.Kind kind, String text, @Nullable String stage, int position, int total) {
  private static final int LONGEST = 4000;
  private static final Pattern STAGE_STEP =
      Pattern.compile(
          "\\[(?:[^\\s\\]]+/[^\\s\\]]+ +)?(?:([^\\s/\\]]+) +)? *(\\d{1,6})/(\\d{1,6})] (.*)",
          Pattern.DOTALL);
  private static final String INTERNAL = "[internal] ";

  /// What `COPY --link` has besides its own vertex: the copied files are laid over those below.
  private static final String LINK = "LINK ";

  static VertexName of(String vertexName) {
    String name =
        vertexName.length() > LONGEST ? vertexName.substring(0, LONGEST) + "…" : vertexName;
    Matcher step = STAGE_STEP.matcher(name);
    if (step.matches()) {
      String stage = step.group(1) == null ? "stage-0" : step.group(1);
      String text = withoutLink(step.group(4));
      return new VertexName(
          kind(text, BuildStep.Kind.INSTRUCTION),
          text,
          stage,
          Integer.parseInt(step.group(2)),
          Integer.parseInt(step.group(3)));
    }
    String text = name.startsWith(INTERNAL) ? name.substring(INTERNAL.length()) : name;
    return new VertexName(kind(text, BuildStep.Kind.INTERNAL), forPeople(text), null, 0, 0);
  }

  /// Whether a vertex only joins what `COPY --link` copied with what lies below, which is no work
  /// and always done anew when that changed.
  static boolean joins(String vertexName) {
    Matcher step = STAGE_STEP.matcher(vertexName);
    return step.matches() && !withoutLink(step.group(4)).equals(step.group(4));
  }

  private static String withoutLink(String text) {
    return text.startsWith(LINK) ? text.substring(LINK.length()) : text;
  }

  private static BuildStep.Kind kind(String text, BuildStep.Kind otherwise) {
    if (text.startsWith("FROM ")) {
      return BuildStep.Kind.FROM;
    }
    return text.startsWith("exporting to ") ? BuildStep.Kind.EXPORT : otherwise;
  }

  /// Without a session BuildKit fetches the context from the daemon as if it were remote: its own words would puzzle.
  private static String forPeople(String text) {
    return switch (text) {
      case "load remote build context" -> "send build context";
      case "copy /context /" -> "unpack build context";
      default -> text;
    };
  }

  /// The step's identity, before it is made unique.
  String key() {
    return stage == null ? "internal/" + text : stage + "/" + position;
  }

  BuildStep step(String key, List<String> inputs) {
    return new BuildStep(key, kind, text, stage, position, total, inputs, null);
  }
}
