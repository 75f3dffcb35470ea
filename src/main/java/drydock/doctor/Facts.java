// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.ContainerEngine;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import drydock.engine.ImageSummary;
import drydock.lesson.pack.PackReading;
import drydock.messages.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that a report is made of.
///
/// @param attempts every endpoint in order of preference, with what became of it
/// @param engine the one that is used; null when none is
/// @param images the tags of the engine's images; null when they are not known
/// @param ownDisk this computer's; null when it is not known
/// @param engineDisk the one that the engine keeps its objects on; null when it cannot be seen from here
/// @param packs the lessons
public record Facts(
    HostSystem system,
    List<EndpointAttempt> attempts,
    @Nullable EngineInfo engine,
    @Nullable Set<String> images,
    Usage usage,
    @Nullable Disk ownDisk,
    @Nullable Disk engineDisk,
    List<PackReading> packs) {
  public Facts {
    attempts = List.copyOf(attempts);
    images = images == null ? null : Set.copyOf(images);
    packs = List.copyOf(packs);
  }

  /// What can be told without asking the engine anything. Looks at this computer's disk.
  public static Facts of(
      List<EndpointAttempt> attempts, @Nullable EngineInfo engine, List<PackReading> packs) {
    Computer here = Computer.current();
    return new Facts(
        here.system(),
        attempts,
        engine,
        null,
        new Usage.Unasked(),
        here.disk(),
        engine == null ? null : here.diskOf(engine),
        packs);
  }

  /// These with what the engine itself has to tell. Blocks while it counts, which can take seconds.
  public Facts asked(ContainerEngine from) {
    return new Facts(system, attempts, engine, tags(from), usage(from), ownDisk, engineDisk, packs);
  }

  /// These with what was counted before, when it was the same engine that counted, so that nothing goes away only to come
  /// back.
  public Facts remembering(Facts before) {
    boolean same =
        engine != null && before.engine != null && engine.id().equals(before.engine.id());
    return same
        ? new Facts(
            system, attempts, engine, before.images, before.usage, ownDisk, engineDisk, packs)
        : this;
  }

  private static @Nullable Set<String> tags(ContainerEngine from) {
    try {
      return from.images().list().stream()
          .map(ImageSummary::tags)
          .flatMap(List::stream)
          .collect(Collectors.toSet());
    } catch (EngineException e) {
      return null; // the lessons then tell nothing of images
    }
  }

  private static Usage usage(ContainerEngine from) {
    try {
      return new Usage.Counted(from.diskUsage());
    } catch (EngineException e) {
      return new Usage.Uncounted(Problems.sentence(e.problem()));
    }
  }
}
