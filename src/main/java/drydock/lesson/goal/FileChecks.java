// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Instruction;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// Checks of the workspace's texts.
final class FileChecks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FileChecks() {}

  static Verdict hasInstruction(Goal.HasInstruction goal, Situation now) {
    String text = now.files().get(goal.file());
    if (text == null) {
      return Verdict.unmet(Messages.get("lesson.verdict.file.missing", goal.file()));
    }
    List<Instruction> candidates =
        Dockerfile.parse(text).instructions().stream()
            .filter(line -> line.keyword().equals(goal.instruction()))
            .toList();
    for (Instruction line : candidates) {
      if (words(line).containsAll(goal.words())) {
        return Verdict.met(
            Messages.get(
                "lesson.verdict.instruction",
                goal.file(),
                goal.instruction(),
                String.valueOf(line.firstLine())));
      }
    }
    if (candidates.isEmpty()) {
      return Verdict.unmet(
          Messages.get("lesson.verdict.instruction.none", goal.file(), goal.instruction()));
    }
    Instruction nearest = candidates.getLast();
    List<String> missing = goal.words().stream().filter(w -> !words(nearest).contains(w)).toList();
    return Verdict.unmet(
        Messages.get(
            "lesson.verdict.instruction.words",
            goal.file(),
            goal.instruction(),
            String.valueOf(nearest.firstLine()),
            String.join(" ", missing)));
  }

  /// Flags and arguments; of the JSON form the strings.
  private static List<String> words(Instruction instruction) {
    List<String> words = new ArrayList<>(instruction.flags().stream().map(Flag::text).toList());
    String arguments = instruction.arguments().text();
    if (arguments.startsWith("[")) {
      try {
        words.addAll(List.of(JSON.readValue(arguments, String[].class)));
        return words;
      } catch (JsonProcessingException e) {
        // then it is the shell form, as for the builder
      }
    }
    words.addAll(List.of(arguments.split("\\s+")));
    return words;
  }
}
