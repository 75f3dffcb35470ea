// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.markup.Block;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One lesson, in one language. Its words and logic may name [#vars] until [Vars#resolve] has put values in their place.
///
/// @param pack id of its pack
/// @param id stable: progress is kept under it
/// @param folder its folder's name in the pack
/// @param locale the language asked for: "en", "pt-BR"
/// @param needs ids of lessons to do before
/// @param image the name that a build of the learner's folder gives; empty when nothing is built
/// @param vars by name, in order
/// @param intro what stands before the first step
/// @param files the learner's folder at the start, by path with `/`
/// @param pictures the images that its text shows, by path with `/`
/// @param recording what a real engine did, for use without one
/// @param untranslated the words that stand in the pack's first language although another was asked for
/// @param others the same lesson in the pack's other languages, by locale; empty in those
public record Lesson(
    String pack,
    String id,
    String folder,
    String locale,
    String title,
    int minutes,
    @Nullable Level level,
    List<String> needs,
    Requires requires,
    String image,
    Map<String, Var> vars,
    List<Block> intro,
    List<Step> steps,
    Map<String, PackFile> files,
    Map<String, PackFile> pictures,
    @Nullable Recording recording,
    Set<Part> untranslated,
    Map<String, Lesson> others) {
  public Lesson {
    needs = List.copyOf(needs);
    vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    intro = List.copyOf(intro);
    steps = List.copyOf(steps);
    files = Map.copyOf(files);
    pictures = Map.copyOf(pictures);
    untranslated = Set.copyOf(untranslated);
    others = Map.copyOf(others);
  }

  /// @param path in the pack, with `/`
  public record Recording(String path, PackFile file) {}

  /// The learner's folder as `step` expects it: `files` with the step's own laid over them.
  public Map<String, PackFile> filesAt(Step step) {
    Map<String, PackFile> all = new LinkedHashMap<>(files);
    all.putAll(step.files());
    return all;
  }

  public @Nullable Step step(String stepId) {
    return steps.stream().filter(s -> s.id().equals(stepId)).findFirst().orElse(null);
  }

  /// The same logic with the words of a language, or of the nearest there is: "de-AT" may get "de". To be asked of the
  /// lesson as its pack holds it.
  ///
  /// @param wanted a language tag
  public Lesson in(String wanted) {
    return Locales.nearest(wanted, locale, others.keySet())
        .map(found -> others.getOrDefault(found, this))
        .orElse(this);
  }
}
