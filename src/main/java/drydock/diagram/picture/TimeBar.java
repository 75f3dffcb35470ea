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
import drydock.messages.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// "Where the time went": one bar, each part as long as its step took. Steps that ran side by side count in full, so the
/// bar is work, not waiting; its caption says so.
final class TimeBar {
  private static final double HEIGHT = 22;
  private static final double GAP = 2;
  private static final double LEAST = 4;
  private static final double REUSED = 14;

  /// Parts below this share are drawn as one.
  private static final double SMALL = 0.012;

  private record Part(
      String id, String name, Role role, double seconds, @Nullable String subject, String field) {}

  private final List<Part> parts = new ArrayList<>();
  private final boolean reused;
  private final boolean parallel;

  /// Whether more than preparation has taken time.
  private final boolean spent;

  private final Function<String, Evidence> evidence;

  TimeBar(
      List<Step> steps,
      boolean parallel,
      double internalSeconds,
      Function<String, Evidence> evidence) {
    this.evidence = evidence;
    this.parallel = parallel;
    this.spent = steps.stream().anyMatch(s -> s.seconds() > 0);
    this.reused = steps.stream().anyMatch(s -> s.role() == Role.CACHED);
    double all = internalSeconds + steps.stream().mapToDouble(Step::seconds).sum();
    double small = internalSeconds;
    for (Step step : steps) {
      if (step.seconds() > all * SMALL) {
        parts.add(
            new Part(
                "time:" + step.key(),
                step.isResult() ? Messages.get("picture.build.exportPart") : step.name(),
                step.role(),
                step.seconds(),
                step.isInstruction() ? step.key() : null,
                step.field()));
      } else {
        small += step.seconds();
      }
    }
    if (small > 0) {
      parts.addFirst(
          new Part(
              "time:rest", Messages.get("picture.build.restPart"), Role.NEUTRAL, small, null, ""));
    }
  }

  /// Draws it below `y`.
  ///
  /// @return where it ends
  double draw(List<Element> elements, double y, double width) {
    double total = parts.stream().mapToDouble(Part::seconds).sum();
    if (!spent || total < 0.05) {
      return y;
    }
    double left = 12;
    double room = width - 2 * left;
    elements.add(caption(new Rect(left, y + 18, room, 18), total));
    double x = left;
    double top = y + 42;
    if (reused) {
      elements.add(reusedPart(new Rect(x, top, REUSED, HEIGHT)));
      x += REUSED + GAP;
    }
    double free = left + room - x - GAP * (parts.size() - 1) - LEAST * parts.size();
    for (Part part : parts) {
      double w = LEAST + free * part.seconds() / total;
      elements.add(box(part, new Rect(x, top, w, HEIGHT)));
      x += w + GAP;
    }
    return top + HEIGHT + 2;
  }

  private Element caption(Rect area, double total) {
    String title = Messages.get("picture.build.time");
    String sum =
        parallel
            ? Messages.get("picture.build.timeSum", seconds(total))
            : Messages.get("picture.build.timeAll", seconds(total));
    return new Element.Text(
        "time",
        area,
        Role.NEUTRAL,
        List.of(
            Label.start(title, 0, 13, TextStyle.HEADING, Ink.MUTED),
            Label.end(
                TextStyle.SMALL.fit(sum, area.width() - TextStyle.HEADING.width(title) - 12),
                area.width(),
                13,
                TextStyle.SMALL,
                Ink.MUTED)),
        new About(title + ", " + sum, "", null, null));
  }

  private Element reusedPart(Rect area) {
    String name = Messages.get("picture.build.reusedPart");
    return new Element.Box(
        "time:reused",
        area,
        Role.CACHED,
        3,
        area.width(),
        List.of(),
        new About(name, "", evidence.apply("cached = true"), null));
  }

  private Element box(Part part, Rect area) {
    String took = seconds(part.seconds());
    String full = StepText.shortName(part.name()) + "  " + took;
    double room = area.width() - 10;
    String text =
        TextStyle.SMALL_STRONG.width(full) <= room
            ? full
            : TextStyle.SMALL_STRONG.width(took) * 2.2 <= room
                ? TextStyle.SMALL_STRONG.fit(
                        part.name(), room - TextStyle.SMALL_STRONG.width("  " + took))
                    + "  "
                    + took
                : TextStyle.SMALL_STRONG.width(took) <= room ? took : "";
    List<Label> labels =
        text.isEmpty()
            ? List.of()
            : List.of(Label.middle(text, area.width() / 2, 15, TextStyle.SMALL_STRONG, Ink.ROLE));
    return new Element.Box(
        part.id(),
        area,
        part.role(),
        3,
        labels.isEmpty() ? area.width() : 0,
        labels,
        new About(part.name() + ", " + took, "", evidence.apply(part.field()), part.subject()));
  }

  private static String seconds(double seconds) {
    return Human.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
