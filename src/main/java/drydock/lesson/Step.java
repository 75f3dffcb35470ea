// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Probe;
import drydock.lesson.goal.Situation;
import drydock.markup.Block;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One step of a lesson.
///
/// @param id stable: progress is kept under it
/// @param picture the kind of picture to show: "build", "layers", …
/// @param focus what of the picture to look at, in the picture's words; possibly empty
/// @param stage what it starts from
/// @param actions what the learner is given to do
/// @param mistakes in order: the first that matches is answered
/// @param why shown when it is done; possibly empty
/// @param notes the speaker's
/// @param solution what reaches the goals, in order
/// @param cleanup what to do when the step is left, beyond removing its stage
/// @param files laid over the lesson's files when the folder is made as this step expects it
/// @param untranslated the words that stand in the pack's first language although another was asked for
public record Step(
    String id,
    String title,
    Kind kind,
    String picture,
    String focus,
    List<Block> text,
    Stage stage,
    List<StepAction> actions,
    List<StepGoal> goals,
    @Nullable Prediction prediction,
    @Nullable Quiz quiz,
    List<Hint> hints,
    List<Mistake> mistakes,
    List<Block> why,
    List<Block> notes,
    List<SolutionLine> solution,
    List<Move> cleanup,
    Map<String, PackFile> files,
    Set<Part> untranslated) {
  public Step {
    text = List.copyOf(text);
    actions = List.copyOf(actions);
    goals = List.copyOf(goals);
    hints = List.copyOf(hints);
    mistakes = List.copyOf(mistakes);
    why = List.copyOf(why);
    notes = List.copyOf(notes);
    solution = List.copyOf(solution);
    cleanup = List.copyOf(cleanup);
    files = Map.copyOf(files);
    untranslated = Set.copyOf(untranslated);
  }

  public enum Kind {
    DO,
    READ,
    PREDICT,
    BREAK,
    QUIZ
  }

  /// The moves of the solution alone.
  public List<Move> moves() {
    return solution.stream().map(SolutionLine::move).toList();
  }

  /// The images whose details the step asks for: [Situation#details] should know them when the engine has them.
  public Set<String> imagesToInspect() {
    Set<String> images = new TreeSet<>();
    asked().forEach(g -> images.addAll(g.imagesToInspect()));
    return images;
  }

  /// What the step has to have asked as things are now, while it is shown: see [Situation#answers].
  public Set<Probe> probes(Situation now) {
    Set<Probe> probes = new LinkedHashSet<>();
    asked().forEach(g -> probes.addAll(g.probes(now)));
    return probes;
  }

  private List<Goal> asked() {
    List<Goal> all = new ArrayList<>(goals.stream().map(StepGoal::goal).toList());
    if (prediction != null) {
      prediction.choices().forEach(c -> all.add(c.right()));
    }
    mistakes.forEach(m -> all.add(m.match()));
    return all;
  }
}
