// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.messages.Messages;
import java.util.List;

/// Checks of the workspace's texts.
final class FileChecks {
  private FileChecks() {}

  static Verdict hasInstruction(Goal.HasInstruction goal, Situation now) {
    String text = now.files().get(goal.file());
    if (text == null) {
      return Verdict.unmet(Messages.get("lesson.verdict.file.missing", goal.file()));
    }
    List<Instructions.Line> candidates =
        Instructions.of(text).stream()
            .filter(line -> line.keyword().equals(goal.instruction()))
            .toList();
    for (Instructions.Line line : candidates) {
      if (line.words().containsAll(goal.words())) {
        return Verdict.met(
            Messages.get(
                "lesson.verdict.instruction",
                goal.file(),
                goal.instruction(),
                String.valueOf(line.number())));
      }
    }
    if (candidates.isEmpty()) {
      return Verdict.unmet(
          Messages.get("lesson.verdict.instruction.none", goal.file(), goal.instruction()));
    }
    Instructions.Line nearest = candidates.getLast();
    List<String> missing = goal.words().stream().filter(w -> !nearest.words().contains(w)).toList();
    return Verdict.unmet(
        Messages.get(
            "lesson.verdict.instruction.words",
            goal.file(),
            goal.instruction(),
            String.valueOf(nearest.number()),
            String.join(" ", missing)));
  }
}
