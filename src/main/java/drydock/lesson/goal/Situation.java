// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildState;
import drydock.engine.EngineState;
import drydock.engine.Image;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that goals look at, at one moment.
///
/// @param engine null when no engine answers
/// @param build the last build of the lesson's folder, running or ended; null before the first
/// @param files texts of the lesson's folder, by path with `/`
/// @param details images inspected so far, by image id; see [drydock.lesson.Step#imagesToInspect]
/// @param answers to what was asked so far; see [drydock.lesson.Step#probes]
public record Situation(
    @Nullable EngineState engine,
    @Nullable BuildState build,
    Map<String, String> files,
    Map<String, Image> details,
    Map<Probe, ProbeAnswer> answers) {
  public static final Situation NOTHING_KNOWN = new Situation(null, null, Map.of(), Map.of());

  public Situation {
    files = Map.copyOf(files);
    details = Map.copyOf(details);
    answers = Map.copyOf(answers);
  }

  /// Nothing was asked.
  public Situation(
      @Nullable EngineState engine,
      @Nullable BuildState build,
      Map<String, String> files,
      Map<String, Image> details) {
    this(engine, build, files, details, Map.of());
  }

  public Situation with(Map<Probe, ProbeAnswer> more) {
    return new Situation(engine, build, files, details, more);
  }
}
