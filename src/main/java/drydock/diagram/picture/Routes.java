// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.picture.StageLayout.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Which way each link goes. Links run in channels only, above rows and between columns, where no box stands; all links
/// from one step share its lane, so that they look like one line that branches.
final class Routes {
  /// From the key of a step to that of one that needs it.
  ///
  /// @param down whether it goes straight down from box to box, through the channel above the lower one if it must shift
  /// @param row the channel above this row is used; -1 for none
  record Route(String from, String to, Cell source, Cell target, boolean down, int row) {
    boolean straight() {
      return down && source.column() == target.column();
    }

    /// Whether it leaves at the right side.
    boolean right() {
      return source.column() <= target.column();
    }

    /// The channel that it leaves into: n is left of column n.
    int outChannel() {
      return right() ? source.column() + 1 : source.column();
    }

    /// The channel that it enters its target from.
    int inChannel() {
      if (source.column() == target.column()) {
        return outChannel();
      }
      return right() ? target.column() : target.column() + 1;
    }

    /// Whether it enters its target from the left.
    boolean entersLeft() {
      return source.column() < target.column();
    }
  }

  private final List<Route> routes = new ArrayList<>();
  private final Map<Integer, Set<String>> rowLanes = new TreeMap<>();
  private final Map<Integer, Set<String>> columnLanes = new TreeMap<>();

  Routes(List<Step> steps, StageLayout layout) {
    for (Step step : steps) {
      Cell target = layout.cells().get(step.key());
      for (String input : new LinkedHashSet<>(step.inputs())) {
        Cell source = layout.cells().get(input);
        if (source != null && target != null && !input.equals(step.key())) {
          add(route(input, step.key(), source, target, step.inputs().getFirst(), layout));
        }
      }
    }
  }

  List<Route> all() {
    return routes;
  }

  /// How many lines run level above `row`.
  int lanesAbove(int row) {
    return rowLanes.getOrDefault(row, Set.of()).size();
  }

  /// Which of them is the step's.
  int laneAbove(int row, String from) {
    return List.copyOf(rowLanes.getOrDefault(row, Set.of())).indexOf(from);
  }

  int lanesBeside(int channel) {
    return columnLanes.getOrDefault(channel, Set.of()).size();
  }

  int laneBeside(int channel, String from) {
    return List.copyOf(columnLanes.getOrDefault(channel, Set.of())).indexOf(from);
  }

  private static Route route(
      String from, String to, Cell source, Cell target, String mainInput, StageLayout layout) {
    boolean below = target.row() > source.row();
    boolean main = from.equals(mainInput) && !layout.beside().contains(from);
    if (below && main && source.column() == target.column()) {
      if (layout.clear(source.column(), source.row(), target.row())) {
        return new Route(from, to, source, target, true, -1);
      }
    } else if (below && main && layout.clear(target.column(), source.row(), target.row())) {
      return new Route(from, to, source, target, true, source.row() + 1);
    }
    boolean beside = Math.abs(source.column() - target.column()) <= 1;
    return new Route(from, to, source, target, false, beside ? -1 : target.row());
  }

  private void add(Route route) {
    routes.add(route);
    if (route.row() >= 0) {
      rowLanes.computeIfAbsent(route.row(), _ -> new LinkedHashSet<>()).add(route.from());
    }
    if (!route.down() && !level(route)) {
      lane(route.outChannel(), route.from());
      lane(route.inChannel(), route.from());
    }
  }

  /// Side by side in neighbouring columns: a level line needs no lane.
  static boolean level(Route route) {
    return route.row() < 0
        && route.source().row() == route.target().row()
        && Math.abs(route.source().column() - route.target().column()) == 1;
  }

  private void lane(int channel, String from) {
    Objects.requireNonNull(columnLanes.computeIfAbsent(channel, _ -> new LinkedHashSet<>()))
        .add(from);
  }
}
