// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.engine.HealthCheck;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.RestartPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A container as a step's stage or a move declares it. What is empty is the image's or the engine's own.
///
/// @param name the engine picks one when empty
/// @param command replaces the image's CMD unless empty
/// @param entrypoint replaces the image's ENTRYPOINT unless empty
/// @param ports container port ("80/tcp") to host port; "" for any that is free
/// @param modes network: a network's name, "none" or "container:NAME"; pid and ipc: "container:NAME"
/// @param aliases more names in its network
/// @param state how it is when the step starts
public record StagedContainer(
    String name,
    String image,
    List<String> command,
    List<String> entrypoint,
    Map<String, String> env,
    Map<String, String> ports,
    Limits limits,
    NamespaceModes modes,
    List<String> aliases,
    List<StagedMount> mounts,
    String user,
    String workingDir,
    RestartPolicy restartPolicy,
    @Nullable HealthCheck healthCheck,
    State state) {
  public StagedContainer {
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    // in the author's order, for the docker line that says the same
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    aliases = List.copyOf(aliases);
    mounts = List.copyOf(mounts);
  }

  /// As `docker run -d IMAGE` makes it.
  public static StagedContainer of(String image) {
    return new StagedContainer(
        "",
        image,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Limits.NONE,
        NamespaceModes.USUAL,
        List.of(),
        List.of(),
        "",
        "",
        RestartPolicy.NO,
        null,
        State.RUNNING);
  }

  public enum State {
    RUNNING,
    CREATED,
    /// It ran, and ended by itself.
    EXITED
  }
}
