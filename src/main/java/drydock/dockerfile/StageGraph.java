// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which stages of a file need which others.
final class StageGraph {
  /// No file chains more stages than this.
  static final int DEEPEST = 500;

  private final Dockerfile file;
  private final Scopes scopes;

  StageGraph(Dockerfile file, Scopes scopes) {
    this.file = file;
    this.scopes = scopes;
  }

  /// The stages that an instruction takes files from.
  static List<Stage> sources(Instruction instruction, Scopes scopes) {
    List<Stage> stages = new ArrayList<>();
    for (Base base : bases(instruction, scopes)) {
      if (base instanceof Base.OfStage stage) {
        stages.add(stage.stage());
      }
    }
    return stages;
  }

  /// The stages and images that an instruction takes files from.
  static List<Base> bases(Instruction instruction, Scopes scopes) {
    List<Base> bases = new ArrayList<>();
    switch (instruction) {
      case Instruction.Copy copy -> {
        Flag from = copy.from();
        String source = from == null ? null : from.value();
        if (source != null && !source.isEmpty() && !source.contains("$")) {
          bases.add(scopes.copySource(source));
        }
      }
      case Instruction.Run run -> {
        for (Mount mount : run.mounts()) {
          String source = mount.from();
          if (source != null) {
            bases.add(scopes.mountSource(source));
          }
        }
      }
      default -> {
        // takes nothing from elsewhere
      }
    }
    return bases;
  }

  /// The indexes of the stages that `target` (null: the last one) is built from, itself included; none for an unknown
  /// target.
  BitSet needed(@Nullable String target) {
    BitSet needed = new BitSet();
    Deque<Stage> open = new ArrayDeque<>();
    Stage first = target(target);
    if (first != null) {
      open.add(first);
    }
    while (!open.isEmpty()) {
      Stage stage = open.pop();
      if (!needed.get(stage.index())) {
        needed.set(stage.index());
        if (scopes.base(stage) instanceof Base.OfStage base) {
          open.push(base.stage());
        }
        for (Scopes.Execution execution : scopes.executions(stage)) {
          open.addAll(sources(execution.instruction(), scopes));
        }
      }
    }
    return needed;
  }

  private @Nullable Stage target(@Nullable String target) {
    if (target == null) {
      return file.stages().isEmpty() ? null : file.stages().getLast();
    }
    Stage named = file.stageNamed(target.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    return scopes.copySource(target) instanceof Base.OfStage stage ? stage.stage() : null;
  }
}
