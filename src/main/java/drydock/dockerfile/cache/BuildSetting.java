// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a build is made with, besides its Dockerfile and its context.
///
/// @param target the stage to build; the last one when null
/// @param buildArgs as given, and the values of the platform (TARGETARCH, …) where they are known
/// @param platform that is built on and for, "linux/amd64"; empty when it is not known
/// @param noCache whether RUN, COPY and ADD are to run in any case
/// @param merges whether `COPY --link` has an effect: with the containerd image store it has
/// @param images by the reference that the Dockerfile gives, variables replaced
public record BuildSetting(
    @Nullable String target,
    Map<String, String> buildArgs,
    String platform,
    boolean noCache,
    boolean merges,
    Function<String, BaseImage> images) {
  public BuildSetting {
    buildArgs = Map.copyOf(buildArgs);
  }

  /// The same with other answers about images.
  public BuildSetting with(Function<String, BaseImage> asked) {
    return new BuildSetting(target, buildArgs, platform, noCache, merges, asked);
  }
}
