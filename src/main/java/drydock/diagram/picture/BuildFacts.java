// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the build picture shows besides the build itself.
///
/// @param tag the name asked for, possibly empty
/// @param command the `docker build …` line that does the same
/// @param imageBytes size of the image that came out, once it is known
/// @param at when the engine said the last of it; null before a build
public record BuildFacts(
    String tag, String command, @Nullable Long imageBytes, @Nullable Instant at) {
  /// What can be said with a tag alone.
  public static BuildFacts of(String tag) {
    return new BuildFacts(
        tag, tag.isEmpty() ? "docker build ." : "docker build -t " + tag + " .", null, null);
  }

  public BuildFacts withImage(long bytes) {
    return new BuildFacts(tag, command, bytes, at);
  }

  public BuildFacts at(Instant moment) {
    return new BuildFacts(tag, command, imageBytes, moment);
  }
}
