// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildStep;
import org.jspecify.annotations.Nullable;

/// One row of the log. Immutable: a change is another row with the same id in the same place.
sealed interface Row {
  /// Unique in a log, and ascending within a group.
  long id();

  /// What copying and saving give.
  String text();

  /// Opens a group.
  ///
  /// @param key the step's key, or a name of ours for other groups
  /// @param foldable whether there is anything to fold away
  record Header(long id, String key, String title, Timing timing, boolean folded, boolean foldable)
      implements Row {
    @Override
    public String text() {
      return timing.state().mark() + " " + title + "  " + timing.words(timing.since());
    }
  }

  /// A line of output.
  record Line(long id, StyledText styled) implements Row {
    @Override
    public String text() {
      return styled.text();
    }
  }

  /// One of the internal steps that are folded into one group.
  record Part(long id, String key, String title, Timing timing) implements Row {
    @Override
    public String text() {
      return timing.state().mark() + " " + title + "  " + timing.words(timing.since());
    }
  }

  /// How far a transfer is.
  ///
  /// @param status a word beside the figures, possibly empty
  record Progress(long id, String item, String status, long current, long total, boolean done)
      implements Row {
    @Override
    public String text() {
      return item + " " + Amounts.progress(this);
    }
  }

  /// A warning of the builder's, or something else worth knowing.
  ///
  /// @param lines of the Dockerfile that it is about
  record Note(long id, boolean warning, String sentence, BuildStep.@Nullable Lines lines)
      implements Row {
    @Override
    public String text() {
      return sentence;
    }
  }

  /// How it ended.
  ///
  /// @param step key of the step that it is about
  record Verdict(long id, Kind kind, String sentence, @Nullable String step) implements Row {
    enum Kind {
      GOOD,
      BAD,
      NEUTRAL,
      /// More about the verdict above.
      DETAIL
    }

    @Override
    public String text() {
      return sentence;
    }
  }
}
