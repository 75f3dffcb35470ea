// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import org.jspecify.annotations.Nullable;

/// Files that a step takes from elsewhere than the build context. The builder finds them the same
/// when what made them is the same, or else when they themselves are: that it alone can see, and
/// only when they are there.
public sealed interface Artifact {
  /// What of it is taken.
  String selector();

  /// @param step the last step of the stage; empty when it has none
  record OfStage(String stage, String step, String selector) implements Artifact {}

  /// @param identity of the image; null when it is not known
  record OfImage(String reference, @Nullable String identity, String selector)
      implements Artifact {}

  /// What a server will answer.
  record OfNetwork(String address, String selector) implements Artifact {}
}
