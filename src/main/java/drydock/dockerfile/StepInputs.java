// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.BuildPlan.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a step takes from elsewhere, beside the step before it. The files of the context count when
/// the builder reads some: not for an address that ADD fetches, a heredoc, a cache.
final class StepInputs {
  private final Scopes scopes;
  private final Map<Integer, String> lastSteps;

  /// @param lastSteps the key of the last step of each stage, by its index; none where there is no
  ///   step
  StepInputs(Scopes scopes, Map<Integer, String> lastSteps) {
    this.scopes = scopes;
    this.lastSteps = lastSteps;
  }

  List<Input> of(Instruction instruction, Scope scope) {
    List<Input> inputs = new ArrayList<>();
    switch (instruction) {
      case Instruction.Copy copy when copy.from() != null ->
          StageGraph.bases(copy, scopes).forEach(base -> add(base, Input.Kind.COPY, inputs));
      case Instruction.Transfer transfer -> {
        if (transfer.sources().stream().anyMatch(source -> isOfContext(source, transfer, scope))) {
          inputs.add(new Input(BuildGraph.CONTEXT, Input.Kind.COPY));
        }
      }
      case Instruction.Run run -> {
        for (Mount mount : run.mounts()) {
          String from = mount.from();
          if (from != null) {
            add(scopes.mountSource(from), Input.Kind.MOUNT, inputs);
          } else if (mount.type().equals("bind")) {
            inputs.add(new Input(BuildGraph.CONTEXT, Input.Kind.MOUNT));
          }
        }
      }
      default -> {
        // takes nothing
      }
    }
    return inputs.stream().distinct().toList();
  }

  private void add(Base base, Input.Kind kind, List<Input> inputs) {
    switch (base) {
      case Base.OfStage stage -> {
        String last = lastSteps.get(stage.stage().index());
        if (last != null) {
          inputs.add(new Input(last, kind));
        }
      }
      case Base.Image image -> inputs.add(new Input(BuildGraph.IMAGE + image.reference(), kind));
      case Base.Scratch _, Base.Invalid _ -> {}
    }
  }

  private static boolean isOfContext(Value source, Instruction.Transfer transfer, Scope scope) {
    if (transfer.heredocs().stream().anyMatch(h -> h.marker().equals(source.word()))) {
      return false;
    }
    return transfer instanceof Instruction.Copy || !isRemote(scope.expand(source.text()).text());
  }

  /// An address, or a Git repository.
  private static boolean isRemote(String source) {
    String text = source.toLowerCase(Locale.ROOT);
    return text.startsWith("http://")
        || text.startsWith("https://")
        || text.startsWith("git://")
        || text.startsWith("ssh://")
        || text.startsWith("git@");
  }
}
