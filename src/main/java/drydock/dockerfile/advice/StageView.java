// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stage, and what it has from the stages that it starts from.
///
/// @param steps its own, those included that ONBUILD left to it
/// @param chain those of the stages that it starts from, then its own
/// @param base the image that the first of the chain starts from
/// @param ships whether its layers are in the image that is built
/// @param isLast whether it is the image that is built
/// @param end what is set at its end
record StageView(
    Stage stage,
    List<Step> steps,
    List<Step> chain,
    BaseImage base,
    boolean ships,
    boolean isLast,
    Setting end) {
  StageView {
    steps = List.copyOf(steps);
    chain = List.copyOf(chain);
  }

  StageView shipped(boolean last) {
    return new StageView(stage, steps, chain, base, true, last, end);
  }

  /// Those of its own steps that stand in it and are given to a shell as text.
  List<Step> runs() {
    return steps.stream()
        .filter(s -> s.own() && s.isText() && s.script() != null)
        .filter(s -> s.instruction() instanceof Instruction.Run)
        .toList();
  }

  /// The step behind one of its own; null for the last.
  @Nullable Step next(Step step) {
    for (int i = 0; i + 1 < steps.size(); i++) {
      if (steps.get(i).equals(step)) {
        return steps.get(i + 1);
      }
    }
    return null;
  }

  /// The last of its own steps of a kind; null when it has none.
  @Nullable Step last(Class<? extends Instruction> kind) {
    return steps.stream()
        .filter(s -> kind.isInstance(s.instruction()))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /// What is carried out before one of its own steps.
  List<Step> before(Step step) {
    int at = chain.size() - steps.size();
    while (!chain.get(at).equals(step)) {
      at++;
    }
    return chain.subList(0, at);
  }
}
