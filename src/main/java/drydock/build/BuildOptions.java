// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.engine.Ownership;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to build, and how.
///
/// @param folder the build context
/// @param dockerfile path of the Dockerfile inside the folder
/// @param tags names for the image; each must be free or name an image of ours
/// @param target the stage to build; the last one when null
public record BuildOptions(
    Path folder,
    String dockerfile,
    List<String> tags,
    @Nullable String target,
    Map<String, String> buildArgs,
    boolean noCache,
    Ownership ownership) {
  public BuildOptions {
    tags = List.copyOf(tags);
    buildArgs = Map.copyOf(buildArgs);
  }

  /// The folder's `Dockerfile` to its last stage.
  public static BuildOptions of(Path folder, String tag, Ownership ownership) {
    return new BuildOptions(folder, "Dockerfile", List.of(tag), null, Map.of(), false, ownership);
  }
}
