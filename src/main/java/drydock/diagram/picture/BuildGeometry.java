// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.picture.Routes.Route;
import drydock.diagram.picture.StageLayout.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Rows, columns and channels in pixels.
final class BuildGeometry {
  static final double TITLE = 26;
  static final double FRAME = 10;
  private static final double LANE = 7;
  private static final double GAP = 22;
  private static final double MARGIN = 12;
  private static final double LEAST_WIDTH = 152;
  private static final double MOST_WIDTH = 300;
  private static final double CONTEXT_WIDTH = 150;

  private final StageLayout layout;
  private final Routes routes;
  private final boolean framed;
  private final double[] columnWidth;
  private final double[] rowTop;
  private final double[] rowHeight;
  private final double[] columnLeft;
  private final double width;

  /// @param framed whether stages have frames
  /// @param titled rows above which a frame's title stands
  /// @param available width to fill, if it is not too little
  BuildGeometry(
      StageLayout layout,
      Routes routes,
      Map<String, Step> steps,
      boolean framed,
      List<Integer> titled,
      double available) {
    this.layout = layout;
    this.routes = routes;
    this.framed = framed;
    int columns = Math.max(1, layout.columns());
    double channels = outer(0) + outer(columns);
    for (int c = 1; c < columns; c++) {
      channels += channel(c);
    }
    this.columnWidth = widths(columns, available - channels);
    double used = channels + Arrays.stream(columnWidth).sum();
    this.columnLeft = new double[columns];
    double x = outer(0) + Math.max(0, Math.floor((available - used) / 2));
    for (int c = 0; c < columns; c++) {
      columnLeft[c] = x;
      x += columnWidth[c] + (c + 1 < columns ? channel(c + 1) : 0);
    }
    this.width = Math.max(available, used);
    this.rowTop = new double[layout.rows()];
    this.rowHeight = new double[layout.rows()];
    layout
        .cells()
        .forEach(
            (key, cell) -> {
              StepText text =
                  StepText.of(Objects.requireNonNull(steps.get(key)), columnWidth[cell.column()]);
              rowHeight[cell.row()] = Math.max(rowHeight[cell.row()], text.height());
            });
    Cell result = layout.cells().get(Step.RESULT);
    int resultRow = result == null ? -1 : result.row();
    double y = 0;
    for (int row = 0; row < rowTop.length; row++) {
      double lanes = routes.lanesAbove(row);
      y +=
          row == 0 && lanes == 0
              ? 2
              : GAP + Math.max(0, lanes - 1) * LANE + (lanes > 0 && framed ? 6 : 0);
      y += titled.contains(row) ? TITLE : 0;
      y += framed && row == resultRow ? FRAME : 0;
      rowTop[row] = y;
      y += rowHeight[row];
    }
  }

  double width() {
    return width;
  }

  /// Steps share what the context's note leaves.
  private double[] widths(int columns, double room) {
    double[] widths = new double[columns];
    long notes = columns - stepColumns(columns);
    double each = (room - notes * CONTEXT_WIDTH) / Math.max(1, columns - notes);
    for (int c = 0; c < columns; c++) {
      widths[c] = isNote(c) ? CONTEXT_WIDTH : Math.floor(Math.clamp(each, LEAST_WIDTH, MOST_WIDTH));
    }
    return widths;
  }

  private long stepColumns(int columns) {
    return IntStream.range(0, columns).filter(c -> !isNote(c)).count();
  }

  private boolean isNote(int column) {
    return layout.cells().entrySet().stream()
        .noneMatch(e -> e.getValue().column() == column && !layout.beside().contains(e.getKey()));
  }

  double bottom() {
    int last = rowTop.length - 1;
    return last < 0 ? 0 : rowTop[last] + rowHeight[last] + (framed ? FRAME + 1 : 2);
  }

  Rect box(Step step) {
    Cell cell = cell(step.key());
    return new Rect(
        columnLeft[cell.column()],
        rowTop[cell.row()],
        columnWidth[cell.column()],
        StepText.of(step, columnWidth[cell.column()]).height());
  }

  Rect frame(List<Rect> boxes) {
    double top = boxes.stream().mapToDouble(Rect::y).min().orElse(0);
    double bottom = boxes.stream().mapToDouble(Rect::bottom).max().orElse(0);
    double left = boxes.getFirst().x() - FRAME;
    return new Rect(
        left, top - TITLE, boxes.getFirst().width() + 2 * FRAME, bottom - top + TITLE + FRAME);
  }

  List<Point> line(Route route, Rect from, Rect to, boolean titledTarget) {
    if (route.straight()) {
      return List.of(new Point(from.centerX(), from.bottom()), new Point(to.centerX(), to.y()));
    }
    if (route.down()) {
      double y = laneY(route.row(), route.from(), titledTarget);
      return List.of(
          new Point(from.centerX(), from.bottom()),
          new Point(from.centerX(), y),
          new Point(to.centerX(), y),
          new Point(to.centerX(), to.y()));
    }
    double exitX = route.right() ? from.right() : from.x();
    double enterX = route.entersLeft() ? to.x() : to.right();
    if (Routes.level(route)) {
      double y = Math.min(from.centerY(), to.centerY());
      return List.of(new Point(exitX, y), new Point(enterX, y));
    }
    double out = laneX(route.outChannel(), route.from());
    double exitY = from.y() + from.height() * 0.66;
    double enterY = to.y() + to.height() * 0.34;
    if (route.row() < 0) {
      return List.of(
          new Point(exitX, exitY),
          new Point(out, exitY),
          new Point(out, enterY),
          new Point(enterX, enterY));
    }
    double y = laneY(route.row(), route.from(), true);
    double in = laneX(route.inChannel(), route.from());
    return List.of(
        new Point(exitX, exitY),
        new Point(out, exitY),
        new Point(out, y),
        new Point(in, y),
        new Point(in, enterY),
        new Point(enterX, enterY));
  }

  private double laneY(int row, String from, boolean aboveTitle) {
    double above = row == 0 ? 0 : rowTop[row - 1] + rowHeight[row - 1];
    double first = above + (framed ? FRAME + 6 : GAP / 2);
    double lane = first + routes.laneAbove(row, from) * LANE;
    return aboveTitle ? lane : Math.min(lane, rowTop[row] - 4);
  }

  private double laneX(int channel, String from) {
    double shift =
        (routes.laneBeside(channel, from) - (routes.lanesBeside(channel) - 1) / 2.0) * LANE;
    if (channel == 0) {
      return columnLeft[0] - outer(0) / 2 + shift;
    }
    double left = columnLeft[channel - 1] + columnWidth[channel - 1];
    double room = channel < columnLeft.length ? columnLeft[channel] - left : outer(channel);
    return left + room / 2 + shift;
  }

  private double channel(int channel) {
    return (framed ? 2 * FRAME + 16 : 32) + Math.max(0, routes.lanesBeside(channel) - 1) * LANE;
  }

  private double outer(int channel) {
    int lanes = routes.lanesBeside(channel);
    return MARGIN + (framed ? FRAME : 0) + (lanes == 0 ? 0 : 8 + lanes * LANE);
  }

  private Cell cell(String key) {
    return Objects.requireNonNull(layout.cells().get(key), key);
  }
}
