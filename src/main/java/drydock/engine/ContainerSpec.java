// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A container to create. Ports are always published on 127.0.0.1; there is no way to ask for privileges, devices,
/// capabilities, or folders of the engine's machine.
///
/// @param name the engine picks one when null
/// @param command replaces the image's CMD unless empty
/// @param entrypoint replaces the image's ENTRYPOINT unless empty
/// @param workingDir the image's own when empty
/// @param user the image's own when empty
/// @param ports container port ("80/tcp") to host port, 0 for any free one
/// @param mounts volumes of ours, and tmpfs
/// @param modes the network among them; a container or network that they name must be ours
/// @param aliases more names under which the others of its network find it
/// @param terminal whether its process has a terminal
/// @param interactive whether its process reads input, see [Containers#attach]; only with a terminal
/// @param init whether a small init is its first process
public record ContainerSpec(
    String image,
    @Nullable String name,
    List<String> command,
    List<String> entrypoint,
    Map<String, String> env,
    String workingDir,
    String user,
    Map<String, Integer> ports,
    List<Mount> mounts,
    Limits limits,
    NamespaceModes modes,
    List<String> aliases,
    RestartPolicy restartPolicy,
    @Nullable HealthCheck healthCheck,
    boolean terminal,
    boolean interactive,
    boolean readOnlyRoot,
    boolean init,
    Ownership ownership) {
  public ContainerSpec {
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    env = Map.copyOf(env);
    ports = Map.copyOf(ports);
    mounts = List.copyOf(mounts);
    aliases = List.copyOf(aliases);
  }

  public static Builder of(String image, Ownership ownership) {
    return new Builder(image, ownership);
  }

  /// Says what differs from `docker run IMAGE`.
  public static final class Builder {
    private final String image;
    private final Ownership ownership;
    private @Nullable String name;
    private List<String> command = List.of();
    private List<String> entrypoint = List.of();
    private final Map<String, String> env = new LinkedHashMap<>();
    private String workingDir = "";
    private String user = "";
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<Mount> mounts = new ArrayList<>();
    private Limits limits = Limits.NONE;
    private NamespaceModes modes = NamespaceModes.USUAL;
    private List<String> aliases = List.of();
    private RestartPolicy restartPolicy = RestartPolicy.NO;
    private @Nullable HealthCheck healthCheck;
    private boolean terminal;
    private boolean interactive;
    private boolean readOnlyRoot;
    private boolean init;

    private Builder(String image, Ownership ownership) {
      this.image = image;
      this.ownership = ownership;
    }

    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    public Builder command(String... words) {
      return command(List.of(words));
    }

    public Builder command(List<String> words) {
      command = words;
      return this;
    }

    public Builder entrypoint(List<String> words) {
      entrypoint = words;
      return this;
    }

    public Builder env(Map<String, String> more) {
      env.putAll(more);
      return this;
    }

    public Builder workingDir(String folder) {
      workingDir = folder;
      return this;
    }

    public Builder user(String value) {
      user = value;
      return this;
    }

    /// @param hostPort 0 for any that is free
    public Builder publish(String containerPort, int hostPort) {
      ports.put(containerPort, hostPort);
      return this;
    }

    public Builder ports(Map<String, Integer> more) {
      ports.putAll(more);
      return this;
    }

    /// Mounts a volume of ours.
    public Builder volume(String volume, String target) {
      mounts.add(new Mount(Mount.Type.VOLUME, volume, target, false));
      return this;
    }

    public Builder tmpfs(String target) {
      mounts.add(new Mount(Mount.Type.TMPFS, "", target, false));
      return this;
    }

    public Builder limits(Limits value) {
      limits = value;
      return this;
    }

    public Builder modes(NamespaceModes value) {
      modes = value;
      return this;
    }

    /// Connects to a network of ours instead of Docker's own bridge.
    public Builder network(String network, String... itsAliases) {
      modes = modes.withNetwork(network);
      aliases = List.of(itsAliases);
      return this;
    }

    public Builder restart(RestartPolicy value) {
      restartPolicy = value;
      return this;
    }

    public Builder healthCheck(@Nullable HealthCheck value) {
      healthCheck = value;
      return this;
    }

    public Builder terminal() {
      terminal = true;
      return this;
    }

    /// With a terminal, and input from it.
    public Builder interactive() {
      terminal = true;
      interactive = true;
      return this;
    }

    public Builder readOnlyRoot() {
      readOnlyRoot = true;
      return this;
    }

    public Builder init() {
      init = true;
      return this;
    }

    public ContainerSpec build() {
      return new ContainerSpec(
          image,
          name,
          command,
          entrypoint,
          env,
          workingDir,
          user,
          ports,
          mounts,
          limits,
          modes,
          aliases,
          restartPolicy,
          healthCheck,
          terminal,
          interactive,
          readOnlyRoot,
          init,
          ownership);
    }
  }
}
