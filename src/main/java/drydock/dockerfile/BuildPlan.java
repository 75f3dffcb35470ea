// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a Dockerfile will build, from its text alone.
///
/// @param syntaxImage the frontend that `# syntax=` names
/// @param stages in file order
public record BuildPlan(@Nullable String syntaxImage, List<Stage> stages) {
  public BuildPlan {
    stages = List.copyOf(stages);
  }

  /// A plan without a frontend of its own.
  public BuildPlan(List<Stage> stages) {
    this(null, stages);
  }

  /// Reads a Dockerfile as far as it can be read; never throws.
  ///
  /// @param buildArgs values that override ARG defaults; the platform arguments (TARGETARCH, BUILDPLATFORM, …) need no ARG
  ///     before FROM, as in BuildKit, and are empty unless they are given here
  public static BuildPlan of(String text, Map<String, String> buildArgs) {
    return of(Dockerfile.parse(text), buildArgs);
  }

  public static BuildPlan of(Dockerfile dockerfile, Map<String, String> buildArgs) {
    return new PlanReader(dockerfile, buildArgs).read();
  }

  /// Images that must be on the engine before `target` (null: the last stage) can be built: bases of the stages it needs,
  /// `COPY --from=` and `RUN --mount=from=` images, and the `# syntax=` frontend. Without `scratch`; variables expanded.
  public List<String> externalImages(@Nullable String target) {
    Set<String> images = new LinkedHashSet<>();
    if (syntaxImage != null) {
      images.add(syntaxImage);
    }
    neededStages(target).forEach(stage -> images.addAll(stage.images()));
    return List.copyOf(images);
  }

  /// The stages that `target` (null: the last one) is built from, itself included, in file order. None for an unknown
  /// target.
  public List<Stage> neededStages(@Nullable String target) {
    SortedSet<Integer> needed = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(index(target));
    while (!open.isEmpty()) {
      int next = open.pop();
      if (needed.add(next)) {
        open.addAll(stages.get(next).needs());
      }
    }
    return needed.stream().map(stages::get).toList();
  }

  /// What the builder makes of it for `target` (null: the last stage): its vertices and the edges
  /// between them.
  public BuildGraph graph(@Nullable String target) {
    return BuildGraph.of(this, target);
  }

  /// Whether there is a stage that `target` (null: the last one) means.
  public boolean hasTarget(@Nullable String target) {
    return !index(target).isEmpty();
  }

  /// The step of this key; null when there is none.
  public @Nullable Step step(String key) {
    return stages.stream()
        .flatMap(stage -> stage.steps().stream())
        .filter(step -> step.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /// The step that a line belongs to; null when the line makes none.
  ///
  /// @param line counted from 1
  public @Nullable Step stepAt(int line) {
    return stages.stream()
        .flatMap(stage -> stage.steps().stream())
        .filter(step -> step.firstLine() <= line && line <= step.lastLine())
        .findFirst()
        .orElse(null);
  }

  private Collection<Integer> index(@Nullable String target) {
    if (target == null) {
      return stages.isEmpty() ? List.of() : List.of(stages.size() - 1);
    }
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).name().equals(target.toLowerCase(Locale.ROOT))) {
        return List.of(i);
      }
    }
    int number = Scopes.isNumber(target) ? Integer.parseInt(target) : -1;
    return number < 0 || number >= stages.size() ? List.of() : List.of(number);
  }

  /// @param name lower case; "stage-N" when it has none, N counted from 0
  /// @param base the image or stage that it starts from, variables expanded
  /// @param images images that this stage itself needs: its base, `--from`
  /// @param needs indexes of the stages that it needs: its base, `--from`
  /// @param last key of the step that it ends with, its own or one of the stage that it starts
  ///   from; null when there is none
  /// @param settings the instructions that make no step, such as ENV and CMD, in file order
  public record Stage(
      String name,
      String base,
      Set<String> images,
      Set<Integer> needs,
      int firstLine,
      int lastLine,
      List<Step> steps,
      @Nullable String last,
      List<Setting> settings) {
    public Stage {
      images = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(images));
      needs = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(needs));
      steps = List.copyOf(steps);
      settings = List.copyOf(settings);
    }
  }

  /// An instruction that only changes the image's configuration, and what later steps get to see.
  public record Setting(String instruction, String text, int firstLine, int lastLine) {}

  /// A step that BuildKit makes a vertex of: FROM an image (not a stage, not scratch), RUN, COPY,
  /// ADD, WORKDIR unless it is `/`, and the triggers that ONBUILD left in the stage it starts from.
  ///
  /// @param key `stage/position`, the same identity as the builder's trace gets
  /// @param firstLine counted from 1
  /// @param inputs what it takes from elsewhere
  /// @param content the same for steps that the builder cannot tell apart when their inputs are the
  ///   same too; empty when no other step can be the same
  public record Step(
      String key,
      String instruction,
      String text,
      int firstLine,
      int lastLine,
      List<Input> inputs,
      Content content) {
    public Step {
      inputs = List.copyOf(inputs);
    }

    /// A step that takes nothing, and is like no other.
    public Step(String key, String instruction, String text, int firstLine, int lastLine) {
      this(key, instruction, text, firstLine, lastLine, List.of(), Content.UNKNOWN);
    }
  }

  /// Something that a step takes.
  ///
  /// @param from the key of a step, [BuildGraph#CONTEXT], or [BuildGraph#IMAGE] and an image's name
  public record Input(String from, Kind kind) {
    public enum Kind {
      /// The step before it in its stage.
      PREVIOUS,
      /// The last step of the stage that its stage starts from.
      BASE,
      /// Files that it copies.
      COPY,
      /// Files that it sees while it runs.
      MOUNT
    }
  }
}
