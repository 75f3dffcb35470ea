// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.markup.Block;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One lesson.
///
/// @param pack id of its pack
/// @param id stable: progress is kept under it
/// @param needs ids of lessons to do before
/// @param image the name that a build of the learner's folder gives
/// @param intro what stands before the first step
/// @param files the learner's folder at the start, by path with `/`
/// @param pictures the images that its text shows, by path with `/`
public record Lesson(
    String pack,
    String id,
    String title,
    int minutes,
    List<String> needs,
    String image,
    List<Block> intro,
    List<Step> steps,
    Map<String, PackFile> files,
    Map<String, PackFile> pictures) {
  public Lesson {
    needs = List.copyOf(needs);
    intro = List.copyOf(intro);
    steps = List.copyOf(steps);
    files = Map.copyOf(files);
    pictures = Map.copyOf(pictures);
  }

  /// The learner's folder as `step` expects it: `files` with the step's own laid over them.
  public Map<String, PackFile> filesAt(Step step) {
    Map<String, PackFile> all = new LinkedHashMap<>(files);
    all.putAll(step.files());
    return all;
  }

  public @Nullable Step step(String stepId) {
    return steps.stream().filter(s -> s.id().equals(stepId)).findFirst().orElse(null);
  }
}
