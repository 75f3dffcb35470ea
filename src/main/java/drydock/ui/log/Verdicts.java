// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.EngineProblem;
import drydock.messages.ExitCodes;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How a build ended, in sentences.
///
/// @param tag what it was to be called, possibly empty
/// @param reused how many steps were
/// @param ran how many steps ran
record Verdicts(
    String tag, Duration took, int reused, int ran, Function<EngineProblem, String> problems) {

  /// The first says it, the others say more.
  List<Row.Verdict> of(BuildOutcome outcome, long id) {
    List<Row.Verdict> rows = new ArrayList<>();
    switch (outcome) {
      case BuildOutcome.Success s ->
          rows.add(new Row.Verdict(id, Row.Verdict.Kind.GOOD, built(s), null));
      case BuildOutcome.Failed f -> {
        rows.add(new Row.Verdict(id, Row.Verdict.Kind.BAD, failed(f), f.step()));
        for (String more : details(f)) {
          rows.add(new Row.Verdict(id + rows.size(), Row.Verdict.Kind.DETAIL, more, f.step()));
        }
      }
      case BuildOutcome.Cancelled _ ->
          rows.add(
              new Row.Verdict(
                  id,
                  Row.Verdict.Kind.NEUTRAL,
                  Messages.get("log.verdict.cancelled", Amounts.seconds(took)),
                  null));
      case BuildOutcome.Broken b ->
          rows.add(
              new Row.Verdict(
                  id,
                  Row.Verdict.Kind.BAD,
                  Messages.get("log.verdict.broken", problems.apply(b.problem())),
                  null));
    }
    return rows;
  }

  private String built(BuildOutcome.Success success) {
    String what = tag.isEmpty() ? shortId(success.imageId()) : tag;
    return Messages.get("log.verdict.built", what, Amounts.seconds(took), reused, ran);
  }

  private static String failed(BuildOutcome.Failed failure) {
    BuildStep.Lines lines = failure.lines();
    String where =
        lines == null
            ? Messages.get("log.verdict.failed")
            : Messages.get("log.verdict.failedAt", Integer.toString(lines.first()));
    String what = failure.stepName() == null ? bare(failure.message()) : failure.stepName();
    return Messages.get("log.verdict.what", where, what);
  }

  /// In rows of their own, as the first is often cut off.
  private static List<String> details(BuildOutcome.Failed failure) {
    List<String> details = new ArrayList<>();
    Integer code = failure.exitCode();
    if (code != null) {
      details.add(
          Messages.get("log.verdict.exit", Integer.toString(code), ExitCodes.explain(code)));
    } else if (failure.stepName() != null) {
      details.add(bare(failure.message()));
    }
    failure.lastOutput().reversed().stream()
        .map(line -> bare(line).strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .ifPresent(line -> details.add(Messages.get("log.verdict.lastWords", line)));
    return details;
  }

  static String shortId(String id) {
    String hex = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
    return hex.substring(0, Math.min(12, hex.length()));
  }

  /// In one line, without escape sequences.
  private static String bare(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return new LineDecoder().feed(line + "\n").getFirst().text();
  }
}
