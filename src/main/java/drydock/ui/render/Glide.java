// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.WritableValue;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// All changes from one scene to the next, made together: in a short glide, or at once.
final class Glide {
  private static final double NEAR = 8;

  private final Duration time;
  private final List<KeyValue> changes = new ArrayList<>();
  private final Set<Drawn> moving = new HashSet<>();
  private @Nullable Drawn current;
  private boolean stopped;
  private final Timeline timeline = new Timeline();

  /// @param time how long it takes; zero: everything at once
  Glide(Duration time) {
    this.time = time;
  }

  /// Everything at once.
  static Glide atOnce() {
    return new Glide(Duration.ZERO);
  }

  /// What follows is about `drawn`.
  Glide of(Drawn drawn) {
    current = drawn;
    return this;
  }

  /// Whether it was stopped while `drawn` was on its way.
  boolean moved(Drawn drawn) {
    return stopped && moving.contains(drawn);
  }

  <T> void to(WritableValue<T> property, T value) {
    if (time.equals(Duration.ZERO) || property.getValue() == null || near(property, value)) {
      property.setValue(value);
    } else if (!property.getValue().equals(value)) {
      changes.add(new KeyValue(property, value, Interpolator.EASE_BOTH));
      if (current != null) {
        moving.add(current);
      }
    }
  }

  /// Too near for eyes to lose it: as time passes, everything moves a little again and again.
  private static <T> boolean near(WritableValue<T> property, T value) {
    return value instanceof Double to
        && property.getValue() instanceof Double from
        && Math.abs(to - from) < NEAR;
  }

  void play() {
    if (!changes.isEmpty()) {
      timeline.getKeyFrames().setAll(new KeyFrame(time, changes.toArray(KeyValue[]::new)));
      timeline.play();
    }
  }

  void stop() {
    stopped = timeline.getStatus() == Animation.Status.RUNNING;
    timeline.stop();
  }
}
