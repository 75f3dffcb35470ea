// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All that is known of an engine at one moment. Immutable, so that a past state can be kept by reference.
///
/// @param images by id
/// @param containers by id
/// @param networks by id
/// @param volumes by name
/// @param at when the last answer in it came, by this computer's clock
public record EngineState(
    EngineInfo info,
    Map<String, ImageSummary> images,
    Map<String, Container> containers,
    Map<String, Network> networks,
    Map<String, Volume> volumes,
    Instant at) {
  public EngineState {
    images = Map.copyOf(images);
    containers = Map.copyOf(containers);
    networks = Map.copyOf(networks);
    volumes = Map.copyOf(volumes);
  }

  /// The image that a tag names. "busybox" means "busybox:latest", as for Docker. Podman writes such names in full, with
  /// the registry that they came from, or "localhost" when they came from none.
  public Optional<ImageSummary> imageTagged(String reference) {
    String tag = withTag(reference);
    return Stream.of("", "docker.io/library/", "docker.io/", "localhost/")
        .map(registry -> registry + tag)
        .flatMap(full -> images.values().stream().filter(i -> i.tags().contains(full)))
        .findFirst();
  }

  private static String withTag(String reference) {
    return reference.lastIndexOf(':') > reference.lastIndexOf('/')
        ? reference
        : reference + ":latest";
  }
}
