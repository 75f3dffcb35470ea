// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What the engine says of itself, from `/_ping`, `/version` and `/info`, when it was found.
///
/// @param id the engine's own id, stable over restarts; empty when it tells none
/// @param name its machine's
/// @param version the engine's release, "28.5.2"
/// @param product "Docker Engine - Community", "Podman Engine", …; for people, never to decide by
/// @param podman whether it is Podman, whose answers differ in places that no version tells
/// @param securityOptions "name=seccomp,profile=builtin", "name=rootless", …
/// @param warnings the engine's own, for people: "WARNING: No swap limit support"
/// @param clockSkew how far its clock is ahead of this computer's, when it was found
public record EngineInfo(
    Endpoint endpoint,
    String id,
    String name,
    String version,
    String product,
    boolean podman,
    Api api,
    Machine machine,
    Storage storage,
    Cgroups cgroups,
    Builder builder,
    List<String> securityOptions,
    List<String> warnings,
    Duration clockSkew) {
  public EngineInfo {
    securityOptions = List.copyOf(securityOptions);
    warnings = List.copyOf(warnings);
  }

  /// The same, found elsewhere.
  public EngineInfo at(Endpoint other) {
    return new EngineInfo(
        other,
        id,
        name,
        version,
        product,
        podman,
        api,
        machine,
        storage,
        cgroups,
        builder,
        securityOptions,
        warnings,
        clockSkew);
  }

  /// Whether its containers see the machine's other users only through a user namespace of the engine's own user.
  public boolean rootless() {
    return securityOptions.stream().anyMatch(o -> o.equals("name=rootless"));
  }

  /// Versions of the Engine API.
  ///
  /// @param negotiated the one that is spoken
  /// @param oldest that the engine accepts
  /// @param newest that the engine knows
  public record Api(ApiVersion negotiated, ApiVersion oldest, ApiVersion newest) {
    /// Whether what came with API `major.minor` can be used.
    public boolean atLeast(int major, int minor) {
      return negotiated.atLeast(major, minor);
    }
  }

  /// The machine, or virtual machine, that the engine runs on.
  ///
  /// @param osType "linux" or "windows": the kind of containers
  /// @param operatingSystem in the engine's words: "Docker Desktop", "Debian GNU/Linux 13 (trixie)"
  /// @param architecture as the machine calls it: "x86_64", "aarch64"
  public record Machine(
      String osType,
      String architecture,
      String operatingSystem,
      String kernelVersion,
      int cpus,
      long memoryBytes) {}

  /// @param driver "overlay2", or the snapshotter's name with the containerd image store
  /// @param rootDir the engine's folder on its machine
  public record Storage(String driver, ImageStore store, String rootDir) {}

  public enum ImageStore {
    GRAPH_DRIVER,
    CONTAINERD
  }

  /// @param version "1" or "2"; empty when it tells none
  /// @param driver "systemd" or "cgroupfs"
  /// @param limits which limits the kernel keeps there
  public record Cgroups(String version, String driver, Set<Limit> limits) {
    public Cgroups {
      limits = Set.copyOf(limits);
    }
  }

  public enum Limit {
    MEMORY,
    SWAP,
    CPU,
    PIDS
  }

  public enum Builder {
    BUILDKIT,
    CLASSIC
  }
}
