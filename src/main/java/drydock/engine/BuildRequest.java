// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to build.
///
/// @param context writes the build context
/// @param dockerfile path of the Dockerfile inside the context
/// @param tags names for the image; each must be free or name an image of ours
/// @param target the stage to build; the last one when null
public record BuildRequest(
    ArchiveWriter context,
    String dockerfile,
    List<String> tags,
    @Nullable String target,
    Map<String, String> buildArgs,
    boolean noCache,
    Ownership ownership) {
  public BuildRequest {
    tags = List.copyOf(tags);
    buildArgs = Map.copyOf(buildArgs);
  }
}
