// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Runs actions at the start of the next pulse. One timer for all, stopped while there is nothing to do, so that an idle
/// window costs nothing. JavaFX thread only.
final class PulseGate {
  private static final PulseGate INSTANCE = new PulseGate();

  private List<Runnable> waiting = new ArrayList<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse();
        }
      };

  private PulseGate() {}

  static void next(Runnable action) {
    INSTANCE.waiting.add(action);
    INSTANCE.timer.start();
  }

  private void pulse() {
    List<Runnable> now = waiting;
    waiting = new ArrayList<>();
    timer.stop();
    now.forEach(Runnable::run);
  }
}
