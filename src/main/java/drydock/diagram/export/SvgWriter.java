// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static drydock.diagram.export.Xml.escape;
import static drydock.diagram.export.Xml.number;

import drydock.diagram.Corners;
import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Palette;
import drydock.diagram.Pattern;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/// A scene as one SVG 1.1 file that needs no other: patterns as definitions, texts for screen
/// readers. The same scene gives the same bytes.
final class SvgWriter {
  /// Of a pattern's coordinates: a tenth of a pixel is not seen.
  private static final int GRID = 10;

  private final Palette palette;
  private final SvgText text;
  private final StringBuilder out = new StringBuilder();

  private SvgWriter(Palette palette, SvgText text) {
    this.palette = palette;
    this.text = text;
  }

  /// The picture with its question and answer above it, its text as text: easy to edit, but it
  /// looks as it should only where the fonts are installed.
  static String editable(Scene scene, Palette palette, double scale) {
    return write(scene, palette, scale, SvgText::named);
  }

  /// The same with its text as outlines, which look the same everywhere. Unseen text lies above
  /// them, so that it can still be selected, copied and searched for.
  static String outlined(Scene scene, Palette palette, double scale) throws IOException {
    try (Lettering lettering = new Lettering()) {
      return write(scene, palette, scale, new SvgOutlines(lettering));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String write(Scene scene, Palette palette, double scale, SvgText text) {
    SvgWriter writer = new SvgWriter(palette, text);
    writer.page(Page.of(scene), scale);
    return writer.out.toString();
  }

  private void page(Page page, double scale) {
    Scene scene = page.scene();
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"group\" aria-labelledby=\"question answer\">"
            .formatted(
                number(page.width() * scale),
                number(page.height() * scale),
                number(page.width()),
                number(page.height())));
    line("<title id=\"question\">%s</title>".formatted(escape(scene.question())));
    line("<desc id=\"answer\">%s</desc>".formatted(escape(scene.answer())));
    line(
        "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>"
            .formatted(number(page.width()), number(page.height()), palette.surface()));
    page.heading().forEach(l -> label(l, Role.NEUTRAL, 0, 0));
    line(
        "<g transform=\"translate(%s %s)\">"
            .formatted(number(page.origin().x()), number(page.origin().y())));
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
      Shape marks =
          Marks.of(
              box.role().pattern(),
              new RoundRectangle2D.Double(
                  0, 0, a.width(), a.height(), 2 * box.radius(), 2 * box.radius()),
              box.strip());
      line(
          "<path transform=\"translate(%s %s) scale(%s)\" d=\"%s\" fill=\"%s\"/>"
              .formatted(
                  number(a.x()),
                  number(a.y()),
                  number(1.0 / GRID),
                  SvgPath.of(marks, GRID),
                  tone.mark()));
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
    line(text.draw(label, x + label.x(), y + label.baseline(), palette.ink(label.ink(), role)));
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
