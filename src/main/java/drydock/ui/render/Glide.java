// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.WritableValue;
import javafx.util.Duration;

/// All changes from one scene to the next, made together: in a short glide, or at once.
final class Glide {
  private static final Duration TIME = Duration.millis(240);

  private final boolean animated;
  private final List<KeyValue> changes = new ArrayList<>();
  private final Timeline timeline = new Timeline();

  Glide(boolean animated) {
    this.animated = animated;
  }

  <T> void to(WritableValue<T> property, T value) {
    if (!animated || property.getValue() == null) {
      property.setValue(value);
    } else if (!property.getValue().equals(value)) {
      changes.add(new KeyValue(property, value, Interpolator.EASE_BOTH));
    }
  }

  void play() {
    if (!changes.isEmpty()) {
      timeline.getKeyFrames().setAll(new KeyFrame(TIME, changes.toArray(KeyValue[]::new)));
      timeline.play();
    }
  }

  void stop() {
    timeline.stop();
  }
}
