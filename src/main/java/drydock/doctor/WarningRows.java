// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Topic;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.util.List;

/// The engine's own warnings, as `docker info` prints them.
final class WarningRows {
  private WarningRows() {}

  static Section of(Facts facts) {
    EngineInfo engine = facts.engine();
    return new Section(
        Topic.WARNINGS, Messages.get("doctor.warnings"), engine == null ? List.of() : rows(engine));
  }

  private static List<Row> rows(EngineInfo engine) {
    String label = Messages.get("doctor.warnings.one");
    if (engine.warnings().isEmpty()) {
      return List.of(Row.good(label, Messages.get("doctor.warnings.none")));
    }
    return engine.warnings().stream()
        .map(warning -> Row.attention(label, warning.replaceFirst("^WARNING:\\s*", ""), ""))
        .toList();
  }
}
