// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import org.jspecify.annotations.Nullable;

/// What is known of the platforms of images.
@FunctionalInterface
public interface ImagePlatforms {
  ImagePlatforms UNKNOWN = reference -> null;

  /// "linux/arm64"; null when it is not known.
  ///
  /// @param reference as FROM names it, variables replaced
  @Nullable String platform(String reference);
}
