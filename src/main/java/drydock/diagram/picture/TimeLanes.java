// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// "Where the time went": a lane for each step that ran, from when it began to when it ended. What
/// ran side by side stands one above the other; a broken line is waiting.
final class TimeLanes {
  private static final double LEFT = 12;
  private static final double LANE = 22;
  private static final double BAR = 14;
  private static final double LEAST = 4;
  private static final int MOST = 14;

  private record Lane(Step step, double start, double took, boolean open) {
    double end() {
      return start + took;
    }
  }

  static final String TIMES = "trace vertex[].started · vertex[].completed";

  private final Function<String, Evidence> evidence;
  private final List<Lane> lanes;
  private final double shorter;
  private final int left;
  private final double end;
  private final double work;
  private final double elsewhere;

  /// @param at when the state was true, by this computer's clock; null when that is not known
  TimeLanes(
      List<Step> steps,
      BuildState state,
      @Nullable Instant at,
      Function<String, Evidence> evidence) {
    this.evidence = evidence;
    BuildClock clock = new BuildClock(state.steps().values());
    List<Lane> all = new ArrayList<>();
    for (Step step : steps) {
      Step.Time time = step.time();
      if (time != null) {
        boolean open = step.role() == Role.RUNNING && state.running();
        all.add(new Lane(step, time.start(), time.took(), open));
      }
    }
    this.elsewhere = clock.internalSeconds();
    double known = all.stream().mapToDouble(Lane::end).max().orElse(0);
    boolean open = all.stream().anyMatch(Lane::open);
    this.end = open && at != null ? Math.max(known, clock.now(state, at)) : known;
    this.work = all.stream().mapToDouble(Lane::took).sum();
    all.sort(Comparator.comparing(Lane::open).reversed().thenComparingDouble(l -> -l.took()));
    List<Lane> shown = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
    List<Lane> rest = all.subList(shown.size(), all.size());
    this.left = rest.size();
    this.shorter = rest.stream().mapToDouble(Lane::took).sum();
    shown.sort(Comparator.comparingDouble(Lane::start));
    this.lanes = shown;
  }

  /// Draws them below `y`.
  ///
  /// @return where they end
  double draw(List<Element> elements, double y, double width) {
    if (lanes.isEmpty() || end < 0.05) {
      return y;
    }
    double room = width - 2 * LEFT;
    elements.add(caption(new Rect(LEFT, y + 18, room, 18)));
    double names = Math.min(170, Math.floor(room * 0.36));
    double from = LEFT + names + 8;
    // the bar that ends last leaves room for its seconds
    double seconds =
        lanes.stream().mapToDouble(lane -> TextStyle.SMALL.width(took(lane))).max().orElse(0);
    double scale = (room - names - 8 - seconds - 10) / end;
    double top = y + 40;
    axis(elements, from, top, scale);
    top += 20;
    for (Lane lane : lanes) {
      draw(lane, elements, from, top, scale, names);
      top += LANE;
    }
    if (left > 0 || elsewhere > 0) {
      elements.add(rest(new Rect(LEFT, top, room, 18)));
      top += 20;
    }
    return top + 2;
  }

  private Element caption(Rect area) {
    String title = Messages.get("picture.build.time");
    String sum =
        work > end * 1.02
            ? Messages.get("picture.build.timeParallel", seconds(end), seconds(work))
            : Messages.get("picture.build.timeAll", seconds(end));
    return Caption.of("time", area, title, sum);
  }

  private void axis(List<Element> elements, double x, double y, double scale) {
    double step = Ticks.step(end, end * scale / 64);
    List<Label> labels = new ArrayList<>();
    double width = end * scale + 40;
    for (int i = 0; i * step <= end * 1.0001; i++) {
      String text = Ticks.text(i * step, step);
      double at = i * step * scale;
      double left = i == 0 ? 0 : at - TextStyle.SMALL.width(text) / 2;
      labels.add(Label.start(text, left, 12, TextStyle.SMALL, Ink.MUTED));
    }
    elements.add(
        new Element.Text(
            "time:axis", new Rect(x, y, width, 17), Role.NEUTRAL, labels, About.ORNAMENT));
  }

  private void draw(
      Lane lane, List<Element> elements, double x, double y, double scale, double names) {
    Step step = lane.step();
    String key = step.key();
    String name = step.isResult() ? Messages.get("picture.build.exportPart") : step.name();
    double start = x + lane.start() * scale;
    double length = Math.max(LEAST, (lane.open() ? end - lane.start() : lane.took()) * scale);
    double middle = y + LANE / 2;
    Rect bar = new Rect(start, middle - BAR / 2, length, BAR);
    String took = took(lane);
    elements.add(
        new Element.Text(
            "time-name:" + key,
            new Rect(LEFT, y, names, LANE),
            Role.NEUTRAL,
            List.of(
                Label.start(
                    TextStyle.CODE_SMALL.fit(StepText.shortName(name), names),
                    0,
                    15,
                    TextStyle.CODE_SMALL,
                    Ink.MUTED)),
            About.ORNAMENT));
    if (start - x > 6) {
      elements.add(
          new Element.Link(
              "time-wait:" + key,
              List.of(new Point(x, middle), new Point(start - 2, middle)),
              Role.WAITING,
              false,
              About.ORNAMENT));
    }
    elements.add(
        new Element.Box(
            "time:" + key,
            bar,
            step.role(),
            3,
            bar.width(),
            List.of(),
            new About(
                Messages.get("picture.build.lane", name, took, seconds(lane.start())),
                Messages.get("picture.build.lane", name, took, seconds(lane.start())),
                evidence.apply(step.words().field()),
                step.isVertex() ? key : null)));
    double room = TextStyle.SMALL.width(took) + 2;
    elements.add(
        new Element.Text(
            "time-took:" + key,
            new Rect(bar.right() + 6, y, room, LANE),
            step.role(),
            List.of(Label.start(took, 0, 15, TextStyle.SMALL, Ink.ROLE)),
            About.ORNAMENT));
  }

  private static String took(Lane lane) {
    return lane.open() ? Messages.get("picture.build.running") : seconds(lane.took());
  }

  private Element rest(Rect area) {
    String text =
        left == 0
            ? Messages.get("picture.build.timeRest", seconds(elsewhere))
            : Messages.get("picture.build.timeMore", left, seconds(shorter), seconds(elsewhere));
    return new Element.Text(
        "time:rest",
        area,
        Role.NEUTRAL,
        List.of(
            Label.start(
                TextStyle.SMALL.fit(text, area.width()), 0, 13, TextStyle.SMALL, Ink.MUTED)),
        new About(text, "", evidence.apply(TIMES), null));
  }

  static String seconds(double seconds) {
    return Human.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
