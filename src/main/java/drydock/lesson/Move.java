// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.engine.Limits;
import java.util.List;

/// Something that Drydock does in the learner's place: a line of a solution, of a mistake's example, of a step's buttons.
/// Containers, networks, volumes and images are named as the lesson names them, and must be Drydock's.
public sealed interface Move {
  /// Makes a file of the workspace hold `content`.
  record Write(String path, String content) implements Move {}

  /// Removes a file of the workspace.
  record Delete(String path) implements Move {}

  /// Builds the workspace; whether it succeeds is the goals' business.
  record Build(String tag, boolean noCache) implements Move {}

  /// Makes a container and starts it, unless it is only to be created. One that is to exit is waited for.
  record Run(StagedContainer container) implements Move {}

  record Act(Verb verb, String container) implements Move {}

  /// @param signal "KILL", "TERM", "USR1"
  record Kill(String container, String signal) implements Move {}

  record Exec(String container, List<String> words) implements Move {
    public Exec {
      words = List.copyOf(words);
    }
  }

  record Connect(String network, String container, List<String> aliases) implements Move {
    public Connect {
      aliases = List.copyOf(aliases);
    }
  }

  record Disconnect(String network, String container) implements Move {}

  /// Changes what a container may use while it runs. 0 leaves a limit as it is.
  record Limit(String container, Limits limits) implements Move {}

  record MakeNetwork(StagedNetwork network) implements Move {}

  record RemoveNetwork(String network) implements Move {}

  record MakeVolume(StagedVolume volume) implements Move {}

  record RemoveVolume(String volume) implements Move {}

  record Tag(String image, String tag) implements Move {}

  record RemoveImage(String image) implements Move {}

  /// @param seconds at most [#MAX_WAIT]
  record Wait(int seconds) implements Move {
    public static final int MAX_WAIT = 60;
  }

  enum Verb {
    START,
    STOP,
    RESTART,
    PAUSE,
    UNPAUSE,
    /// Also while it runs.
    REMOVE
  }

  /// The command line that says the same, for any shell. For a file, what a person would do.
  default String command() {
    return MoveCommands.of(this);
  }
}
