// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import drydock.engine.BuildEvent;
import drydock.engine.EngineStatus;
import drydock.engine.replay.Entry;
import drydock.engine.replay.Recording;
import drydock.engine.replay.Replay;

/// The time line of a recording.
public final class RecordedTimeline {
  private RecordedTimeline() {}

  /// A moment for each state, and for each end of a build.
  public static Timeline of(Recording recording) {
    Timeline timeline = new Timeline();
    Replay replay = new Replay(recording);
    for (Entry entry : recording.entries()) {
      if (isMoment(entry)) {
        replay.seek(entry.at());
        if (replay.status() instanceof EngineStatus.Ready ready) {
          timeline.add(
              new Moment(
                  entry.at(),
                  ready.state(),
                  ready.journal(),
                  replay.build().map(Replay.PastBuild::state).orElse(null)));
        }
      }
    }
    return timeline;
  }

  private static boolean isMoment(Entry entry) {
    return switch (entry) {
      case Entry.State _ -> true;
      case Entry.Built built -> built.event() instanceof BuildEvent.Finished;
      case Entry.Lost _, Entry.Happened _, Entry.Gap _, Entry.Wrote _, Entry.Answered _ -> false;
    };
  }
}
