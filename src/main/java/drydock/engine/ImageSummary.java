// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An image as the engine lists it.
///
/// @param id "sha256:…"
/// @param tags references that name it, "busybox:1.37"; empty when dangling
/// @param sizeBytes as the engine counts it: the containerd image store counts packed and unpacked bytes
/// @param layers the diff IDs of its layers, lowest first; they say which layers images share
public record ImageSummary(
    String id,
    List<String> tags,
    List<String> digests,
    Instant created,
    long sizeBytes,
    Map<String, String> labels,
    List<String> layers)
    implements EngineObject {
  public ImageSummary {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Map.copyOf(labels);
    layers = List.copyOf(layers);
  }

  /// What people call it: its first tag in the order of the alphabet, or the beginning of its id.
  public String name() {
    String hex = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
    return tags.stream().sorted().findFirst().orElse(hex.substring(0, Math.min(12, hex.length())));
  }

  @Override
  public boolean ours() {
    return Ownership.isOurs(labels, Ownership.Kind.IMAGE);
  }
}
