// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Value;
import java.util.List;
import java.util.Set;

/// What a copy of everything brings along that no image needs; only when the build context is
/// known.
final class ContextAdvice {
  private static final List<String> CLUTTER =
      List.of(".git/", "node_modules/", ".venv/", "venv/", "__pycache__/", ".idea/");

  private ContextAdvice() {}

  static void look(View view, Tips tips) {
    Set<String> files = view.context().files();
    if (files == null) {
      return;
    }
    List<String> found =
        CLUTTER.stream()
            .filter(files::contains)
            .map(name -> name.substring(0, name.length() - 1))
            .filter(name -> !view.context().ignored().ignores(name))
            .toList();
    List<String> secret =
        files.stream()
            .filter(name -> Secrets.isSecretFile(name))
            .filter(name -> !view.context().ignored().ignores(name))
            .sorted()
            .toList();
    for (StageView stage : view.stages()) {
      for (Step step : stage.steps()) {
        if (step.own()
            && step.instruction() instanceof Instruction.Transfer transfer
            && transfer.flag("exclude") == null) {
          tell(stage, transfer, found, secret, tips);
        }
      }
    }
  }

  private static void tell(
      StageView stage,
      Instruction.Transfer transfer,
      List<String> found,
      List<String> secret,
      Tips tips) {
    for (Value source : CopyAdvice.local(transfer)) {
      if (!source.text().equals(".") && !source.text().equals("./")) {
        continue;
      }
      if (!found.isEmpty()) {
        tips.write(
            Topic.CONTEXT_CLUTTER,
            transfer,
            source.word().span(),
            "# .dockerignore\n" + String.join("\n", found),
            String.join(", ", found));
      }
      if (stage.ships() && !secret.isEmpty()) {
        tips.write(
            Topic.SECRET_COPIED,
            transfer,
            source.word().span(),
            "# .dockerignore\n" + String.join("\n", secret),
            secret.getFirst());
      }
    }
  }
}
