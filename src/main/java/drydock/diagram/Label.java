// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// One line of text inside an element.
///
/// @param x of the anchor, from the element's left edge
/// @param baseline from the element's top edge
public record Label(
    String text, double x, double baseline, TextStyle style, Ink ink, Anchor anchor) {
  private static final int LONGEST = 3_000;

  public Label {
    text = Plain.text(text, LONGEST);
  }

  /// Which part of the text stands at `x`.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  public static Label start(String text, double x, double baseline, TextStyle style, Ink ink) {
    return new Label(text, x, baseline, style, ink, Anchor.START);
  }

  public static Label end(String text, double x, double baseline, TextStyle style, Ink ink) {
    return new Label(text, x, baseline, style, ink, Anchor.END);
  }

  public static Label middle(String text, double x, double baseline, TextStyle style, Ink ink) {
    return new Label(text, x, baseline, style, ink, Anchor.MIDDLE);
  }

  /// Left edge of the text, from the element's left edge.
  public double left() {
    double width = style.width(text);
    return switch (anchor) {
      case START -> x;
      case MIDDLE -> x - width / 2;
      case END -> x - width;
    };
  }

  /// The room it takes, from the element's corner.
  public Rect area() {
    return new Rect(
        left(), baseline - style.ascent(), style.width(text), style.ascent() + style.descent());
  }
}
