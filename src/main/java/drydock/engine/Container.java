// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A container as `GET /containers/{id}/json` shows it.
///
/// @param name without the leading slash
/// @param image the reference that it was created from
/// @param env "NAME=value", those of the image among them
/// @param user as whom its first process runs, "app" or "1000:1000"; empty for the image's own, usually root
/// @param terminal whether its process has a terminal
/// @param ports those published
/// @param networks by the network's name
/// @param modes as it was created
public record Container(
    String id,
    String name,
    String image,
    String imageId,
    List<String> command,
    List<String> env,
    String user,
    @Nullable Instant created,
    State state,
    boolean terminal,
    Map<String, String> labels,
    List<Port> ports,
    Map<String, Attachment> networks,
    List<Mount> mounts,
    Limits limits,
    NamespaceModes modes,
    RestartPolicy restartPolicy)
    implements EngineObject {
  /// So that in pictures and lists a new one moves none of those that are there.
  public static final Comparator<Container> OLDEST_FIRST =
      Comparator.comparing((Container c) -> c.created() == null ? Instant.EPOCH : c.created())
          .thenComparing(Container::id);

  public Container {
    command = List.copyOf(command);
    env = List.copyOf(env);
    labels = Map.copyOf(labels);
    ports = List.copyOf(ports);
    networks = Map.copyOf(networks);
    mounts = List.copyOf(mounts);
  }

  @Override
  public boolean ours() {
    return Ownership.isOurs(labels, Ownership.Kind.CONTAINER);
  }

  public Status status() {
    return state.status;
  }

  public boolean running() {
    return state.status == Status.RUNNING;
  }

  /// Whether its processes are there: a paused one keeps its memory and its addresses.
  public boolean alive() {
    return running() || state.status == Status.PAUSED;
  }

  /// How it is, or how it ended.
  ///
  /// @param exitCode of the last run; meaningful once it exited
  /// @param oomKilled whether the kernel killed something in it for want of memory
  /// @param error why the engine could not start it; usually empty
  /// @param pid of its first process, as the engine's machine counts; 0 when none runs
  /// @param restarts how often its restart policy started it again
  public record State(
      Status status,
      int exitCode,
      boolean oomKilled,
      String error,
      int pid,
      Health health,
      int restarts,
      @Nullable Instant started,
      @Nullable Instant finished) {}

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

  /// What the health check says; NONE without one.
  public enum Health {
    NONE,
    STARTING,
    HEALTHY,
    UNHEALTHY
  }

  /// A published port.
  ///
  /// @param containerPort as Docker writes it: "80/tcp"
  public record Port(String containerPort, String hostIp, int hostPort) {}

  /// The container's end of a network. Addresses are empty while it does not run.
  ///
  /// @param aliases as asked for
  /// @param dnsNames all names under which the others find it; empty before API 1.44
  public record Attachment(
      String networkId,
      String ipAddress,
      String ipv6Address,
      String gateway,
      String macAddress,
      List<String> aliases,
      List<String> dnsNames) {
    public Attachment {
      aliases = List.copyOf(aliases);
      dnsNames = List.copyOf(dnsNames);
    }
  }
}
