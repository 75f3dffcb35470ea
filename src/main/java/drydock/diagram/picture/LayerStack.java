// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// An image's history beside its layers, lowest first. The history that the engine gives does not say which rows made a
/// layer, so that is inferred from the instruction and the size, and believed only when the count agrees.
///
/// @param certain whether each row with a layer is known to be the layer that it is shown as
record LayerStack(List<Row> rows, boolean certain, int layers) {
  LayerStack {
    rows = List.copyOf(rows);
  }

  /// @param layer index into the image's diff IDs; null for a row without files
  /// @param history index into the history, oldest first; -1 when there is none
  record Row(Instruction instruction, @Nullable Integer layer, int history) {}

  static LayerStack of(List<HistoryEntry> history, int layers) {
    List<Instruction> instructions = history.stream().map(Instruction::of).toList();
    long yes = count(instructions, Instruction.Layer.YES);
    long perhaps = count(instructions, Instruction.Layer.PERHAPS);
    if (yes == layers) {
      return new LayerStack(match(instructions, false), true, layers);
    }
    if (yes + perhaps == layers) {
      return new LayerStack(match(instructions, true), true, layers);
    }
    return new LayerStack(unmatched(instructions, layers), false, layers);
  }

  private static List<Row> match(List<Instruction> instructions, boolean withPerhaps) {
    List<Row> rows = new ArrayList<>();
    int layer = 0;
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      boolean made =
          switch (instruction.layer()) {
            case YES -> true;
            case NO -> false;
            case PERHAPS -> withPerhaps;
          };
      rows.add(new Row(instruction, made ? layer++ : null, i));
    }
    return rows;
  }

  /// Without a way to match: the rows that weigh something, or the bare layers.
  private static List<Row> unmatched(List<Instruction> instructions, int layers) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < instructions.size(); i++) {
      rows.add(new Row(instructions.get(i), null, i));
    }
    if (rows.isEmpty()) {
      for (int i = 0; i < layers; i++) {
        rows.add(new Row(new Instruction("", Instruction.Layer.YES, 0), i, -1));
      }
    }
    return rows;
  }

  private static long count(List<Instruction> instructions, Instruction.Layer layer) {
    return instructions.stream().filter(i -> i.layer() == layer).count();
  }

  /// Rows without words get those of `names`, by their layer; a row of a layer that has no name there stays as it is.
  LayerStack named(IntFunction<String> names) {
    return new LayerStack(
        rows.stream()
            .map(
                row ->
                    row.layer() != null && row.instruction().text().isEmpty()
                        ? new Row(
                            row.instruction().withText(names.apply(row.layer())),
                            row.layer(),
                            row.history())
                        : row)
            .toList(),
        certain,
        layers);
  }
}
