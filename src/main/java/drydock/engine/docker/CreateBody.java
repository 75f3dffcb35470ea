// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.HealthCheck;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.Ownership;
import drydock.engine.RestartPolicy;
import drydock.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes what `POST /containers/create` wants. Asks the [Guard] about everything that the container will share with others:
/// the engine would make a volume that does not exist, without a label, and would let any container be looked into.
final class CreateBody {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String OF_CONTAINER = "container:";
  private static final Set<String> MODES = Set.of("", "host", "private", "shareable", "none");

  private final Guard guard;

  CreateBody(Guard guard) {
    this.guard = guard;
  }

  JsonNode write(ContainerSpec spec) {
    ObjectNode body = Json.object();
    body.put("Image", spec.image());
    body.set("Labels", Json.object(spec.ownership().labels(Ownership.Kind.CONTAINER)));
    words(body, "Cmd", spec.command());
    words(body, "Entrypoint", spec.entrypoint());
    text(body, "WorkingDir", spec.workingDir());
    text(body, "User", spec.user());
    spec.env().forEach((name, value) -> body.withArray("Env").add(name + "=" + value));
    body.put("Tty", spec.terminal());
    body.put("OpenStdin", spec.terminal() && spec.interactive());
    HealthCheck check = spec.healthCheck();
    if (check != null) {
      body.set("Healthcheck", health(check));
    }
    ObjectNode host = body.putObject("HostConfig");
    limits(host, spec.limits());
    ports(body, host, spec);
    mounts(host, spec.mounts());
    modes(body, host, spec);
    host.set("RestartPolicy", restart(spec.restartPolicy()));
    if (spec.readOnlyRoot()) {
      host.put("ReadonlyRootfs", true);
    }
    if (spec.init()) {
      host.put("Init", true);
    }
    return body;
  }

  /// Limits that are not 0, as creating and updating take them.
  static void limits(ObjectNode host, Limits limits) {
    limit(host, "Memory", limits.memoryBytes());
    limit(host, "MemorySwap", limits.memorySwapBytes());
    limit(host, "NanoCpus", limits.nanoCpus());
    limit(host, "CpuShares", limits.cpuShares());
    limit(host, "PidsLimit", limits.pids());
  }

  private static void limit(ObjectNode host, String name, long value) {
    if (value != 0) {
      host.put(name, value);
    }
  }

  private static void words(ObjectNode body, String name, List<String> words) {
    if (!words.isEmpty()) {
      ArrayNode array = body.putArray(name);
      words.forEach(array::add);
    }
  }

  private static void text(ObjectNode body, String name, String value) {
    if (!value.isEmpty()) {
      body.put(name, value);
    }
  }

  private static ObjectNode health(HealthCheck check) {
    ObjectNode node = Json.object();
    words(node, "Test", check.test());
    node.put("Interval", check.interval().toNanos());
    node.put("Timeout", check.timeout().toNanos());
    node.put("StartPeriod", check.startPeriod().toNanos());
    node.put("Retries", check.retries());
    return node;
  }

  private static ObjectNode restart(RestartPolicy policy) {
    String word = policy.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean counts = policy.kind() == RestartPolicy.Kind.ON_FAILURE;
    return Json.object()
        .put("Name", word)
        .put("MaximumRetryCount", counts ? policy.maximumRetries() : 0);
  }

  private static void ports(ObjectNode body, ObjectNode host, ContainerSpec spec) {
    ObjectNode exposed = Json.object();
    ObjectNode bindings = Json.object();
    spec.ports()
        .forEach(
            (containerPort, hostPort) -> {
              String port = containerPort.contains("/") ? containerPort : containerPort + "/tcp";
              exposed.putObject(port);
              bindings
                  .putArray(port)
                  .addObject()
                  .put("HostIp", LOOPBACK)
                  .put("HostPort", hostPort == 0 ? "" : Integer.toString(hostPort));
            });
    if (!exposed.isEmpty()) {
      body.set("ExposedPorts", exposed);
      host.set("PortBindings", bindings);
    }
  }

  private void mounts(ObjectNode host, List<Mount> mounts) {
    for (Mount mount : mounts) {
      ObjectNode node = host.withArray("Mounts").addObject();
      switch (mount.type()) {
        case VOLUME -> {
          guard.volume(mount.source());
          node.put("Type", "volume").put("Source", mount.source());
        }
        case TMPFS -> node.put("Type", "tmpfs");
        case BIND, OTHER ->
            throw unsupported(
                mount.type() == Mount.Type.BIND ? "bind mount" : "mount",
                Messages.get("engine.refused.mount"));
      }
      node.put("Target", mount.target()).put("ReadOnly", mount.readOnly());
    }
  }

  private void modes(ObjectNode body, ObjectNode host, ContainerSpec spec) {
    NamespaceModes modes = spec.modes();
    String network = modes.network();
    if (!network.isEmpty()) {
      String resolved =
          network.startsWith(OF_CONTAINER) ? mode(network) : guard.networkOrBuiltIn(network);
      host.put("NetworkMode", resolved);
    }
    if (!spec.aliases().isEmpty()) {
      ObjectNode endpoints = body.putObject("NetworkingConfig").putObject("EndpointsConfig");
      words(
          endpoints.putObject(host.path("NetworkMode").asText("bridge")),
          "Aliases",
          spec.aliases());
    }
    text(host, "PidMode", mode(modes.pid()));
    text(host, "IpcMode", mode(modes.ipc()));
    text(host, "UTSMode", mode(modes.uts()));
    text(host, "UsernsMode", mode(modes.user()));
    text(host, "CgroupnsMode", mode(modes.cgroup()));
  }

  /// A mode with the container in it by its full id. Others than Docker's own words never reach the engine: Podman takes
  /// paths of its machine, too.
  private String mode(String mode) {
    if (mode.startsWith(OF_CONTAINER)) {
      return OF_CONTAINER + guard.container(mode.substring(OF_CONTAINER.length()));
    }
    if (!MODES.contains(mode)) {
      throw unsupported(mode, Messages.get("engine.refused.mode"));
    }
    return mode;
  }

  private static EngineException unsupported(String feature, String reason) {
    return new EngineException(new EngineProblem.Unsupported(feature, reason));
  }
}
