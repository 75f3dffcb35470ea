// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.EndpointAttempt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tries every endpoint. Blocks for up to a few seconds.
@FunctionalInterface
public interface Search {
  /// @param preferred the endpoint that the person chose; null without a choice
  List<EndpointAttempt> attempts(@Nullable String preferred);
}
