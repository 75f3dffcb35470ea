// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.BuildPlan.Stage;
import drydock.dockerfile.BuildPlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One stage while it is read: its variables, its working directory, its steps. The counting is BuildKit's, tried on a real
/// engine with all the shapes of `BuildPlanTest`.
final class StageReader {
  private final PlanReader plan;
  private final Instruction from;
  private final String name;
  private final String base;
  private final @Nullable StageReader parent;
  private final int index;
  private final Map<String, String> variables = new HashMap<>();
  private final List<Instruction> triggers = new ArrayList<>();
  private final List<Instruction> taking = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private String directory = "/";
  private int lastLine;

  StageReader(
      PlanReader plan,
      Instruction from,
      int index,
      String name,
      String base,
      @Nullable StageReader parent) {
    this.plan = plan;
    this.from = from;
    this.index = index;
    this.name = name;
    this.base = base;
    this.parent = parent;
    this.lastLine = from.lastLine();
    if (parent != null) {
      variables.putAll(parent.variables);
      directory = parent.directory;
      parent.triggers.forEach(this::execute);
    } else if (!base.equals("scratch")) {
      addStep(from);
    }
  }

  String name() {
    return name;
  }

  void add(Instruction instruction) {
    lastLine = instruction.lastLine();
    if (instruction.keyword().equals("ONBUILD")) {
      triggers.add(instruction.trigger());
    } else {
      execute(instruction);
    }
  }

  private void execute(Instruction instruction) {
    switch (instruction.keyword()) {
      case "RUN", "COPY", "ADD" -> {
        taking.add(instruction);
        addStep(instruction);
      }
      case "WORKDIR" -> {
        directory = resolve(plan.expand(instruction.arguments(), variables));
        if (!directory.equals("/")) {
          addStep(instruction);
        }
      }
      case "ARG" -> plan.declare(instruction, variables, plan.globals());
      case "ENV" -> setVariables(instruction.arguments());
      default -> {
        // changes the image's configuration only
      }
    }
  }

  private void addStep(Instruction instruction) {
    steps.add(PlanReader.step(name, steps.size() + 1, instruction));
  }

  /// `ENV a=b c=d`, or the old `ENV a b c`. Values see the variables from before the instruction.
  private void setVariables(String arguments) {
    List<String> words = ShellLexer.rawWords(arguments, plan.escape());
    if (words.isEmpty()) {
      return;
    }
    Map<String, String> before = Map.copyOf(variables);
    if (!words.getFirst().contains("=")) {
      String key = words.getFirst();
      String value = arguments.substring(Math.min(arguments.length(), key.length())).strip();
      variables.put(plan.expand(key, before), plan.expand(value, before));
      return;
    }
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        variables.put(
            plan.expand(word.substring(0, equals), before),
            plan.expand(word.substring(equals + 1), before));
      }
    }
  }

  /// `FROM image` or `FROM image AS name`. The builder refuses anything else, and nothing need be fetched for it.
  private static boolean isWellFormed(Instruction from) {
    String[] words = from.arguments().split("\\s+", -1);
    return words.length == 1 || (words.length == 3 && words[1].equalsIgnoreCase("AS"));
  }

  /// An absolute path without `.` and `..`. The working directory of a base image is not known here: `/` is assumed.
  private String resolve(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : (path.startsWith("/") ? path : directory + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  Stage stage(PlanReader all) {
    Set<String> images = new LinkedHashSet<>();
    Set<Integer> needs = new LinkedHashSet<>();
    if (parent != null) {
      needs.add(parent.index);
    } else if (!base.equals("scratch") && !base.isBlank() && isWellFormed(from)) {
      images.add(base);
    }
    for (Instruction instruction : taking) {
      String source = instruction.keyword().equals("COPY") ? instruction.flag("from") : null;
      if (source != null) {
        take(source, all.lookUp(source, true), images, needs);
      }
      if (instruction.keyword().equals("RUN")) {
        for (String mount : instruction.flagValues("mount")) {
          String mounted = mountSource(mount);
          if (mounted != null) {
            take(mounted, all.lookUp(mounted, false), images, needs);
          }
        }
      }
    }
    return new Stage(name, base, images, needs, from.firstLine(), lastLine, steps);
  }

  /// Variables are not expanded in `--from`; the builder refuses them.
  private static void take(
      String source, @Nullable Integer stage, Set<String> images, Set<Integer> needs) {
    if (stage != null) {
      needs.add(stage);
    } else if (!source.isBlank() && !source.contains("$") && !source.equals("scratch")) {
      images.add(source);
    }
  }

  private static @Nullable String mountSource(String mount) {
    for (String field : mount.split(",", -1)) {
      String[] pair = field.split("=", 2);
      if (pair.length == 2 && pair[0].strip().toLowerCase(Locale.ROOT).equals("from")) {
        return pair[1].strip();
      }
    }
    return null;
  }
}
