// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gives the classic builder's steps the identities that BuildKit would: it numbers all instructions of the file in one
/// row, BuildKit counts per stage and only what makes a layer.
///
/// An instruction that only changes the image's configuration (ENV, CMD, …) is a step of its own here; its key says after
/// which of the counted ones it stands: `stage-0/2+1`. `position` and `total` are the builder's own numbers.
final class ClassicSteps {
  private static final Pattern FROM =
      Pattern.compile(
          "FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM_FLAG = Pattern.compile("--from=(\\S+)|[,=]?\\bfrom=([^,\\s]+)");
  private static final Set<String> COUNTED = Set.of("RUN", "COPY", "ADD", "WORKDIR");

  private static final int LONGEST = 4000;

  private final Map<String, String> lastKeyOfStage = new HashMap<>();
  private @Nullable String stage;
  private @Nullable String previous;
  private int stages;
  private int counted;
  private int uncounted;

  /// @param given a base that needs no work: an earlier stage, scratch, an image that is there
  record Step(BuildStep step, boolean given) {
    String key() {
      return step.key();
    }
  }

  Step next(String line, int number, int total) {
    String instruction = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    Matcher from = FROM.matcher(instruction);
    boolean isFrom = from.matches();
    List<String> inputs = isFrom ? beginStage(from) : inputs(instruction);
    String key = key(instruction, isFrom && inputs.isEmpty());
    previous = key;
    BuildStep.Kind kind = BuildStep.Kind.INSTRUCTION;
    if (stage == null) {
      kind = BuildStep.Kind.INTERNAL; // an ARG before the first FROM
    } else {
      lastKeyOfStage.put(stage, key);
      lastKeyOfStage.put(Integer.toString(stages - 1), key);
      kind = isFrom ? BuildStep.Kind.FROM : kind;
    }
    return new Step(
        new BuildStep(key, kind, instruction, stage, number, total, inputs, null), isFrom);
  }

  private List<String> beginStage(Matcher from) {
    String name = from.group(2);
    String base = lastKeyOfStage.get(from.group(1).toLowerCase(Locale.ROOT));
    stage = name == null ? "stage-" + stages : name.toLowerCase(Locale.ROOT);
    stages++;
    uncounted = 0;
    counted = 0;
    return base == null ? List.of() : List.of(base);
  }

  private List<String> inputs(String instruction) {
    Set<String> inputs = new LinkedHashSet<>();
    if (previous != null && stage != null) {
      inputs.add(previous);
    }
    Matcher flag = FROM_FLAG.matcher(instruction);
    while (flag.find()) {
      String source = flag.group(1) == null ? flag.group(2) : flag.group(1);
      String key = lastKeyOfStage.get(source.toLowerCase(Locale.ROOT));
      if (key != null) {
        inputs.add(key);
      }
    }
    return new ArrayList<>(inputs);
  }

  private String key(String instruction, boolean baseImage) {
    if (stage == null) {
      return "internal/" + instruction;
    }
    String[] words = instruction.split("\\s+", 2);
    boolean scratch = baseImage && instruction.matches("(?i)FROM\\s+scratch\\b.*");
    boolean root = words.length == 2 && words[1].strip().equals("/");
    boolean layer = COUNTED.contains(words[0].toUpperCase(Locale.ROOT)) && !root;
    if (layer || (baseImage && !scratch)) {
      counted++;
      uncounted = 0;
      return stage + "/" + counted;
    }
    uncounted++;
    return stage + "/" + counted + "+" + uncounted;
  }
}
