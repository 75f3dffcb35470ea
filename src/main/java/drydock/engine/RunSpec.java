// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to run. Ports are always published on 127.0.0.1.
///
/// @param name the container's name; the engine picks one when null
/// @param command replaces the image's CMD unless empty
/// @param ports container port ("80/tcp") to host port, 0 for any free one
/// @param memoryBytes limit, 0 for none
public record RunSpec(
    String image,
    @Nullable String name,
    List<String> command,
    Map<String, String> env,
    Map<String, Integer> ports,
    long memoryBytes,
    Ownership ownership) {
  public RunSpec {
    command = List.copyOf(command);
    env = Map.copyOf(env);
    ports = Map.copyOf(ports);
  }

  public static RunSpec of(String image, Ownership ownership) {
    return new RunSpec(image, null, List.of(), Map.of(), Map.of(), 0, ownership);
  }
}
