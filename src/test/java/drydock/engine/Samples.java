// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records as tests need them, when the figures do not matter.
public final class Samples {
  /// An ordinary Docker 28.5 with BuildKit.
  public static final EngineInfo INFO = info(EngineInfo.Builder.BUILDKIT);

  private Samples() {}

  public static EngineInfo info(EngineInfo.Builder builder) {
    return new EngineInfo(
        new Endpoint("unix:///var/run/docker.sock", Endpoint.Origin.WELL_KNOWN, "usual place"),
        "engine-1",
        "dock",
        "28.5.2",
        "Docker Engine - Community",
        false,
        new EngineInfo.Api(new ApiVersion(1, 51), new ApiVersion(1, 24), new ApiVersion(1, 51)),
        new EngineInfo.Machine("linux", "x86_64", "Debian GNU/Linux 13", "6.12", 4, 8L << 30),
        new EngineInfo.Storage("overlay2", EngineInfo.ImageStore.GRAPH_DRIVER, "/var/lib/docker"),
        new EngineInfo.Cgroups("2", "systemd", Set.of(EngineInfo.Limit.values())),
        builder,
        List.of("name=seccomp,profile=builtin", "name=cgroupns"),
        List.of(),
        Duration.ZERO);
  }

  public static EngineState state(
      Map<String, ImageSummary> images, Map<String, Container> containers) {
    return new EngineState(INFO, images, containers, Map.of(), Map.of(), Instant.now());
  }

  public static EngineStatus.Ready ready(EngineState state) {
    return new EngineStatus.Ready(
        state,
        List.of(
            new EndpointAttempt(
                state.info().endpoint(), EndpointAttempt.Result.ANSWERED, "", state.info())));
  }

  /// A container that was created and started at `start`, and ended a minute later if it does not run.
  public static Container container(
      String id,
      String name,
      String image,
      String imageId,
      Container.Status status,
      int exitCode,
      Instant start,
      boolean ours,
      Container.Port... ports) {
    return new Container(
        id,
        name,
        image,
        imageId,
        List.of("python", "app.py"),
        List.of(),
        "",
        start,
        new Container.State(
            status,
            exitCode,
            false,
            "",
            status == Container.Status.RUNNING ? 4711 : 0,
            Container.Health.NONE,
            0,
            start,
            start.plusSeconds(60)),
        false,
        ours ? Ownership.PLAIN.labels(Ownership.Kind.CONTAINER) : Map.of(),
        List.of(ports),
        Map.of(),
        List.of(),
        Limits.NONE,
        NamespaceModes.USUAL,
        RestartPolicy.NO);
  }
}
