// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.engine.Container;
import drydock.engine.Mount;
import drydock.lesson.goal.Demand;
import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Which;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A goal of kind `container`, and the fields that say which container a goal is about.
final class DemandReader {
  private DemandReader() {}

  /// Docker's words for what a container can be, but for those that pass in no time.
  private enum State {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    EXITED,
    ABSENT
  }

  private enum MountType {
    VOLUME,
    BIND,
    TMPFS
  }

  private enum Health {
    NONE,
    STARTING,
    HEALTHY,
    UNHEALTHY
  }

  /// `container: NAME` or `image: REF`; both fields are asked for, so that they are known.
  static Which which(Fields fields) {
    Which which = optionalWhich(fields);
    if (which == null) {
      fields.problem(Rule.FIELD_CHOICE, "container, image");
      return new Which.Named("");
    }
    return which;
  }

  static @Nullable Which optionalWhich(Fields fields) {
    String name =
        fields.optionalMatching("container", Patterns.NAME, Messages.get("lesson.pack.rule.name"));
    String image =
        fields.optionalMatching("image", Patterns.IMAGE, Messages.get("lesson.pack.rule.image"));
    if (name != null && image != null) {
      fields.problem(Rule.FIELD_CHOICE, "container, image");
    }
    if (name != null) {
      return new Which.Named(name);
    }
    return image == null ? null : new Which.OfImage(image);
  }

  static Goal read(Fields fields) {
    Which which = which(fields);
    List<Demand> demands = new ArrayList<>();
    State state = fields.optionalOneOf("state", State.class);
    Integer code = fields.optionalInteger("code", 0, 255);
    if (state == State.EXITED || code != null) {
      demands.add(new Demand.Exited(code));
    } else if (state != null && state != State.ABSENT) {
      demands.add(new Demand.Is(Container.Status.valueOf(state.name())));
    }
    fields.textMap("env").forEach((name, value) -> demands.add(new Demand.Env(name, value)));
    limited(demands, fields, "memory", Demand.Resource.MEMORY);
    limited(demands, fields, "cpus", Demand.Resource.CPUS);
    limited(demands, fields, "pids", Demand.Resource.PIDS);
    mounted(demands, fields);
    String user =
        fields.optionalMatching("user", Patterns.USER, Messages.get("lesson.pack.rule.user"));
    if (user != null) {
      demands.add(new Demand.RunsAs(user));
    }
    Health health = fields.optionalOneOf("health", Health.class);
    if (health != null) {
      demands.add(new Demand.HealthIs(Container.Health.valueOf(health.name())));
    }
    Goal.Count restarts = Amounts.count(fields, "restarts");
    if (restarts != null) {
      demands.add(new Demand.Restarted(restarts));
    }
    String port = optionalPort(fields);
    if (port != null) {
      demands.add(new Demand.Publishes(port));
    }
    if (state == State.ABSENT ? !demands.isEmpty() : demands.isEmpty()) {
      fields.problem(Rule.GOAL_DEMANDS);
    }
    return state == State.ABSENT
        ? new Goal.ContainerAbsent(which)
        : new Goal.ContainerHas(which, demands);
  }

  static @Nullable String optionalPort(Fields fields) {
    String port =
        fields.optionalMatching("port", Patterns.PORT, Messages.get("lesson.pack.rule.port"));
    return port == null ? null : Patterns.port(port);
  }

  private static void limited(
      List<Demand> demands, Fields fields, String name, Demand.Resource resource) {
    Demand.Amount amount = Amounts.range(fields, name, resource);
    if (amount != null) {
      demands.add(new Demand.Limited(resource, amount));
    }
  }

  private static void mounted(List<Demand> demands, Fields fields) {
    for (Fields mount : fields.list("mounts")) {
      String target =
          mount.matching("target", Patterns.TARGET, Messages.get("lesson.pack.rule.target"));
      String volume =
          mount.optionalMatching("volume", Patterns.NAME, Messages.get("lesson.pack.rule.name"));
      MountType type = mount.optionalOneOf("type", MountType.class);
      mount.end();
      demands.add(
          new Demand.Mounted(
              target, volume, type == null ? null : Mount.Type.valueOf(type.name())));
    }
  }
}
