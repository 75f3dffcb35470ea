// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Severity;
import drydock.doctor.Report.Topic;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every place where an engine was looked for, best first.
final class EndpointRows {
  private EndpointRows() {}

  static Section of(Facts facts) {
    List<Row> rows = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (EndpointAttempt attempt : facts.attempts()) {
      Severity severity = severity(attempt, facts);
      // the same advice five times over helps nobody
      String remedy =
          helps(attempt, severity, facts) ? Problems.remedy(attempt, facts.system()) : "";
      String note = said.add(remedy) ? remedy : "";
      rows.add(new Row(Problems.named(attempt), words(attempt, facts), note, severity));
    }
    return new Section(Topic.ENDPOINTS, Messages.get("doctor.tried"), rows);
  }

  static boolean used(EndpointAttempt attempt, Facts facts) {
    EngineInfo engine = facts.engine();
    return engine != null
        && attempt.result() == Result.ANSWERED
        && attempt.endpoint().uri().equals(engine.endpoint().uri());
  }

  private static String words(EndpointAttempt attempt, Facts facts) {
    String words =
        used(attempt, facts)
            ? Messages.get("doctor.attempt.used")
            : Problems.words(attempt.result());
    // a broken context has no address, and its detail stands where that would be
    return attempt.detail().isEmpty() || attempt.endpoint().uri().isEmpty()
        ? words
        : Messages.get("doctor.attempt.detail", words, attempt.detail());
  }

  private static Severity severity(EndpointAttempt attempt, Facts facts) {
    if (used(attempt, facts)) {
      return Severity.OK;
    }
    boolean usable = facts.engine() != null;
    if (!Engines.answers(attempt) && Engines.named(attempt.endpoint())) {
      return usable ? Severity.ATTENTION : Severity.PROBLEM;
    }
    return usable || Engines.answers(attempt) || attempt.result() == Result.NOT_FOUND
        ? Severity.FACT
        : Severity.PROBLEM;
  }

  /// With an engine at hand, nobody needs to start those that are not there.
  private static boolean helps(EndpointAttempt attempt, Severity severity, Facts facts) {
    boolean absent = attempt.result() == Result.NOT_FOUND || attempt.result() == Result.REFUSED;
    return severity != Severity.FACT || facts.engine() == null || !absent;
  }
}
