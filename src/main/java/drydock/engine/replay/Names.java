// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;

/// Which object of a state a name means.
final class Names {
  private static final int SHORTEST_ID = 12;

  private Names() {}

  /// The id of the container; as it was given when there is none.
  static String container(EngineState state, String nameOrId) {
    if (state.containers().containsKey(nameOrId)) {
      return nameOrId;
    }
    return state.containers().values().stream()
        .filter(c -> c.name().equals(nameOrId) || begins(c.id(), nameOrId))
        .map(Container::id)
        .findFirst()
        .orElse(nameOrId);
  }

  /// The id of the image; as it was given when there is none.
  static String image(EngineState state, String reference) {
    if (state.images().containsKey(reference)) {
      return reference;
    }
    return state
        .imageTagged(reference)
        .map(ImageSummary::id)
        .or(
            () ->
                state.images().values().stream()
                    .filter(
                        i ->
                            i.digests().contains(reference)
                                || begins(i.id(), reference)
                                || begins(i.id(), "sha256:" + reference))
                    .map(ImageSummary::id)
                    .findFirst())
        .orElse(reference);
  }

  private static boolean begins(String id, String text) {
    return text.length() >= SHORTEST_ID && id.startsWith(text);
  }
}
