// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.BaseImages;
import drydock.dockerfile.IgnoreRules;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known beside the file itself. The less is known, the less is said.
///
/// @param buildArgs values given with `--build-arg`
/// @param target the stage to build, by name or number; null: the last one
/// @param unneededStages whether stages that the target does not need are looked at, as `docker
///   build --check` does and a build does not
/// @param platform what is built for
/// @param ignored the `.dockerignore` of the build context
/// @param files names of what lies in the top folder of the build context, folders with `/` at the
///   end; null when not known
public record CheckContext(
    Edition edition,
    Map<String, String> buildArgs,
    @Nullable String target,
    boolean unneededStages,
    String platform,
    IgnoreRules ignored,
    BaseImages environments,
    ImagePlatforms platforms,
    @Nullable Set<String> files) {
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
          ImagePlatforms.UNKNOWN,
          null);

  public CheckContext {
    buildArgs = Map.copyOf(buildArgs);
    files = files == null ? null : Set.copyOf(files);
  }

  /// What lies in the top folder of the build context.
  public CheckContext withFiles(Set<String> names) {
    return new CheckContext(
        edition,
        buildArgs,
        target,
        unneededStages,
        platform,
        ignored,
        environments,
        platforms,
        names);
  }

  public CheckContext withIgnored(IgnoreRules rules) {
    return new CheckContext(
        edition,
        buildArgs,
        target,
        unneededStages,
        platform,
        rules,
        environments,
        platforms,
        files);
  }

  public CheckContext withEdition(Edition other) {
    return new CheckContext(
        other,
        buildArgs,
        target,
        unneededStages,
        platform,
        ignored,
        environments,
        platforms,
        files);
  }

  public CheckContext withBuildArgs(Map<String, String> args) {
    return new CheckContext(
        edition, args, target, unneededStages, platform, ignored, environments, platforms, files);
  }

  public CheckContext withPlatform(String builtFor) {
    return new CheckContext(
        edition,
        buildArgs,
        target,
        unneededStages,
        builtFor,
        ignored,
        environments,
        platforms,
        files);
  }

  /// What is known of base images: their environments and platforms.
  public CheckContext withImages(BaseImages known, ImagePlatforms knownPlatforms) {
    return new CheckContext(
        edition,
        buildArgs,
        target,
        unneededStages,
        platform,
        ignored,
        known,
        knownPlatforms,
        files);
  }

  /// Only what a build of the target looks at.
  public CheckContext withNeededStagesOnly() {
    return new CheckContext(
        edition, buildArgs, target, false, platform, ignored, environments, platforms, files);
  }
}
