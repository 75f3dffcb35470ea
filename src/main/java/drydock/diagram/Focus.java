// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import drydock.messages.Messages;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One element of a picture, brought forward: outlined, and with what it was drawn from written at
/// the foot, for a picture that nobody can point at.
///
/// @param scene without the outline
public record Focus(Scene scene, Element element) {
  /// Id of the outline.
  public static final String OUTLINE = "focus";

  private static final String FOOT = "focus:evidence";
  private static final double LEFT = 12;
  private static final int MOST_LINES = 4;

  /// @param wanted an element's id, the subject or the name that one stands for; the first that has
  ///   it is meant
  /// @return empty when there is none
  public static Optional<Focus> on(Scene scene, String wanted) {
    return scene
        .element(wanted)
        .or(() -> scene.about(wanted))
        .or(() -> named(scene, wanted))
        .map(element -> new Focus(scene, element));
  }

  private static Optional<Element> named(Scene scene, String wanted) {
    String name = wanted.toLowerCase(Locale.ROOT);
    List<Element> told =
        scene.elements().stream().filter(e -> e.about().evidence() != null).toList();
    return told.stream()
        .filter(e -> e.about().name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .or(
            () ->
                told.stream()
                    .filter(e -> e.about().name().toLowerCase(Locale.ROOT).matches(begins(name)))
                    .findFirst());
  }

  private static String begins(String name) {
    return java.util.regex.Pattern.quote(name) + "\\b.*";
  }

  /// The picture with the outline.
  public Scene outlined() {
    return scene.plus(
        new Element.Group(
            OUTLINE,
            element.area().grown(5),
            Role.FOCUS,
            List.of(),
            new About(Messages.get("diagram.focus"), "", null, null)));
  }

  /// The picture with the outline and, below, what the element says and where it is from.
  public Scene explained() {
    Scene outlined = outlined();
    double width = scene.width() - 2 * LEFT;
    List<Label> labels = new ArrayList<>();
    double y = 10;
    About about = element.about();
    y = lines(labels, about.name(), TextStyle.HEADING, Ink.STRONG, y, width);
    if (!about.sentence().equals(about.name())) {
      y = lines(labels, about.sentence(), TextStyle.SMALL, Ink.MUTED, y, width);
    }
    Evidence evidence = about.evidence();
    if (evidence != null) {
      y = lines(labels, evidence.command(), TextStyle.CODE, Ink.STRONG, y + 4, width);
      y = lines(labels, evidence.request(), TextStyle.CODE_SMALL, Ink.MUTED, y, width);
      y = lines(labels, evidence.field(), TextStyle.CODE_SMALL, Ink.MUTED, y, width);
      String at =
          evidence.at() == null
              ? ""
              : Messages.get("diagram.focus.at", evidence.at().truncatedTo(ChronoUnit.SECONDS));
      y = lines(labels, at, TextStyle.SMALL, Ink.MUTED, y, width);
    }
    Rect foot = new Rect(0, scene.height() + 12, scene.width(), y + 8);
    List<Element> all = new ArrayList<>(outlined.elements());
    all.add(
        new Element.Box(
            FOOT,
            foot,
            Role.NEUTRAL,
            8,
            0,
            labels,
            new About(Messages.get("diagram.focus.of", about.name()), "", evidence, null)));
    return new Scene(scene.question(), scene.answer(), scene.width(), foot.bottom(), all);
  }

  private static double lines(
      List<Label> labels, String text, TextStyle style, Ink ink, double y, double width) {
    double next = y;
    for (String line : style.wrap(text, width, MOST_LINES)) {
      labels.add(Label.start(line, LEFT, next + style.ascent(), style, ink));
      next += style.lineHeight();
    }
    return next;
  }
}
