// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.BaseImages;
import drydock.dockerfile.IgnoreRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known beside the file itself. The less is known, the less is said.
///
/// @param buildArgs values given with `--build-arg`
/// @param target the stage to build, by name or number; null: the last one
/// @param unneededStages whether stages that the target does not need are looked at, as `docker
///   build --check` does and a build does not
/// @param platform what is built for
/// @param ignored the `.dockerignore` of the build context
public record CheckContext(
    Edition edition,
    Map<String, String> buildArgs,
    @Nullable String target,
    boolean unneededStages,
    String platform,
    IgnoreRules ignored,
    BaseImages environments,
    ImagePlatforms platforms) {
  /// Nothing is known: for a file alone, all of whose stages are looked at.
  public static final CheckContext NONE =
      new CheckContext(
          Edition.DOCKER_28,
          Map.of(),
          null,
          true,
          "linux/amd64",
          IgnoreRules.NONE,
          BaseImages.UNKNOWN,
          ImagePlatforms.UNKNOWN);

  public CheckContext {
    buildArgs = Map.copyOf(buildArgs);
  }

  public CheckContext withIgnored(IgnoreRules rules) {
    return new CheckContext(
        edition, buildArgs, target, unneededStages, platform, rules, environments, platforms);
  }

  public CheckContext withEdition(Edition other) {
    return new CheckContext(
        other, buildArgs, target, unneededStages, platform, ignored, environments, platforms);
  }

  public CheckContext withBuildArgs(Map<String, String> args) {
    return new CheckContext(
        edition, args, target, unneededStages, platform, ignored, environments, platforms);
  }

  public CheckContext withPlatform(String builtFor) {
    return new CheckContext(
        edition, buildArgs, target, unneededStages, builtFor, ignored, environments, platforms);
  }

  /// What is known of base images: their environments and platforms.
  public CheckContext withImages(BaseImages known, ImagePlatforms knownPlatforms) {
    return new CheckContext(
        edition, buildArgs, target, unneededStages, platform, ignored, known, knownPlatforms);
  }

  /// Only what a build of the target looks at.
  public CheckContext withNeededStagesOnly() {
    return new CheckContext(
        edition, buildArgs, target, false, platform, ignored, environments, platforms);
  }
}
