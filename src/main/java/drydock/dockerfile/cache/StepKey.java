// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.BuildPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What decides whether a step is carried out: what it does (`operation`), on what (`parent`), with
/// which files from elsewhere (`artifacts`). Files of the build context are part of what it does,
/// for only what they hold counts.
///
/// @param parent key of the step that this one changes the result of; empty for an empty file
///   system
/// @param operation a digest
/// @param parts the same as data
/// @param apart whether the parent does not count
/// @param unknown why the operation is not known; null when it is
public record StepKey(
    BuildPlan.Step step,
    String parent,
    String operation,
    List<Part> parts,
    List<Artifact> artifacts,
    boolean apart,
    @Nullable Cause unknown) {
  public StepKey {
    parts = List.copyOf(parts);
    artifacts = List.copyOf(artifacts);
  }

  /// Whether it is a base image, which is fetched and not built.
  boolean isBase() {
    return step.instruction().equals("FROM");
  }
}
