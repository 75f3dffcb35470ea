// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of images that stages start from.
@FunctionalInterface
public interface BaseImages {
  /// Nothing is known of any.
  BaseImages UNKNOWN = reference -> null;

  /// The environment of an image, in its order; null when it is not known.
  ///
  /// @param reference as FROM names it, variables replaced
  @Nullable Map<String, String> environment(String reference);
}
