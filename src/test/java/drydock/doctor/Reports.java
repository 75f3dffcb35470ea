// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.DiskUsage;
import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import drydock.engine.Samples;
import drydock.lesson.pack.PackReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Engines and reports as they may be met.
public final class Reports {
  public static final Endpoint HOST =
      new Endpoint("unix:///h.sock", Origin.DOCKER_HOST, "DOCKER_HOST");
  public static final Endpoint COLIMA =
      new Endpoint("unix:///home/you/.colima/docker.sock", Origin.CURRENT_CONTEXT, "colima");
  public static final Endpoint USUAL =
      new Endpoint("unix:///var/run/docker.sock", Origin.WELL_KNOWN, "Docker");
  public static final Endpoint PODMAN =
      new Endpoint("unix:///run/podman/podman.sock", Origin.WELL_KNOWN, "Podman as root");

  private Reports() {}

  /// The sample engine, with one thing changed after the other.
  public record Engine(EngineInfo info) {
    public static Engine at(Endpoint endpoint) {
      EngineInfo i = Samples.INFO;
      return new Engine(
          new EngineInfo(
              endpoint,
              "id of " + endpoint.uri(),
              i.name(),
              i.version(),
              i.product(),
              i.podman(),
              i.api(),
              i.machine(),
              i.storage(),
              i.cgroups(),
              i.builder(),
              i.securityOptions(),
              i.warnings(),
              i.clockSkew()));
    }

    public Engine podman() {
      return with(
          "5.4.2",
          "",
          true,
          info.storage(),
          info.cgroups(),
          EngineInfo.Builder.CLASSIC,
          Duration.ZERO);
    }

    public Engine release(String version) {
      return with(
          version,
          info.product(),
          info.podman(),
          info.storage(),
          info.cgroups(),
          info.builder(),
          info.clockSkew());
    }

    public Engine containerd() {
      return with(
          info.version(),
          info.product(),
          info.podman(),
          new EngineInfo.Storage("overlayfs", EngineInfo.ImageStore.CONTAINERD, "/var/lib/docker"),
          info.cgroups(),
          info.builder(),
          info.clockSkew());
    }

    /// With its objects in another folder.
    public Engine in(String rootDir) {
      return with(
          info.version(),
          info.product(),
          info.podman(),
          new EngineInfo.Storage("overlay2", EngineInfo.ImageStore.GRAPH_DRIVER, rootDir),
          info.cgroups(),
          info.builder(),
          info.clockSkew());
    }

    public Engine cgroup1(Set<EngineInfo.Limit> limits) {
      return with(
          info.version(),
          info.product(),
          info.podman(),
          info.storage(),
          new EngineInfo.Cgroups("1", "cgroupfs", limits),
          info.builder(),
          info.clockSkew());
    }

    public Engine ahead(Duration skew) {
      return with(
          info.version(),
          info.product(),
          info.podman(),
          info.storage(),
          info.cgroups(),
          info.builder(),
          skew);
    }

    public Engine saying(List<String> securityOptions, List<String> warnings) {
      return new Engine(
          new EngineInfo(
              info.endpoint(),
              info.id(),
              info.name(),
              info.version(),
              info.product(),
              info.podman(),
              info.api(),
              info.machine(),
              info.storage(),
              info.cgroups(),
              info.builder(),
              securityOptions,
              warnings,
              info.clockSkew()));
    }

    private Engine with(
        String version,
        String product,
        boolean podman,
        EngineInfo.Storage storage,
        EngineInfo.Cgroups cgroups,
        EngineInfo.Builder builder,
        Duration skew) {
      return new Engine(
          new EngineInfo(
              info.endpoint(),
              info.id(),
              info.name(),
              version,
              product,
              podman,
              info.api(),
              info.machine(),
              storage,
              cgroups,
              builder,
              info.securityOptions(),
              info.warnings(),
              skew));
    }

    public EndpointAttempt attempt() {
      return new EndpointAttempt(info.endpoint(), Result.ANSWERED, info.version(), info);
    }
  }

  public static EndpointAttempt failed(Endpoint endpoint, Result result) {
    return new EndpointAttempt(endpoint, result, "");
  }

  /// Facts of a computer that never changes, its engine's disk in plain sight.
  public static Facts facts(@Nullable EngineInfo engine, EndpointAttempt... attempts) {
    return new Facts(
        HostSystem.LINUX,
        List.of(attempts),
        engine,
        Set.of(),
        engine == null
            ? new Usage.Unasked()
            : new Usage.Counted(new DiskUsage(1_234_000_000L, 5_600_000L, 0, 789_000_000L)),
        new Disk("/home/you", 120_500_000_000L, 500_000_000_000L),
        engine == null ? null : new Disk("/var/lib/docker", 40_000_000_000L, 100_000_000_000L),
        PackReader.bundled());
  }

  public static Report of(Engine engine) {
    return Report.of(facts(engine.info(), engine.attempt()));
  }
}
