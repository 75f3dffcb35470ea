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
  private final Duration time;
  private final List<KeyValue> changes = new ArrayList<>();
  private final Timeline timeline = new Timeline();

  /// @param time how long it takes; zero: everything at once
  Glide(Duration time) {
    this.time = time;
  }

  /// Everything at once.
  static Glide atOnce() {
    return new Glide(Duration.ZERO);
  }

  <T> void to(WritableValue<T> property, T value) {
    if (time.equals(Duration.ZERO) || property.getValue() == null) {
      property.setValue(value);
    } else if (!property.getValue().equals(value)) {
      changes.add(new KeyValue(property, value, Interpolator.EASE_BOTH));
    }
  }

  void play() {
    if (!changes.isEmpty()) {
      timeline.getKeyFrames().setAll(new KeyFrame(time, changes.toArray(KeyValue[]::new)));
      timeline.play();
    }
  }

  void stop() {
    timeline.stop();
  }
}
