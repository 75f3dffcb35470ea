// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import java.util.List;

/// What the engine was asked, of all that is recorded. Containers and images go by their ids where
/// those were known.
public sealed interface Question {
  record OfImage(String reference) implements Question {}

  record OfHistory(String reference) implements Question {}

  record OfProcesses(String container, String psArguments) implements Question {}

  record OfChanges(String container) implements Question {}

  record OfStats(String container) implements Question {}

  record OfCommand(String container, List<String> command) implements Question {
    public OfCommand {
      command = List.copyOf(command);
    }
  }

  record OfDiskUsage() implements Question {}
}
