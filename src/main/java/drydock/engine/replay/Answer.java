// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.DiskUsage;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.Stats;
import java.util.List;

/// What the engine answered to a [Question].
public sealed interface Answer {
  record AnImage(Image image) implements Answer {}

  record AHistory(List<HistoryEntry> rows) implements Answer {
    public AHistory {
      rows = List.copyOf(rows);
    }
  }

  record Processes(ProcessTable table) implements Answer {}

  record Changes(List<PathChange> paths) implements Answer {
    public Changes {
      paths = List.copyOf(paths);
    }
  }

  record Measured(Stats stats) implements Answer {}

  record Ran(ExecResult result) implements Answer {}

  record Used(DiskUsage usage) implements Answer {}

  /// It could or would not.
  record Refused(EngineProblem problem) implements Answer {}
}
