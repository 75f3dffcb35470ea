// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Draws a [Look] on one line: texts that are kept and used again, cut off at the right with a mark. Unmanaged, so that
/// thousands of changes a second stay within it and lay out nobody else.
final class Strip extends Region {
  private static final double PAD = 10;

  private final Pane left = new Pane();
  private final Rectangle clip = new Rectangle();
  private final List<Text> texts = new ArrayList<>();
  private final List<Rectangle> grounds = new ArrayList<>();
  private final Text right = text();
  private final Text cut = text();
  private final Text measure = text();
  private Look look = Look.EMPTY;
  private boolean styled;

  Strip() {
    setManaged(false);
    setMouseTransparent(true);
    left.setManaged(false);
    left.setClip(clip);
    cut.setText("…");
    cut.setFill(Color.GRAY);
    measure.setText("0");
    measure.setVisible(false);
    getChildren().addAll(left, right, cut, measure);
  }

  void show(Look next) {
    look = next;
    List<Look.Piece> pieces = next.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      if (i == texts.size()) {
        addText();
      }
      dress(texts.get(i), pieces.get(i));
    }
    for (int i = pieces.size(); i < texts.size(); i++) {
      texts.get(i).setVisible(false);
      grounds.get(i).setVisible(false);
    }
    Look.Piece atRight = next.right();
    right.setVisible(atRight != null);
    if (atRight != null) {
      dress(right, atRight);
    }
    requestLayout();
  }

  private void addText() {
    Rectangle ground = new Rectangle();
    ground.setManaged(false);
    grounds.add(ground);
    left.getChildren().add(grounds.size() - 1, ground);
    Text text = text();
    texts.add(text);
    left.getChildren().add(text);
    styled = false;
  }

  private static Text text() {
    Text text = new Text();
    text.setManaged(false);
    text.setTextOrigin(VPos.CENTER);
    return text;
  }

  private static void dress(Text text, Look.Piece piece) {
    text.setText(piece.text());
    text.setFill(piece.fill());
    text.setUnderline((piece.attributes() & Style.UNDERLINE) != 0);
    text.setStrikethrough((piece.attributes() & Style.STRIKE) != 0);
    text.setVisible(true);
    boolean weightChanged = weigh(text, "bold", (piece.attributes() & Style.BOLD) != 0);
    boolean slantChanged = weigh(text, "italic", (piece.attributes() & Style.ITALIC) != 0);
    if ((weightChanged || slantChanged) && text.getScene() != null) {
      text.applyCss(); // cells change after the pulse's style pass
    }
  }

  private static boolean weigh(Text text, String styleClass, boolean wanted) {
    if (text.getStyleClass().contains(styleClass) == wanted) {
      return false;
    }
    return wanted ? text.getStyleClass().add(styleClass) : text.getStyleClass().remove(styleClass);
  }

  @Override
  protected void layoutChildren() {
    if (!styled && getScene() != null) {
      applyCss(); // made after the pulse's style pass, they would be measured in another font
      styled = true;
    }
    double middle = getHeight() / 2;
    double end = getWidth() - PAD;
    if (right.isVisible()) {
      double width = right.getLayoutBounds().getWidth();
      right.setX(Math.max(0, getWidth() - PAD - width));
      right.setY(middle);
      end -= width + PAD;
    }
    double character = measure.getLayoutBounds().getWidth();
    double x = PAD + look.indent() * character;
    List<Look.Piece> pieces = look.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Text text = texts.get(i);
      Look.Piece piece = pieces.get(i);
      double natural = text.getLayoutBounds().getWidth();
      double width = piece.fixed() ? piece.text().length() * character : natural;
      text.setX(x);
      text.setY(middle);
      Rectangle ground = grounds.get(i);
      ground.setVisible(piece.back() != null);
      if (ground.isVisible()) {
        ground.setFill(piece.back());
        ground.setX(x);
        ground.setY(1);
        ground.setWidth(width);
        ground.setHeight(getHeight() - 2);
      }
      x += width;
    }
    cut.setVisible(x > end + 0.5);
    double clipAt = cut.isVisible() ? end - character : end;
    cut.setX(clipAt);
    cut.setY(middle);
    clip.setWidth(Math.max(0, clipAt));
    clip.setHeight(getHeight());
  }
}
