// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import java.time.Duration;
import java.time.Instant;

/// Moves a [Replay] on with the time that passes, as fast as it was recorded or by a factor faster.
/// For one thread.
public final class Player {
  private final Replay replay;
  private double speed = 1;
  private boolean playing;

  public Player(Replay replay) {
    this.replay = replay;
  }

  public boolean playing() {
    return playing;
  }

  /// From the beginning when it stands at the end.
  public void play() {
    if (!replay.position().isBefore(replay.end())) {
      replay.seek(replay.start());
    }
    playing = true;
  }

  public void pause() {
    playing = false;
  }

  /// @param factor 2 is twice as fast; greater than 0
  public void speed(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("speed " + factor);
    }
    speed = factor;
  }

  /// So much time passed since the last call.
  public void passed(Duration time) {
    if (!playing) {
      return;
    }
    double nanos = Math.min(Long.MAX_VALUE / 2.0, time.toNanos() * speed);
    Instant next = replay.position().plusNanos((long) nanos);
    replay.seek(next);
    playing = next.isBefore(replay.end());
  }
}
