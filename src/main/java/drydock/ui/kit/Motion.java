// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/// How things move in a window: briefly; not at all for who asks for calm; slower where a room shall follow.
public final class Motion {
  /// Nothing takes longer at the usual pace.
  public static final Duration LONGEST = Duration.millis(300);

  private final BooleanProperty calm = new SimpleBooleanProperty(this, "calm");
  private final DoubleProperty slowness = new SimpleDoubleProperty(this, "slowness", 1);

  /// Where nothing moves.
  public static Motion none() {
    Motion motion = new Motion();
    motion.calm.set(true);
    return motion;
  }

  /// Whether nothing shall move.
  public BooleanProperty calmProperty() {
    return calm;
  }

  /// How many times as long everything takes as usual.
  public DoubleProperty slownessProperty() {
    return slowness;
  }

  public boolean moves() {
    return !calm.get();
  }

  /// How long a change lasts that takes so many milliseconds at the usual pace.
  public Duration lasting(double millis) {
    return moves()
        ? Duration.millis(Math.min(millis, LONGEST.toMillis()) * slowness.get())
        : Duration.ZERO;
  }
}
