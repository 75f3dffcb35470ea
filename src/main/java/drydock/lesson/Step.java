// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.Situation;
import drydock.markup.Block;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One step of a lesson.
///
/// @param id stable: progress is kept under it
/// @param picture the kind of picture to show: "build", "layers", …
/// @param hints in order
/// @param why shown when it is done; possibly empty
/// @param notes the speaker's
/// @param solution what reaches the goals, in order
/// @param files laid over the lesson's files when the folder is made as this step expects it
public record Step(
    String id,
    String title,
    Kind kind,
    String picture,
    List<Block> text,
    List<StepGoal> goals,
    @Nullable Prediction prediction,
    List<List<Block>> hints,
    List<Block> why,
    List<Block> notes,
    List<Move> solution,
    Map<String, PackFile> files) {
  public Step {
    text = List.copyOf(text);
    goals = List.copyOf(goals);
    hints = List.copyOf(hints);
    why = List.copyOf(why);
    notes = List.copyOf(notes);
    solution = List.copyOf(solution);
    files = Map.copyOf(files);
  }

  public enum Kind {
    DO,
    READ,
    PREDICT,
    BREAK
  }

  /// The images whose details the goals ask for: [Situation#details] should know them when the engine has them.
  public Set<String> imagesToInspect() {
    Set<String> images = new TreeSet<>();
    goals.forEach(g -> images.addAll(g.goal().imagesToInspect()));
    if (prediction != null) {
      prediction.choices().forEach(c -> images.addAll(c.right().imagesToInspect()));
    }
    return images;
  }
}
