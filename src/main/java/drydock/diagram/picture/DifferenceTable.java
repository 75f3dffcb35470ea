// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// "Compared with the build before": a row for each step that did something else than last time, or
/// took noticeably longer or shorter.
final class DifferenceTable {
  private static final double LEFT = 12;
  private static final double ROW = 20;
  private static final int MOST = 12;

  private final BuildState before;
  private final BuildState now;
  private final BuildDifference difference;
  private final Function<String, Evidence> evidence;

  DifferenceTable(
      BuildState before,
      BuildState now,
      BuildDifference difference,
      Function<String, Evidence> evidence) {
    this.before = before;
    this.now = now;
    this.difference = difference;
    this.evidence = evidence;
  }

  /// Draws it below `y`.
  ///
  /// @return where it ends
  double draw(List<Element> elements, double y, double width) {
    List<BuildDifference.Row> rows = new ArrayList<>(difference.rows().values());
    rows.addAll(difference.gone());
    rows.removeIf(row -> !row.differs());
    double room = width - 2 * LEFT;
    elements.add(caption(new Rect(LEFT, y + 16, room, 18)));
    double top = y + 38;
    if (rows.isEmpty()) {
      elements.add(line("before:same", Messages.get("picture.build.beforeSame"), top, room));
      return top + ROW;
    }
    for (BuildDifference.Row row : rows.subList(0, Math.min(MOST, rows.size()))) {
      elements.add(row(row, new Rect(LEFT, top, room, ROW)));
      top += ROW;
    }
    if (rows.size() > MOST) {
      String more = Messages.get("picture.build.beforeMore", rows.size() - MOST);
      elements.add(line("before:more", more, top, room));
      top += ROW;
    }
    return top + 2;
  }

  private Element caption(Rect area) {
    String title = Messages.get("picture.build.before");
    String sum = Messages.get("picture.build.beforeSum", total(before), total(now));
    return Caption.of("before", area, title, sum);
  }

  private static String total(BuildState state) {
    return TimeLanes.seconds(new BuildClock(state.steps().values()).end(state.steps().values()));
  }

  private Element row(BuildDifference.Row row, Rect area) {
    String key = row.step().step().key();
    String name = StepText.shortName(row.step().step().name());
    String change =
        Messages.get("picture.build.change", words(row.before(), true), words(row.now(), false));
    double words = TextStyle.SMALL.width(change);
    return new Element.Text(
        (row.now() == null ? "gone:" : "before:") + key,
        area,
        role(row.now()),
        List.of(
            Label.start(
                TextStyle.CODE_SMALL.fit(name, area.width() - words - 12),
                0,
                14,
                TextStyle.CODE_SMALL,
                Ink.STRONG),
            Label.end(change, area.width(), 14, TextStyle.SMALL, Ink.ROLE)),
        new About(
            name + ": " + change,
            name + ": " + change,
            evidence.apply("trace vertex " + row.step().step().name()),
            row.now() == null ? null : key));
  }

  private static Role role(BuildState.@Nullable Step now) {
    return now == null
        ? Role.NEUTRAL
        : switch (now.status()) {
          case WAITING, RUNNING -> Role.NEUTRAL;
          case CACHED -> Role.CACHED;
          case DONE -> Role.DONE;
          case FAILED -> Role.FAILED;
        };
  }

  private static String words(BuildState.@Nullable Step step, boolean past) {
    if (step == null) {
      return past ? Messages.get("picture.build.wasNot") : Messages.get("picture.build.isGone");
    }
    String took = TimeLanes.seconds(BuildDifference.seconds(step));
    return switch (step.status()) {
      case WAITING -> Messages.get("picture.build.neverRan");
      case RUNNING -> Messages.get("picture.build.interrupted");
      case CACHED -> Messages.get("picture.build.reused");
      case DONE -> Messages.get("picture.build.ran", took);
      case FAILED -> Messages.get("picture.build.failed", took);
    };
  }

  private static Element line(String id, String text, double y, double room) {
    return new Element.Text(
        id,
        new Rect(LEFT, y, room, ROW),
        Role.NEUTRAL,
        List.of(Label.start(TextStyle.SMALL.fit(text, room), 0, 14, TextStyle.SMALL, Ink.MUTED)),
        new About(text, "", null, null));
  }
}
