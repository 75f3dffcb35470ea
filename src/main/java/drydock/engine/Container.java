// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A container as `GET /containers/{id}/json` shows it.
///
/// @param name without the leading slash
/// @param image the reference that it was created from
/// @param exitCode of the last run; meaningful once it exited
public record Container(
    String id,
    String name,
    String image,
    String imageId,
    List<String> command,
    Status status,
    int exitCode,
    boolean oomKilled,
    String error,
    @Nullable Instant created,
    @Nullable Instant started,
    @Nullable Instant finished,
    Map<String, String> labels,
    List<Port> ports) {
  public Container {
    command = List.copyOf(command);
    labels = Map.copyOf(labels);
    ports = List.copyOf(ports);
  }

  public boolean ours() {
    return Ownership.isOurs(labels, Ownership.Kind.CONTAINER);
  }

  /// Docker's own states.
  public enum Status {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD,
    UNKNOWN
  }

  /// A published port.
  ///
  /// @param containerPort as Docker writes it: "80/tcp"
  public record Port(String containerPort, String hostIp, int hostPort) {}
}
