// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import java.util.List;
import java.util.function.Function;

/// Checks that the engine's list of images answers.
final class ImageChecks {
  private ImageChecks() {}

  static Verdict exists(Goal.ImageExists goal, Situation now) {
    return ours(
        goal.image(),
        now,
        image -> Verdict.met(Messages.get("lesson.verdict.image.there", goal.image())));
  }

  static Verdict layersAdded(Goal.LayersAdded goal, Situation now) {
    return ours(
        goal.image(),
        now,
        image -> {
          // ours() only gets here with a state
          ImageSummary base =
              now.engine() == null ? null : now.engine().imageTagged(goal.base()).orElse(null);
          if (base == null) {
            return Verdict.unknown(Messages.get("lesson.verdict.base.missing", goal.base()));
          }
          if (!startsWith(image.layers(), base.layers())) {
            return Verdict.unmet(
                Messages.get("lesson.verdict.base.other", goal.image(), goal.base()));
          }
          int added = image.layers().size() - base.layers().size();
          return goal.count().has(added)
              ? Verdict.met(Messages.get("lesson.verdict.layers", goal.image(), added, goal.base()))
              : Verdict.unmet(
                  Messages.get(
                      "lesson.verdict.layers.wanted",
                      goal.image(),
                      added,
                      goal.base(),
                      Words.count(goal.count())));
        });
  }

  static Verdict atMost(Goal.ImageAtMost goal, Situation now) {
    return ours(
        goal.image(),
        now,
        image -> {
          String size = Words.bytes(image.sizeBytes());
          return image.sizeBytes() <= goal.bytes()
              ? Verdict.met(Messages.get("lesson.verdict.size", goal.image(), size))
              : Verdict.unmet(
                  Messages.get(
                      "lesson.verdict.size.wanted", goal.image(), size, Words.bytes(goal.bytes())));
        });
  }

  /// Goes on with the image of that name if it is there and Drydock's, else says what is the matter.
  static Verdict ours(String name, Situation now, Function<ImageSummary, Verdict> next) {
    EngineState engine = now.engine();
    if (engine == null) {
      return GoalCheck.engineUnknown();
    }
    return engine
        .imageTagged(name)
        .map(
            image ->
                image.ours()
                    ? next.apply(image)
                    : Verdict.unmet(Messages.get("lesson.verdict.image.foreign", name)))
        .orElseGet(() -> Verdict.unmet(Messages.get("lesson.verdict.image.missing", name)));
  }

  private static boolean startsWith(List<String> layers, List<String> base) {
    return layers.size() >= base.size() && layers.subList(0, base.size()).equals(base);
  }
}
