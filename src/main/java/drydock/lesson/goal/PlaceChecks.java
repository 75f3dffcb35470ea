// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.EngineState;
import drydock.engine.Volume;
import drydock.messages.Messages;

/// Checks of files inside of containers, images and volumes.
final class PlaceChecks {
  private PlaceChecks() {}

  static Verdict check(Goal.FileIn goal, Situation now) {
    EngineState engine = now.engine();
    if (engine == null) {
      return GoalCheck.engineUnknown();
    }
    return switch (goal.place()) {
      case Goal.Place.InContainer p ->
          Selection.some(
              p.container(),
              now,
              _ ->
                  Selection.best(
                      Probes.candidates(p.container(), engine).stream()
                          .map(
                              c ->
                                  holds(
                                      goal,
                                      new Probe.ContainerFile(c.id(), goal.path()),
                                      c.name(),
                                      now))
                          .toList()));
      case Goal.Place.InImage p ->
          engine
              .imageTagged(p.image())
              .map(i -> holds(goal, new Probe.ImageFile(i.id(), goal.path()), p.image(), now))
              .orElseGet(
                  () -> Verdict.unmet(Messages.get("lesson.verdict.image.missing", p.image())));
      case Goal.Place.InVolume p -> inVolume(goal, p.volume(), engine, now);
    };
  }

  private static Verdict inVolume(
      Goal.FileIn goal, String name, EngineState engine, Situation now) {
    Volume volume = engine.volumes().get(name);
    return volume != null && volume.ours()
        ? holds(goal, new Probe.VolumeFile(name, goal.path()), name, now)
        : NetworkChecks.volume(new Goal.VolumeExists(name), now);
  }

  private static Verdict holds(Goal.FileIn goal, Probe probe, String place, Situation now) {
    String path = goal.path();
    String there = Messages.get("lesson.verdict.path.there", place, path);
    String missing = Messages.get("lesson.verdict.path.missing", place, path);
    return switch (goal.holding()) {
      case Goal.Holding.Has _ ->
          ProbeChecks.answered(probe, now, _ -> Verdict.met(there), () -> Verdict.unmet(missing));
      case Goal.Holding.Lacks _ ->
          ProbeChecks.answered(
              probe,
              now,
              _ -> Verdict.unmet(Messages.get("lesson.verdict.path.unwanted", place, path)),
              () -> Verdict.met(missing));
      case Goal.Holding.Says h ->
          ProbeChecks.answered(
              probe,
              now,
              came ->
                  came.text().contains(h.text())
                      ? Verdict.met(
                          Messages.get(
                              "lesson.verdict.path.says", place, path, Words.shown(h.text())))
                      : Verdict.unmet(
                          Messages.get(
                              "lesson.verdict.path.says.not", place, path, Words.shown(h.text()))),
              () -> Verdict.unmet(missing));
    };
  }

  static String name(Goal.Place place) {
    return switch (place) {
      case Goal.Place.InContainer p -> Selection.words(p.container());
      case Goal.Place.InImage p -> p.image();
      case Goal.Place.InVolume p -> p.volume();
    };
  }
}
