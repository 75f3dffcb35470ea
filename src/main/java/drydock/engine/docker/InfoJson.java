// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Endpoint;
import drydock.engine.EngineInfo;
import drydock.engine.EngineInfo.ImageStore;
import drydock.engine.EngineInfo.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads `/_ping`'s headers, `/version` and `/info`.
final class InfoJson {
  private static final String SNAPSHOTTER = "io.containerd.snapshotter.v1";
  private static final String PODMAN = "Podman Engine";

  private InfoJson() {}

  /// @param ping the headers of `/_ping` by name, empty without one. `Builder-Version` "1" is the classic builder;
  ///   Docker 20.10 has BuildKit and sends none. `Libpod-API-Version` comes from Podman only.
  static EngineInfo read(
      Endpoint endpoint,
      EngineInfo.Api api,
      UnaryOperator<String> ping,
      JsonNode version,
      JsonNode info,
      Duration clockSkew) {
    boolean podman = !ping.apply("Libpod-API-Version").isEmpty() || hasComponent(version, PODMAN);
    boolean classic = podman || ping.apply("Builder-Version").equals("1");
    return new EngineInfo(
        endpoint,
        podman ? "" : Json.text(info, "ID"), // Podman makes up another one for each answer
        Json.text(info, "Name"),
        Json.text(version, "Version"),
        product(version, podman),
        podman,
        api,
        new EngineInfo.Machine(
            Json.text(info, "OSType"),
            Json.text(info, "Architecture"),
            Json.text(info, "OperatingSystem"),
            Json.text(info, "KernelVersion"),
            (int) Json.number(info, "NCPU"),
            Json.number(info, "MemTotal")),
        new EngineInfo.Storage(
            Json.text(info, "Driver"), store(info), Json.text(info, "DockerRootDir")),
        new EngineInfo.Cgroups(
            Json.text(info, "CgroupVersion"), Json.text(info, "CgroupDriver"), limits(info)),
        classic ? EngineInfo.Builder.CLASSIC : EngineInfo.Builder.BUILDKIT,
        Json.strings(info, "SecurityOptions"),
        Json.strings(info, "Warnings"),
        clockSkew);
  }

  /// How far the engine's clock is ahead, as well as a request tells: an answer that was written at any moment between
  /// `sent` and `received` shows no difference.
  static Duration clockSkew(JsonNode info, Instant sent, Instant received) {
    Instant engine = Json.instant(info, "SystemTime");
    if (engine == null || !(engine.isBefore(sent) || engine.isAfter(received))) {
      return Duration.ZERO;
    }
    Instant middle = sent.plus(Duration.between(sent, received).dividedBy(2));
    return Duration.between(middle, engine);
  }

  /// Linux distributions leave the platform's name empty, and Podman writes the machine's there.
  private static String product(JsonNode version, boolean podman) {
    String platform = Json.text(version, "Platform", "Name");
    if (podman) {
      return PODMAN;
    }
    return platform.isEmpty() && hasComponent(version, "Engine") ? "Docker Engine" : platform;
  }

  private static boolean hasComponent(JsonNode version, String name) {
    for (JsonNode component : version.path("Components")) {
      if (Json.text(component, "Name").equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Limit> limits(JsonNode info) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    for (Limit limit : Limit.values()) {
      String flag =
          switch (limit) {
            case MEMORY -> "MemoryLimit";
            case SWAP -> "SwapLimit";
            case CPU -> "CpuCfsQuota";
            case PIDS -> "PidsLimit";
          };
      if (Json.flag(info, flag)) {
        limits.add(limit);
      }
    }
    return limits;
  }

  private static ImageStore store(JsonNode info) {
    for (JsonNode pair : info.path("DriverStatus")) {
      if (pair.path(0).asText("").equals("driver-type")
          && pair.path(1).asText("").equals(SNAPSHOTTER)) {
        return ImageStore.CONTAINERD;
      }
    }
    return ImageStore.GRAPH_DRIVER;
  }
}
