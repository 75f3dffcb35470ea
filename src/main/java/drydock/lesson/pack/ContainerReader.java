// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.engine.HealthCheck;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.RestartPolicy;
import drydock.lesson.StagedContainer;
import drydock.lesson.StagedMount;
import drydock.lesson.goal.Demand;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A container of a stage or a move -> [StagedContainer]. What the safety policy forbids cannot be written.
final class ContainerReader {
  private static final Pattern JOIN = Pattern.compile("container:" + Patterns.NAME.pattern());
  private static final Pattern NETWORK =
      Pattern.compile("none|(container:)?" + Patterns.NAME.pattern());
  private static final Pattern PUBLISHED =
      Pattern.compile("(([1-9][0-9]{0,4}):)?" + Patterns.PORT.pattern());
  private static final int MAX_SECONDS = 600;

  private ContainerReader() {}

  static StagedContainer read(Fields fields) {
    StagedContainer.State state = fields.optionalOneOf("state", StagedContainer.State.class);
    StagedContainer container =
        new StagedContainer(
            Objects.requireNonNullElse(
                fields.optionalMatching(
                    "name", Patterns.NAME, Messages.get("lesson.pack.rule.name")),
                ""),
            image(fields, "image"),
            fields.texts("command"),
            fields.texts("entrypoint"),
            env(fields),
            ports(fields),
            limits(fields.mapping("limits")),
            modes(fields),
            fields.textsMatching("aliases", Patterns.HOST, Messages.get("lesson.pack.rule.name")),
            mounts(fields),
            Objects.requireNonNullElse(
                fields.optionalMatching(
                    "user", Patterns.USER, Messages.get("lesson.pack.rule.user")),
                ""),
            Objects.requireNonNullElse(
                fields.optionalMatching(
                    "workdir", Patterns.TARGET, Messages.get("lesson.pack.rule.target")),
                ""),
            restart(fields),
            health(fields.mapping("health")),
            Objects.requireNonNullElse(state, StagedContainer.State.RUNNING));
    fields.end();
    return container;
  }

  static String image(Fields fields, String name) {
    return fields.matching(name, Patterns.IMAGE, Messages.get("lesson.pack.rule.image"));
  }

  private static Map<String, String> env(Fields fields) {
    Map<String, String> env = fields.textMap("env");
    for (String name : env.keySet()) {
      if (!Patterns.ENV_NAME.matcher(fields.example(name)).matches()) {
        fields.problemAt(
            "env",
            Rule.FIELD_PATTERN,
            "env",
            YamlReader.shown(name),
            Messages.get("lesson.pack.rule.env"));
      }
    }
    return env;
  }

  /// `["8080", "9000:8080"]`: the container's port, behind a port of this computer unless any will do.
  private static Map<String, String> ports(Fields fields) {
    Map<String, String> ports = new LinkedHashMap<>();
    for (String text :
        fields.textsMatching("ports", PUBLISHED, Messages.get("lesson.pack.rule.published"))) {
      int colon = text.lastIndexOf(':');
      ports.put(
          Patterns.port(text.substring(colon + 1)), colon < 0 ? "" : text.substring(0, colon));
    }
    return ports;
  }

  static Limits limits(@Nullable Fields limits) {
    if (limits == null) {
      return Limits.NONE;
    }
    Limits read =
        new Limits(
            Amounts.limit(limits, "memory", Demand.Resource.MEMORY),
            Amounts.limit(limits, "memory-swap", Demand.Resource.MEMORY),
            Amounts.limit(limits, "cpus", Demand.Resource.CPUS),
            limits.integerOr("cpu-shares", 2, 262_144, 0),
            Amounts.limit(limits, "pids", Demand.Resource.PIDS));
    limits.end();
    return read;
  }

  private static NamespaceModes modes(Fields fields) {
    String network =
        fields.optionalMatching("network", NETWORK, Messages.get("lesson.pack.rule.network"));
    String join = Messages.get("lesson.pack.rule.join");
    String pid = fields.optionalMatching("pid", JOIN, join);
    String ipc = fields.optionalMatching("ipc", JOIN, join);
    if (network != null && network.equals("host")) {
      fields.problemAt(
          "network",
          Rule.FIELD_PATTERN,
          "network",
          network,
          Messages.get("lesson.pack.rule.network"));
    }
    return new NamespaceModes(
        Objects.requireNonNullElse(network, ""),
        Objects.requireNonNullElse(pid, ""),
        Objects.requireNonNullElse(ipc, ""),
        "",
        "",
        "");
  }

  private static List<StagedMount> mounts(Fields fields) {
    List<StagedMount> mounts = new ArrayList<>();
    for (Fields mount : fields.list("mounts")) {
      String target =
          mount.matching("target", Patterns.TARGET, Messages.get("lesson.pack.rule.target"));
      String volume =
          mount.optionalMatching("volume", Patterns.NAME, Messages.get("lesson.pack.rule.name"));
      String folder = mount.optionalText("folder");
      boolean memory = mount.flag("memory");
      boolean readOnly = mount.flag("read-only");
      mount.end();
      if ((volume == null ? 0 : 1) + (folder == null ? 0 : 1) + (memory ? 1 : 0) != 1) {
        mount.problem(Rule.FIELD_CHOICE, "volume, folder, memory: true");
      } else if (volume != null) {
        mounts.add(new StagedMount.OfVolume(volume, target, readOnly));
      } else if (folder != null) {
        Rule wrong = folder.isEmpty() ? null : SafeNames.pathProblem(mount.example(folder));
        if (wrong != null) {
          mount.problemAt("folder", wrong);
        }
        mounts.add(new StagedMount.OfFolder(folder, target, readOnly));
      } else {
        mounts.add(new StagedMount.OfMemory(target));
      }
    }
    return mounts;
  }

  private static RestartPolicy restart(Fields fields) {
    RestartPolicy.Kind kind = fields.optionalOneOf("restart", RestartPolicy.Kind.class);
    int retries = fields.integerOr("restart-at-most", 1, 100, 0);
    return new RestartPolicy(Objects.requireNonNullElse(kind, RestartPolicy.Kind.NO), retries);
  }

  private static @Nullable HealthCheck health(@Nullable Fields health) {
    if (health == null) {
      return null;
    }
    HealthCheck check =
        new HealthCheck(
            List.of("CMD-SHELL", health.text("command")),
            seconds(health, "interval"),
            seconds(health, "timeout"),
            seconds(health, "start-period"),
            health.integerOr("retries", 1, 100, 0));
    health.end();
    return check;
  }

  private static Duration seconds(Fields fields, String name) {
    return Duration.ofSeconds(fields.integerOr(name, 1, MAX_SECONDS, 0));
  }
}
