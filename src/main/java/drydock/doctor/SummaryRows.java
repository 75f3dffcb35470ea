// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Severity;
import drydock.doctor.Report.Topic;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.util.ArrayList;
import java.util.List;

/// The whole report in a row or two.
final class SummaryRows {
  private SummaryRows() {}

  static Section of(Facts facts) {
    List<Row> rows = new ArrayList<>();
    EngineInfo engine = facts.engine();
    String label = Messages.get("doctor.summary.engine");
    if (engine == null) {
      rows.add(
          new Row(
              label,
              Messages.get("doctor.summary.none"),
              Problems.advice(facts.attempts(), facts.system()),
              Severity.PROBLEM));
    } else {
      rows.add(Row.good(label, Messages.get("doctor.summary.usable", Engines.label(engine))));
      Engines.passedOver(facts.attempts()).ifPresent(a -> rows.add(passedOver(a, engine, facts)));
      others(facts, engine, rows);
    }
    return new Section(Topic.SUMMARY, Messages.get("doctor.summary"), rows);
  }

  private static Row passedOver(EndpointAttempt attempt, EngineInfo used, Facts facts) {
    String remedy = Problems.remedy(attempt, facts.system());
    String uri = used.endpoint().uri();
    return Row.attention(
        Messages.get("doctor.summary.passedOver"),
        Problems.named(attempt) + ": " + Problems.words(attempt.result()),
        attempt.endpoint().origin() == Endpoint.Origin.SETTING
            ? Messages.get("doctor.summary.insteadOfChoice", uri, remedy)
            : Messages.get("doctor.summary.instead", uri, remedy));
  }

  private static void others(Facts facts, EngineInfo used, List<Row> rows) {
    List<String> others =
        Engines.answering(facts.attempts()).stream()
            .filter(e -> !e.endpoint().uri().equals(used.endpoint().uri()))
            .map(Engines::label)
            .toList();
    if (!others.isEmpty()) {
      rows.add(
          Row.fact(Messages.get("doctor.summary.others"), String.join("; ", others))
              .withNote(Messages.get("doctor.summary.others.note")));
    }
  }
}
