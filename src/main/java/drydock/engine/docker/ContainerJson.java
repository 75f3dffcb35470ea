// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.RestartPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads `GET /containers/{id}/json`.
final class ContainerJson {
  private static final long USUAL_PERIOD = 100_000;
  private static final long NANOS = 1_000_000_000;

  private ContainerJson() {}

  static Container read(JsonNode node) {
    List<String> command = new ArrayList<>();
    String path = Json.text(node, "Path");
    if (!path.isEmpty()) {
      command.add(path);
    }
    command.addAll(Json.strings(node, "Args"));
    JsonNode host = node.path("HostConfig");
    return new Container(
        Json.text(node, "Id"),
        Json.text(node, "Name").replaceFirst("^/", ""),
        Json.text(node, "Config", "Image"),
        Json.text(node, "Image"),
        command,
        Json.strings(node, "Config", "Env"),
        Json.text(node, "Config", "User"),
        Json.instant(node, "Created"),
        state(node),
        Json.flag(node, "Config", "Tty"),
        Json.stringMap(node, "Config", "Labels"),
        ports(Json.at(node, "NetworkSettings", "Ports")),
        networks(Json.at(node, "NetworkSettings", "Networks")),
        mounts(node),
        limits(host),
        modes(host),
        restartPolicy(host.path("RestartPolicy")));
  }

  private static Container.State state(JsonNode node) {
    JsonNode state = node.path("State");
    // Podman before 5 writes "Healthcheck", and an empty status without a check
    JsonNode health = state.has("Health") ? state.path("Health") : state.path("Healthcheck");
    return new Container.State(
        word(Json.text(state, "Status"), Container.Status.UNKNOWN),
        (int) Json.number(state, "ExitCode"),
        Json.flag(state, "OOMKilled"),
        Json.text(state, "Error"),
        (int) Json.number(state, "Pid"),
        word(Json.text(health, "Status"), Container.Health.NONE),
        (int) Json.number(node, "RestartCount"),
        Json.instant(state, "StartedAt"),
        Json.instant(state, "FinishedAt"));
  }

  /// One of Docker's words as a constant; `otherwise` for none, and for what a newer engine invented.
  private static <E extends Enum<E>> E word(String word, E otherwise) {
    try {
      String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
      return Enum.valueOf(otherwise.getDeclaringClass(), name);
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  private static List<Container.Port> ports(JsonNode ports) {
    List<Container.Port> all = new ArrayList<>();
    ports
        .properties()
        .forEach(
            port ->
                port.getValue()
                    .forEach(
                        binding ->
                            all.add(
                                new Container.Port(
                                    port.getKey(),
                                    Json.text(binding, "HostIp"),
                                    (int) Json.number(binding, "HostPort")))));
    return all;
  }

  private static Map<String, Container.Attachment> networks(JsonNode networks) {
    Map<String, Container.Attachment> all = new LinkedHashMap<>();
    networks
        .properties()
        .forEach(
            entry -> {
              JsonNode end = entry.getValue();
              all.put(
                  entry.getKey(),
                  new Container.Attachment(
                      Json.text(end, "NetworkID"),
                      Json.text(end, "IPAddress"),
                      Json.text(end, "GlobalIPv6Address"),
                      Json.text(end, "Gateway"),
                      Json.text(end, "MacAddress"),
                      Json.strings(end, "Aliases"),
                      Json.strings(end, "DNSNames")));
            });
    return all;
  }

  /// `Mounts` has what was mounted by `--volume` or `--mount`; what was by `--tmpfs` stands only in the host config.
  private static List<Mount> mounts(JsonNode node) {
    List<Mount> all = new ArrayList<>();
    for (JsonNode mount : node.path("Mounts")) {
      Mount.Type type = word(Json.text(mount, "Type"), Mount.Type.OTHER);
      String source =
          switch (type) {
            case VOLUME -> Json.text(mount, "Name");
            case TMPFS -> "";
            case BIND, OTHER -> Json.text(mount, "Source");
          };
      boolean readOnly = mount.has("RW") && !Json.flag(mount, "RW");
      all.add(new Mount(type, source, Json.text(mount, "Destination"), readOnly));
    }
    Json.stringMap(node, "HostConfig", "Tmpfs")
        .forEach(
            (target, options) -> {
              boolean readOnly = List.of(options.split(",")).contains("ro");
              if (all.stream().noneMatch(m -> m.target().equals(target))) {
                all.add(new Mount(Mount.Type.TMPFS, "", target, readOnly));
              }
            });
    return all;
  }

  private static Limits limits(JsonNode host) {
    return new Limits(
        positive(host, "Memory"),
        Math.max(-1, Json.number(host, "MemorySwap")),
        nanoCpus(host),
        positive(host, "CpuShares"),
        positive(host, "PidsLimit"));
  }

  /// A quota for a period says the same as `NanoCpus`.
  private static long nanoCpus(JsonNode host) {
    long quota = Math.min(positive(host, "CpuQuota"), Long.MAX_VALUE / NANOS);
    long period = positive(host, "CpuPeriod");
    long nanos = positive(host, "NanoCpus");
    return nanos > 0 ? nanos : quota * NANOS / (period > 0 ? period : USUAL_PERIOD);
  }

  private static long positive(JsonNode host, String name) {
    return Math.max(0, Json.number(host, name));
  }

  private static NamespaceModes modes(JsonNode host) {
    return new NamespaceModes(
        Json.text(host, "NetworkMode"),
        Json.text(host, "PidMode"),
        Json.text(host, "IpcMode"),
        Json.text(host, "UTSMode"),
        Json.text(host, "UsernsMode"),
        Json.text(host, "CgroupnsMode"));
  }

  private static RestartPolicy restartPolicy(JsonNode policy) {
    return new RestartPolicy(
        word(Json.text(policy, "Name"), RestartPolicy.Kind.NO),
        Math.clamp(Json.number(policy, "MaximumRetryCount"), 0, Integer.MAX_VALUE));
  }
}
