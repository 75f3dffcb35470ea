// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the oldest lines of a log go when it has too many: to a [Spill], from which saving the log takes them back. Work
/// on the disk is done in turn, off the JavaFX thread; what waits for it counts at the [Gate]. JavaFX thread only.
final class Overflow {
  private final InTurn turn;
  private final Gate gate;
  private final Supplier<Spill> spills;
  private final Runnable changed;
  private Spill spill;
  private long dropped;
  private long lost;
  private @Nullable String why;

  /// @param changed called when [#note] has something else to say, later than the call that caused it
  Overflow(Background background, Gate gate, Supplier<Spill> spills, Runnable changed) {
    this.turn = new InTurn(background);
    this.gate = gate;
    this.spills = spills;
    this.changed = changed;
    this.spill = spills.get();
  }

  /// Takes rows that the log drops, the oldest of their group.
  void take(Group group, List<Row> rows) {
    dropped += rows.size();
    Spill into = spill;
    long weight = Gate.weight(rows);
    gate.add(weight);
    turn.<Boolean>call(
        () -> {
          into.write(group.key, rows);
          return true;
        },
        _ -> gate.remove(weight),
        e -> {
          gate.remove(weight);
          if (into == spill) {
            lost += rows.size();
            why = Reasons.of(e);
            changed.run();
          }
        });
  }

  /// What the log says of it at its top; null while nothing was dropped.
  Row.@Nullable Note note() {
    if (dropped == 0) {
      return null;
    }
    String sentence =
        why == null
            ? Messages.get("log.dropped", dropped)
            : Messages.get("log.dropped.lost", dropped, lost, why);
    return new Row.Note(Long.MIN_VALUE, why != null, sentence, null);
  }

  /// Forgets everything: another log begins. A save that was asked for still finds what it needs.
  void renew() {
    if (dropped > 0) {
      Spill old = spill;
      spill = spills.get();
      dropped = 0;
      lost = 0;
      why = null;
      turn.<Boolean>call(
          () -> {
            old.close();
            return true;
          },
          _ -> {},
          // nothing more can be done about a file that has no name
          _ -> {});
    }
  }

  /// Writes a whole log: of each part its header, what went from memory, and what is there.
  void save(
      Path file,
      List<LogFile.Part> parts,
      Consumer<Path> done,
      Consumer<? super Exception> failed) {
    Spill from = spill;
    turn.call(() -> LogFile.write(file, parts, from), done, failed);
  }

  /// Gives the room on the disk back. Afterwards nothing can be saved.
  void close() {
    try {
      spill.close();
    } catch (IOException e) {
      why = Reasons.of(e);
    }
  }
}
