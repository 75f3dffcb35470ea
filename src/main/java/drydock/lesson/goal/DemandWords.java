// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.Mount;
import drydock.messages.Messages;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is wanted of a container, in words that follow its name and a colon.
final class DemandWords {
  private DemandWords() {}

  static String of(Demand demand) {
    return switch (demand) {
      case Demand.Is d -> status(d.status());
      case Demand.Exited d -> exited(d.code());
      case Demand.Env d -> env(d.name(), d.value());
      case Demand.Limited d -> limited(d.resource(), amount(d.resource(), d.amount()));
      case Demand.Mounted d -> mounted(d);
      case Demand.RunsAs d -> Messages.get("lesson.demand.user", d.user());
      case Demand.HealthIs d -> health(d.health());
      case Demand.Restarted d -> Messages.get("lesson.demand.restarts", Words.count(d.times()));
      case Demand.Publishes d -> Messages.get("lesson.demand.port", d.port());
    };
  }

  static String status(Container.Status status) {
    return switch (status) {
      case CREATED -> Messages.get("lesson.demand.created");
      case RUNNING -> Messages.get("lesson.demand.running");
      case PAUSED -> Messages.get("lesson.demand.paused");
      case RESTARTING -> Messages.get("lesson.demand.restarting");
      case REMOVING -> Messages.get("lesson.demand.removing");
      case EXITED -> exited(null);
      case DEAD -> Messages.get("lesson.demand.dead");
      case UNKNOWN -> Messages.get("lesson.demand.unknown");
    };
  }

  static String exited(@Nullable Integer code) {
    return code == null
        ? Messages.get("lesson.demand.exited")
        : Messages.get("lesson.demand.exited.code", String.valueOf(code));
  }

  static String env(String name, String value) {
    return Messages.get("lesson.demand.env", name, Words.shown(value));
  }

  static String health(Container.Health health) {
    return switch (health) {
      case NONE -> Messages.get("lesson.demand.health.none");
      case STARTING -> Messages.get("lesson.demand.health.starting");
      case HEALTHY -> Messages.get("lesson.demand.health.healthy");
      case UNHEALTHY -> Messages.get("lesson.demand.health.unhealthy");
    };
  }

  static String limited(Demand.Resource resource, String amount) {
    return switch (resource) {
      case MEMORY -> Messages.get("lesson.demand.memory", amount);
      case CPUS -> Messages.get("lesson.demand.cpus", amount);
      case PIDS -> Messages.get("lesson.demand.pids", amount);
    };
  }

  /// A limit that is set; 0 for none.
  static String limit(Demand.Resource resource, long limit) {
    if (limit == 0) {
      return Messages.get("lesson.demand.limit.none");
    }
    return switch (resource) {
      case MEMORY -> Words.memory(limit);
      case CPUS -> BigDecimal.valueOf(limit, 9).stripTrailingZeros().toPlainString();
      case PIDS -> String.valueOf(limit);
    };
  }

  static String amount(Demand.Resource resource, Demand.Amount amount) {
    if (amount.min() == amount.max()) {
      return limit(resource, amount.min());
    }
    String min = limit(resource, amount.min());
    if (amount.max() == Long.MAX_VALUE) {
      return Messages.get("lesson.count.atLeast", min);
    }
    String max = limit(resource, amount.max());
    return amount.min() == 0
        ? Messages.get("lesson.count.atMost", max)
        : Messages.get("lesson.count.range", min, max);
  }

  static String mount(Mount mount) {
    return mounted(mount.type(), mount.source(), mount.target());
  }

  private static String mounted(Demand.Mounted d) {
    if (d.volume() != null) {
      return mounted(Mount.Type.VOLUME, d.volume(), d.target());
    }
    return d.type() == null
        ? Messages.get("lesson.demand.mount", d.target())
        : mounted(d.type(), "", d.target());
  }

  private static String mounted(Mount.Type type, String volume, String target) {
    return switch (type) {
      case VOLUME ->
          volume.isEmpty()
              ? Messages.get("lesson.demand.mount.anyVolume", target)
              : Messages.get("lesson.demand.mount.volume", volume, target);
      case BIND -> Messages.get("lesson.demand.mount.folder", target);
      case TMPFS -> Messages.get("lesson.demand.mount.memory", target);
      case OTHER -> Messages.get("lesson.demand.mount", target);
    };
  }
}
