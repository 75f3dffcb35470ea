// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.EngineInfo;
import drydock.engine.EngineInfo.Limit;
import drydock.lesson.Lesson;
import drydock.messages.Messages;
import java.util.Set;

/// What an engine can do of a lesson, by what the engine says of itself, never by its name.
public sealed interface Fitness {
  /// All of it.
  record Whole() implements Fitness {}

  /// All steps, with less to see.
  ///
  /// @param why in a sentence
  record Reduced(String why) implements Fitness {}

  /// @param why in a sentence
  record Impossible(String why) implements Fitness {}

  static Fitness of(EngineInfo engine, Lesson lesson) {
    if (!engine.machine().osType().equals("linux")) {
      return new Impossible(Messages.get("doctor.lesson.windows"));
    }
    if (shows(lesson, "limits")
        && !engine.cgroups().limits().containsAll(Set.of(Limit.MEMORY, Limit.CPU))) {
      return new Impossible(Messages.get("doctor.lesson.limits"));
    }
    if (shows(lesson, "build") && engine.builder() == EngineInfo.Builder.CLASSIC) {
      return new Reduced(Messages.get("doctor.lesson.classic"));
    }
    return new Whole();
  }

  private static boolean shows(Lesson lesson, String picture) {
    return lesson.steps().stream().anyMatch(step -> step.picture().equals(picture));
  }
}
