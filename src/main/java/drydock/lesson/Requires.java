// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.engine.ApiVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a pack or a lesson needs of the engine and of the learner.
///
/// @param api the oldest that will do; null for any
public record Requires(
    @Nullable ApiVersion api, Set<Feature> features, List<Permission> permissions) {
  public static final Requires NOTHING = new Requires(null, Set.of(), List.of());

  public Requires {
    features = Set.copyOf(features);
    permissions = List.copyOf(permissions);
  }
}
