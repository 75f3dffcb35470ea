// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static drydock.diagram.export.Xml.escape;
import static drydock.diagram.export.Xml.number;

import drydock.diagram.Corners;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Palette;
import drydock.diagram.Pattern;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import java.util.List;
import java.util.stream.Collectors;

/// A scene as one SVG 1.1 file that needs no other: fonts by name with fallbacks, patterns as definitions, texts for
/// screen readers. The same scene gives the same bytes.
public final class SvgWriter {
  private static final double MARGIN = 16;

  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private SvgWriter(Palette palette) {
    this.palette = palette;
  }

  /// The picture with its question and answer above it.
  public static String write(Scene scene, Palette palette) {
    SvgWriter writer = new SvgWriter(palette);
    writer.scene(scene);
    return writer.out.toString();
  }

  private void scene(Scene scene) {
    double inner = Math.max(scene.width(), 320);
    List<String> question = TextStyle.TITLE.wrap(scene.question(), inner, 3);
    List<String> answer = TextStyle.BODY.wrap(scene.answer(), inner, 4);
    double head =
        question.size() * TextStyle.TITLE.lineHeight()
            + answer.size() * TextStyle.BODY.lineHeight()
            + MARGIN;
    double width = inner + 2 * MARGIN;
    double height = scene.height() + head + 2 * MARGIN;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"group\" aria-labelledby=\"question answer\">"
            .formatted(number(width), number(height), number(width), number(height)));
    line("<title id=\"question\">%s</title>".formatted(escape(scene.question())));
    line("<desc id=\"answer\">%s</desc>".formatted(escape(scene.answer())));
    SvgPatterns.define(scene, palette).forEach(this::line);
    line(
        "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>"
            .formatted(number(width), number(height), palette.surface()));
    double y = MARGIN;
    for (String text : question) {
      label(Label.start(text, MARGIN, y + 16, TextStyle.TITLE, Ink.STRONG), Role.NEUTRAL, 0, 0);
      y += TextStyle.TITLE.lineHeight();
    }
    for (String text : answer) {
      label(Label.start(text, MARGIN, y + 12, TextStyle.BODY, Ink.MUTED), Role.NEUTRAL, 0, 0);
      y += TextStyle.BODY.lineHeight();
    }
    line("<g transform=\"translate(%s %s)\">".formatted(number(MARGIN), number(MARGIN + head)));
    scene.elements().forEach(this::element);
    line("</g>");
    line("</svg>");
  }

  private void element(Element element) {
    String name = element.about().name();
    line(
        "<g id=\"%s\"%s>"
            .formatted(
                escape(element.id()), name.isEmpty() ? " aria-hidden=\"true\"" : " role=\"img\""));
    if (!name.isEmpty()) {
      line("<title>%s</title>".formatted(escape(name)));
      if (!element.about().sentence().isEmpty()) {
        line("<desc>%s</desc>".formatted(escape(element.about().sentence())));
      }
    }
    switch (element) {
      case Element.Box box -> box(box);
      case Element.Link link -> link(link);
      case Element.Text text -> labels(text.lines(), text.role(), text.area());
      case Element.Group group -> group(group);
    }
    line("</g>");
  }

  private void box(Element.Box box) {
    Palette.Tone tone = palette.tone(box.role());
    rect(box.area(), box.radius(), tone.fill(), "none", false);
    if (box.strip() > 0 && box.role().pattern() != Pattern.NONE) {
      Rect a = box.area();
      double r = Math.min(box.radius(), box.strip());
      line(
          "<path d=\"M%s %sh%sv%sh-%sa%s %s 0 0 1 -%s -%sv-%sa%s %s 0 0 1 %s -%sz\" fill=\"%s\"/>"
              .formatted(
                  number(a.x() + r),
                  number(a.y()),
                  number(box.strip() - r),
                  number(a.height()),
                  number(box.strip() - r),
                  number(r),
                  number(r),
                  number(r),
                  number(r),
                  number(a.height() - 2 * r),
                  number(r),
                  number(r),
                  number(r),
                  number(r),
                  SvgPatterns.fill(box.role(), palette)));
    }
    rect(box.area(), box.radius(), "none", tone.stroke(), box.role().dashed());
    labels(box.labels(), box.role(), box.area());
  }

  private void group(Element.Group group) {
    Palette.Tone tone = palette.tone(group.role());
    boolean goal = group.role() == Role.GOAL;
    rect(group.area(), 10, "none", tone.stroke(), goal || group.role().dashed());
    labels(group.labels(), group.role(), group.area());
  }

  private void link(Element.Link link) {
    String colour =
        link.role() == Role.NEUTRAL ? palette.line() : palette.tone(link.role()).stroke();
    StringBuilder path = new StringBuilder("M" + at(link.points().getFirst()));
    for (Corners.Move move : Corners.rounded(link.points())) {
      path.append("L").append(at(move.to()));
      if (!move.end().equals(move.to())) {
        path.append("Q").append(at(move.corner())).append(" ").append(at(move.end()));
      }
    }
    line(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s/>"
            .formatted(path, colour, link.role().dashed() ? " stroke-dasharray=\"5 4\"" : ""));
    if (link.arrow()) {
      line(
          "<path d=\"M%sz\" fill=\"%s\"/>"
              .formatted(
                  Corners.head(link.points()).stream()
                      .map(this::at)
                      .collect(Collectors.joining("L")),
                  colour));
    }
  }

  private void labels(List<Label> labels, Role role, Rect area) {
    labels.forEach(l -> label(l, role, area.x(), area.y()));
  }

  private void label(Label label, Role role, double x, double y) {
    TextStyle style = label.style();
    String anchor =
        switch (label.anchor()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        };
    line(
        "<text x=\"%s\" y=\"%s\"%s font-family=\"%s\" font-weight=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>"
            .formatted(
                number(x + label.x()),
                number(y + label.baseline()),
                anchor,
                style.family().equals("Inter")
                    ? "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
                    : "'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
                style.weight(),
                number(style.size()),
                palette.ink(label.ink(), role),
                escape(label.text())));
  }

  private void rect(Rect area, double radius, String fill, String stroke, boolean dashed) {
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"%s%s/>"
            .formatted(
                number(area.x()),
                number(area.y()),
                number(area.width()),
                number(area.height()),
                number(radius),
                fill,
                stroke.equals("none") ? "" : " stroke=\"" + stroke + "\" stroke-width=\"1.5\"",
                dashed ? " stroke-dasharray=\"6 4\"" : ""));
  }

  private String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
