// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// What the engine says of itself, from `/_ping`, `/version` and `/info`.
///
/// @param id the engine's own id, stable over restarts; empty when it tells none
/// @param version the engine's release, "28.5.2"
/// @param apiVersion the API version that was negotiated, "1.51"
/// @param minApiVersion the oldest that the engine accepts
/// @param osType "linux" or "windows": the kind of containers
/// @param operatingSystem in the engine's words: "Docker Desktop", "Debian GNU/Linux 13 (trixie)"
/// @param memoryBytes memory of the machine (or virtual machine) that the engine runs on
/// @param storageDriver "overlay2", or the snapshotter's name with the containerd image store
public record EngineInfo(
    Endpoint endpoint,
    String id,
    String name,
    String version,
    String apiVersion,
    String maxApiVersion,
    String minApiVersion,
    String osType,
    String architecture,
    String operatingSystem,
    String kernelVersion,
    int cpus,
    long memoryBytes,
    String storageDriver,
    ImageStore imageStore,
    String cgroupVersion,
    Builder builder) {

  public enum ImageStore {
    GRAPH_DRIVER,
    CONTAINERD
  }

  public enum Builder {
    BUILDKIT,
    CLASSIC
  }
}
