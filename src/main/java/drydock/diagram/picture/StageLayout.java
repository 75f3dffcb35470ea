// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where the steps of a build stand: rows and columns. A stage is a chain by nature, so each gets a
/// column; what runs side by side stands side by side. A general layered layout knows neither and
/// pulls chains apart, hence a layout of our own.
///
/// @param cells by step key
/// @param rows how many
/// @param columns how many
/// @param beside the keys of what is no stage, the context and images that files come from: they
///   stand beside the first step that takes from them
record StageLayout(Map<String, Cell> cells, int rows, int columns, Set<String> beside) {
  record Cell(int row, int column) {}

  /// @param steps in any order; inputs that are not among them are ignored, cycles are survived
  static StageLayout of(List<Step> steps) {
    Map<String, Step> byKey = new LinkedHashMap<>();
    steps.forEach(s -> byKey.put(s.key(), s));
    List<List<Step>> chains = chains(byKey);
    Map<String, Integer> rows = rows(byKey, chains);
    sink(chains, rows);
    return columns(byKey, chains, rows);
  }

  /// The steps of each stage in their order; stages in the order of the file, the result last.
  static List<List<Step>> chains(Map<String, Step> byKey) {
    Map<String, List<Step>> stages = new LinkedHashMap<>();
    for (Step step : byKey.values()) {
      if (isInChain(step)) {
        stages
            .computeIfAbsent(step.isResult() ? Step.RESULT : step.stage(), _ -> new ArrayList<>())
            .add(step);
      }
    }
    List<List<Step>> chains = new ArrayList<>(stages.values());
    chains.sort(
        Comparator.comparingInt(
            c ->
                c.getFirst().isResult() || c.getFirst().isUnused()
                    ? Integer.MAX_VALUE
                    : c.stream()
                        .mapToInt(s -> s.firstLine() == null ? 0 : s.firstLine())
                        .min()
                        .orElse(0)));
    return chains;
  }

  private static Map<String, Integer> rows(Map<String, Step> byKey, List<List<Step>> chains) {
    Map<String, List<String>> before = new LinkedHashMap<>();
    for (List<Step> chain : chains) {
      @Nullable String last = null;
      for (Step step : chain) {
        List<String> inputs =
            new ArrayList<>(step.inputs().stream().filter(i -> isPlaced(byKey.get(i))).toList());
        if (last != null) {
          inputs.add(last);
        }
        before.put(step.key(), inputs);
        last = step.key();
      }
    }
    Map<String, Integer> rows = earliest(before);
    chains.forEach(c -> lower(c, rows));
    straighten(chains, rows);
    List<Integer> used = new ArrayList<>(new TreeSet<>(rows.values()));
    rows.replaceAll((_, row) -> used.indexOf(row));
    return rows;
  }

  private static boolean isPlaced(@Nullable Step step) {
    return step != null && isInChain(step);
  }

  private static boolean isInChain(Step step) {
    return switch (step.kind()) {
      case INSTRUCTION, RESULT -> true;
      case IMAGE, CONTEXT -> false;
    };
  }

  /// What is not built stands below all that is.
  private static void sink(List<List<Step>> chains, Map<String, Integer> rows) {
    int built =
        chains.stream()
            .filter(chain -> !chain.getFirst().isUnused())
            .flatMap(List::stream)
            .mapToInt(step -> rows.getOrDefault(step.key(), 0))
            .max()
            .orElse(-2);
    for (List<Step> chain : chains) {
      if (chain.getFirst().isUnused()) {
        chain.forEach(step -> rows.merge(step.key(), built + 2, Integer::sum));
      }
    }
  }

  private static Map<String, Integer> earliest(Map<String, List<String>> before) {
    Map<String, Integer> rows = new HashMap<>();
    before.keySet().forEach(k -> rows.put(k, 0));
    boolean changed = true;
    for (int pass = 0; changed && pass <= before.size(); pass++) {
      changed = false;
      for (Map.Entry<String, List<String>> entry : before.entrySet()) {
        for (String input : entry.getValue()) {
          int least = rows.getOrDefault(input, 0) + 1;
          if (rows.getOrDefault(entry.getKey(), 0) < least) {
            rows.put(entry.getKey(), least);
            changed = true;
          }
        }
      }
    }
    return rows;
  }

  /// Moves the beginning of a stage that waits for another down to where it waits, so that stages are compact.
  private static void lower(List<Step> chain, Map<String, Integer> rows) {
    int next = Integer.MAX_VALUE;
    for (Step step : chain.reversed()) {
      int row = rows.getOrDefault(step.key(), 0);
      // other stages take a stage's last step only, so nothing but the chain minds
      row = next == Integer.MAX_VALUE ? row : Math.max(row, next - 1);
      rows.put(step.key(), row);
      next = row;
    }
  }

  /// Whatever the inputs claim, a chain goes down.
  private static void straighten(List<List<Step>> chains, Map<String, Integer> rows) {
    for (List<Step> chain : chains) {
      int least = Integer.MIN_VALUE;
      for (Step step : chain) {
        least = Math.max(least + 1, rows.getOrDefault(step.key(), 0));
        rows.put(step.key(), least);
      }
    }
  }

  private static StageLayout columns(
      Map<String, Step> byKey, List<List<Step>> chains, Map<String, Integer> rows) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    List<BitSet> taken = new ArrayList<>();
    for (List<Step> chain : chains) {
      int first = rows.getOrDefault(chain.getFirst().key(), 0);
      int last = rows.getOrDefault(chain.getLast().key(), 0);
      int from = first;
      int column = -1;
      Cell parent =
          chain.getFirst().inputs().stream()
              .filter(cells::containsKey)
              .map(cells::get)
              .findFirst()
              .orElse(null);
      if (parent != null
          && parent.row() < first
          && free(taken, parent.column(), parent.row() + 1, last)) {
        column = parent.column();
        from = parent.row() + 1;
      }
      for (int c = 0; column < 0; c++) {
        // a row of air, so that what stands below another stage does not seem to follow it
        if (free(taken, c, Math.max(0, first - 1), last + 1)) {
          column = c;
        }
      }
      take(taken, column, from, last);
      for (Step step : chain) {
        cells.put(step.key(), new Cell(rows.getOrDefault(step.key(), 0), column));
      }
    }
    Set<String> beside = new LinkedHashSet<>();
    for (Step step : byKey.values()) {
      if (!isInChain(step)) {
        beside.add(step.key());
        placeBeside(step.key(), byKey, cells, taken);
      }
    }
    int rowCount = 1 + cells.values().stream().mapToInt(Cell::row).max().orElse(-1);
    int columnCount = 1 + cells.values().stream().mapToInt(Cell::column).max().orElse(-1);
    return new StageLayout(cells, rowCount, columnCount, beside);
  }

  /// Beside the first step that takes files from it.
  private static void placeBeside(
      String key, Map<String, Step> byKey, Map<String, Cell> cells, List<BitSet> taken) {
    Cell reader =
        byKey.values().stream()
            .filter(s -> s.inputs().contains(key) && cells.containsKey(s.key()))
            .map(s -> cells.get(s.key()))
            .min(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
            .orElse(new Cell(0, 0));
    int column = reader.column() + 1;
    while (!free(taken, column, reader.row(), reader.row())) {
      column++;
    }
    take(taken, column, reader.row(), reader.row());
    cells.put(key, new Cell(reader.row(), column));
  }

  private static boolean free(List<BitSet> taken, int column, int first, int last) {
    return column >= taken.size() || taken.get(column).get(first, last + 1).isEmpty();
  }

  private static void take(List<BitSet> taken, int column, int first, int last) {
    while (taken.size() <= column) {
      taken.add(new BitSet());
    }
    taken.get(column).set(first, Math.max(first, last) + 1);
  }

  /// Whether nothing stands in `column` between two rows, both excluded.
  boolean clear(int column, int above, int below) {
    return cells.values().stream()
        .noneMatch(c -> c.column() == column && c.row() > above && c.row() < below);
  }
}
