// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.BuildPlan.Stage;
import drydock.dockerfile.BuildPlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through a file's instructions once, stage by stage, then looks up what the stages take from each other.
final class PlanReader {
  private static final Set<String> PLATFORM =
      Set.of(
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETOSVERSION",
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDARCH",
          "BUILDVARIANT",
          "BUILDOSVERSION");

  private final Dockerfile dockerfile;
  private final Map<String, String> buildArgs;

  /// ARGs before the first FROM: only FROM sees them, and an ARG in a stage that repeats their name.
  private final Map<String, String> globals = new HashMap<>();

  private final List<StageReader> stages = new ArrayList<>();

  PlanReader(Dockerfile dockerfile, Map<String, String> buildArgs) {
    this.dockerfile = dockerfile;
    this.buildArgs = buildArgs;
    buildArgs.forEach(
        (name, value) -> {
          if (PLATFORM.contains(name)) {
            globals.put(name, value);
          }
        });
  }

  BuildPlan read() {
    for (Instruction instruction : dockerfile.instructions()) {
      if (instruction.keyword().equals("FROM")) {
        stages.add(from(instruction));
      } else if (!stages.isEmpty()) {
        stages.getLast().add(instruction);
      } else if (instruction.keyword().equals("ARG")) {
        declare(instruction, globals, Map.of());
      }
    }
    List<Stage> plan = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      plan.add(stages.get(i).stage(this));
    }
    return new BuildPlan(dockerfile.syntaxImage(), plan);
  }

  private StageReader from(Instruction from) {
    List<String> words = List.of(from.arguments().split("\\s+", -1));
    boolean named = words.size() >= 3 && words.get(1).equalsIgnoreCase("AS");
    String name = named ? words.get(2).toLowerCase(Locale.ROOT) : "stage-" + stages.size();
    String base = expand(words.getFirst(), globals);
    StageReader parent = null;
    for (StageReader stage : stages) {
      // in FROM the case counts, and numbers are images: unlike COPY --from
      parent = stage.name().equals(base) ? stage : parent;
    }
    return new StageReader(this, from, stages.size(), name, base, parent);
  }

  /// Declares what an ARG names. A bare name takes the value of the global ARG, when there is one.
  void declare(Instruction arg, Map<String, String> scope, Map<String, String> inherited) {
    for (String word : ShellLexer.rawWords(arg.arguments(), dockerfile.escape())) {
      int equals = word.indexOf('=');
      String name = expand(equals < 0 ? word : word.substring(0, equals), Map.of());
      String value = buildArgs.get(name);
      if (value == null) {
        value = equals < 0 ? inherited.get(name) : expand(word.substring(equals + 1), scope);
      }
      if (value != null) {
        scope.put(name, value);
      }
    }
  }

  Map<String, String> globals() {
    return globals;
  }

  char escape() {
    return dockerfile.escape();
  }

  /// The word with its variables replaced; unchanged when the builder would refuse it.
  String expand(String word, Map<String, String> values) {
    try {
      return ShellLexer.expand(word, dockerfile.escape(), values::get);
    } catch (ShellLexer.BadWord e) {
      return word;
    }
  }

  /// The stage that `COPY --from` or a mount means, null when it means an image.
  @Nullable Integer lookUp(String from, boolean numbers) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).name().equals(from.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return numbers ? stageNumber(from, stages.size()) : null;
  }

  static @Nullable Integer stageNumber(String text, int count) {
    try {
      int number = Integer.parseInt(text);
      return number >= 0 && number < count ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static Step step(String stage, int position, Instruction instruction) {
    return new Step(
        stage + "/" + position,
        instruction.keyword(),
        instruction.text(),
        instruction.firstLine(),
        instruction.lastLine());
  }
}
