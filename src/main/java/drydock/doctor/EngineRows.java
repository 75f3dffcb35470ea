// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Topic;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// What the engine says of itself.
final class EngineRows {
  private EngineRows() {}

  static Section of(Facts facts) {
    EngineInfo engine = facts.engine();
    return new Section(
        Topic.ENGINE, Messages.get("doctor.engine"), engine == null ? List.of() : rows(engine));
  }

  private static List<Row> rows(EngineInfo engine) {
    return List.of(
        Row.fact(Messages.get("doctor.engine.version"), engine.version()),
        Row.fact(Messages.get("doctor.engine.product"), told(engine.product())),
        Row.fact(Messages.get("doctor.engine.address"), engine.endpoint().uri()),
        Row.fact(
            Messages.get("doctor.engine.api"),
            Messages.get(
                "doctor.engine.api.range",
                engine.api().negotiated(),
                engine.api().oldest(),
                engine.api().newest())),
        builder(engine),
        Row.fact(
            Messages.get("doctor.engine.store"),
            switch (engine.storage().store()) {
              case GRAPH_DRIVER -> engine.storage().driver();
              case CONTAINERD ->
                  Messages.get("doctor.engine.store.containerd", engine.storage().driver());
            }),
        Row.fact(
            Messages.get("doctor.engine.user"),
            engine.rootless()
                ? Messages.get("doctor.engine.user.rootless")
                : Messages.get("doctor.engine.user.root")),
        Row.fact(Messages.get("doctor.engine.security"), security(engine)));
  }

  private static Row builder(EngineInfo engine) {
    String label = Messages.get("doctor.engine.builder");
    return switch (engine.builder()) {
      case BUILDKIT -> Row.good(label, Messages.get("doctor.engine.builder.buildkit"));
      case CLASSIC ->
          Row.attention(
              label,
              Messages.get("doctor.engine.builder.classic"),
              Messages.get("doctor.engine.builder.classic.note"));
    };
  }

  /// "name=seccomp,profile=builtin" as "seccomp (builtin)".
  private static String security(EngineInfo engine) {
    return told(
        engine.securityOptions().stream()
            .map(option -> option.replaceFirst("^name=", ""))
            .map(option -> option.replaceFirst(",profile=(.*)$", " ($1)"))
            .collect(Collectors.joining(", ")));
  }

  static String told(String value) {
    return value.isEmpty() ? Messages.get("doctor.untold") : value;
  }
}
