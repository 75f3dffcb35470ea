// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.engine.HealthResult;
import drydock.messages.Messages;
import drydock.observe.Life;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The health checks of one lane: a tick below its bar for each; a failed one is longer, and
/// crossed. Those that would touch stand in one.
final class LifeChecks {
  private static final double WIDTH = 3;
  private static final double SHORT = 3;
  private static final double LONG = 6;

  private final Life life;
  private final TimeAxis axis;
  private final LifeFacts facts;
  private final double apart;

  LifeChecks(Life life, TimeAxis axis, LifeFacts facts, double apart) {
    this.life = life;
    this.axis = axis;
    this.facts = facts;
    this.apart = apart;
  }

  /// @param y below the bar
  void draw(List<Element> elements, double y) {
    List<HealthResult> open = new ArrayList<>();
    double left = 0;
    for (HealthResult result : facts.checks().getOrDefault(life.id(), List.of())) {
      Instant at = local(result);
      if (!axis.shows(at)) {
        continue;
      }
      double x = axis.x(at);
      if (!open.isEmpty() && x - left >= apart) {
        elements.add(tick(open, left, y));
        open.clear();
      }
      if (open.isEmpty()) {
        left = x;
      }
      open.add(result);
    }
    if (!open.isEmpty()) {
      elements.add(tick(open, left, y));
    }
  }

  private Element tick(List<HealthResult> results, double x, double y) {
    long failed = results.stream().filter(r -> r.exitCode() != 0).count();
    HealthResult last =
        results.stream()
            .filter(r -> failed == 0 || r.exitCode() != 0)
            .reduce((_, later) -> later)
            .orElseThrow();
    String code = Integer.toString(last.exitCode());
    String time = LifeWords.time(local(last), facts.zone());
    String said =
        results.size() > 1
            ? Messages.get("picture.life.checks", life.name(), results.size(), failed, time)
            : Messages.get(
                failed > 0 ? "picture.life.checkFailed" : "picture.life.checkWell",
                life.name(),
                code,
                time);
    return new Element.Box(
        "check:" + life.id() + ":" + results.getFirst().end(),
        new Rect(x, y, WIDTH, failed > 0 ? LONG : SHORT),
        failed > 0 ? Role.FAILED : Role.ADDED,
        0,
        WIDTH,
        List.of(),
        new About(
            said,
            last.output().isEmpty() ? said + "." : said + ": " + last.output(),
            Asked.container(
                life.name(),
                "State.Health.Log[].ExitCode = "
                    + code
                    + " · State.Health.Log[].End = "
                    + last.end(),
                local(last)),
            life.id()));
  }

  private Instant local(HealthResult result) {
    return result.end().minus(facts.skew());
  }
}
