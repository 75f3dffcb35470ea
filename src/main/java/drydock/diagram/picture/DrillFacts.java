// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.CoreDrill;
import drydock.engine.PathChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the core drill is drawn from: one path through all layers.
///
/// @param image the image's name
/// @param steps what made each layer, lowest first; empty where it is not known
/// @param own what a container's own layer says; null when no container is asked, or its layer says nothing
/// @param at when the engine answered
public record DrillFacts(
    String image, List<String> steps, CoreDrill drill, @Nullable Own own, Instant at) {
  public DrillFacts {
    steps = List.copyOf(steps);
  }

  /// A container's own layer says this of the path.
  public record Own(String container, PathChange.Kind kind, Instant at) {}
}
