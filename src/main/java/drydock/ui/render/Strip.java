// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Palette;
import drydock.diagram.Pattern;
import drydock.diagram.Role;
import drydock.ui.kit.Motion;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The pattern of a role in a box's strip. Bands move upwards, calmly, while something runs.
final class Strip {
  private static final double BAND = 14;

  private final Group node = new Group();
  private final Motion motion;
  private @Nullable Timeline moving;

  Strip(Motion motion) {
    this.motion = motion;
    node.setMouseTransparent(true);
  }

  Group node() {
    return node;
  }

  void draw(Role role, double width, double height, double corner, double all, Palette.Tone tone) {
    stop();
    Pattern pattern = role.pattern();
    node.getChildren().clear();
    if (pattern == Pattern.NONE || width <= 0) {
      return;
    }
    Rectangle clip = new Rectangle(all, height);
    clip.setArcWidth(2 * corner);
    clip.setArcHeight(2 * corner);
    Rectangle inside = new Rectangle(width, height);
    inside.setClip(clip);
    Color mark = Color.web(tone.mark());
    inside.setFill(pattern == Pattern.SOLID ? mark : Color.web(tone.fill()));
    node.getChildren().add(inside);
    Group marks =
        switch (pattern) {
          case NONE, SOLID -> new Group();
          case DIAGONAL -> lines(width, height, 8, 2, mark, false);
          case CROSS -> lines(width, height, 8, 1.8, mark, true);
          case BANDS -> bands(width, height, mark, role == Role.RUNNING);
          case LINES -> level(width, height, mark);
          case UPRIGHT -> upright(width, height, mark);
          case DOTS -> dots(width, height, mark);
        };
    Rectangle outer = new Rectangle(width, height);
    Group cut = new Group(marks);
    cut.setClip(outer);
    Group rounded = new Group(cut);
    Rectangle shape = new Rectangle(all, height);
    shape.setArcWidth(2 * corner);
    shape.setArcHeight(2 * corner);
    rounded.setClip(shape);
    node.getChildren().add(rounded);
  }

  void stop() {
    if (moving != null) {
      moving.stop();
      moving = null;
    }
  }

  private Group bands(double width, double height, Color mark, boolean runs) {
    Group bands = lines(width, height + 2 * BAND, BAND, 6, mark, false);
    if (runs && motion.moves()) {
      moving =
          new Timeline(
              new KeyFrame(Duration.ZERO, new KeyValue(bands.translateYProperty(), 0.0)),
              new KeyFrame(
                  Duration.millis(1400),
                  new KeyValue(bands.translateYProperty(), -BAND, Interpolator.LINEAR)));
      moving.setCycleCount(Animation.INDEFINITE);
      moving.play();
    }
    return bands;
  }

  private static Group lines(
      double width, double height, double step, double thick, Color mark, boolean both) {
    Path path = path(mark, thick);
    for (double y = 0; y < height + width; y += step) {
      path.getElements().addAll(new MoveTo(0, y), new LineTo(width, y - width));
      if (both) {
        path.getElements().addAll(new MoveTo(0, y - width), new LineTo(width, y));
      }
    }
    return new Group(path);
  }

  private static Group level(double width, double height, Color mark) {
    Path path = path(mark, 1.5);
    for (double y = 3; y < height; y += 5) {
      path.getElements().addAll(new MoveTo(0, y), new LineTo(width, y));
    }
    return new Group(path);
  }

  private static Group upright(double width, double height, Color mark) {
    Path path = path(mark, 1.5);
    for (double x = 3; x < width; x += 5) {
      path.getElements().addAll(new MoveTo(x, 0), new LineTo(x, height));
    }
    return new Group(path);
  }

  private static Group dots(double width, double height, Color mark) {
    Group dots = new Group();
    for (double y = 3; y < height; y += 5) {
      for (double x = 3; x < width; x += 5) {
        dots.getChildren().add(new Circle(x, y, 1.3, mark));
      }
    }
    return dots;
  }

  private static Path path(Color mark, double thick) {
    Path path = new Path();
    path.setStroke(mark);
    path.setStrokeWidth(thick);
    path.setStrokeLineCap(StrokeLineCap.BUTT);
    return path;
  }
}
