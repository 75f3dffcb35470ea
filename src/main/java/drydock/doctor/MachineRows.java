// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Topic;
import drydock.engine.EngineInfo;
import drydock.engine.EngineInfo.Limit;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The machine, or virtual machine, that containers run on.
final class MachineRows {
  /// Two clocks that are set by the network are never further apart.
  private static final Duration BEARABLE = Duration.ofSeconds(2);

  private MachineRows() {}

  static Section of(Facts facts) {
    EngineInfo engine = facts.engine();
    return new Section(
        Topic.MACHINE, Messages.get("doctor.machine"), engine == null ? List.of() : rows(engine));
  }

  private static List<Row> rows(EngineInfo engine) {
    EngineInfo.Machine machine = engine.machine();
    return List.of(
        Row.fact(Messages.get("doctor.machine.name"), EngineRows.told(engine.name())),
        Row.fact(
            Messages.get("doctor.machine.system"),
            Messages.get(
                "doctor.machine.system.value",
                machine.operatingSystem(),
                machine.osType(),
                machine.architecture())),
        Row.fact(Messages.get("doctor.machine.kernel"), EngineRows.told(machine.kernelVersion())),
        Row.fact(
            Messages.get("doctor.machine.cpus"),
            Messages.get("doctor.machine.cpus.value", machine.cpus())),
        Row.fact(Messages.get("doctor.machine.memory"), Amounts.memory(machine.memoryBytes())),
        Row.fact(
            Messages.get("doctor.machine.cgroup"),
            Messages.get(
                "doctor.machine.cgroup.value",
                EngineRows.told(engine.cgroups().version()),
                EngineRows.told(engine.cgroups().driver()))),
        limits(engine.cgroups()),
        clock(engine.clockSkew()));
  }

  private static Row limits(EngineInfo.Cgroups cgroups) {
    String label = Messages.get("doctor.machine.limits");
    String kept = names(cgroups.limits()::contains);
    String missing = names(limit -> !cgroups.limits().contains(limit));
    if (missing.isEmpty()) {
      return Row.good(label, kept);
    }
    return Row.attention(
        label,
        kept.isEmpty() ? Messages.get("doctor.machine.limits.none") : kept,
        Messages.get("doctor.machine.limits.note", missing));
  }

  private static String names(Predicate<Limit> which) {
    return Arrays.stream(Limit.values())
        .filter(which)
        .map(MachineRows::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(Limit limit) {
    return switch (limit) {
      case MEMORY -> Messages.get("doctor.limit.memory");
      case SWAP -> Messages.get("doctor.limit.swap");
      case CPU -> Messages.get("doctor.limit.cpu");
      case PIDS -> Messages.get("doctor.limit.pids");
    };
  }

  private static Row clock(Duration ahead) {
    String label = Messages.get("doctor.machine.clock");
    if (ahead.abs().compareTo(BEARABLE) <= 0) {
      return Row.good(label, Messages.get("doctor.machine.clock.same"));
    }
    String seconds = Amounts.seconds(ahead.abs().toMillis() / 1e3);
    return Row.attention(
        label,
        ahead.isNegative()
            ? Messages.get("doctor.machine.clock.behind", seconds)
            : Messages.get("doctor.machine.clock.ahead", seconds),
        Messages.get("doctor.machine.clock.note"));
  }
}
