// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A list of rows of one height, of which only those in view have a node. A change costs what is in view, however many
/// rows there are; `ListView` (JavaFX 26) walks over all of them several times a pulse, which at 300,000 rows is most of
/// what there is to do. It follows the end until someone scrolls up; from then on what is seen stays where it is, to the
/// pixel, until the end is reached again.
final class RowFlow extends Region {
  private static final double LEADING = 1.25;
  private static final double PAD = 4;

  private final RowList rows;
  private final Supplier<RowCell> factory;
  private final RowSelection selection;
  private final List<RowCell> cells = new ArrayList<>();
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();
  private final Text measure = new Text("0");
  private final ReadOnlyBooleanWrapper following =
      new ReadOnlyBooleanWrapper(this, "following", true);
  private final ReadOnlyIntegerWrapper missed = new ReadOnlyIntegerWrapper(this, "missed");

  /// Where the upper edge is, in pixels from the first row.
  private double top;

  /// The row at the upper edge while not following.
  private @Nullable Row anchor;

  private boolean settingBar;

  RowFlow(RowList rows, Supplier<RowCell> factory) {
    this.rows = rows;
    this.factory = factory;
    selection = new RowSelection(rows);
    getStyleClass().add("log-list");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setClip(clip);
    bar.setOrientation(Orientation.VERTICAL);
    measure.setVisible(false);
    measure.setManaged(false);
    measure.layoutBoundsProperty().subscribe(() -> requestLayout());
    getChildren().addAll(bar, measure);
    rows.addListener((ListChangeListener<Row>) this::changed);
    bar.valueProperty().subscribe(this::barMoved);
    addEventHandler(
        ScrollEvent.SCROLL,
        e -> {
          scrollTo(top - e.getDeltaY());
          e.consume();
        });
    selection
        .leadProperty()
        .subscribe(
            () -> {
              requestLayout();
              notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            });
  }

  RowSelection selection() {
    return selection;
  }

  /// The nodes in use, and some that were.
  List<RowCell> cells() {
    return cells;
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /// How many rows came since the end was left.
  ReadOnlyIntegerProperty missedProperty() {
    return missed.getReadOnlyProperty();
  }

  /// Goes to the end, and follows it.
  void follow() {
    scrollTo(Double.MAX_VALUE);
  }

  /// Brings a row into view, with some above it, unless it is there.
  void reveal(int index) {
    double height = rowHeight();
    if (index * height < top || (index + 1) * height > top + viewport()) {
      scrollTo((index - 3) * height);
    } else if (following.get()) {
      scrollTo(top);
    }
  }

  /// Brings a row into view with as little movement as may be.
  void keepInView(int index) {
    double height = rowHeight();
    if (index * height < top) {
      scrollTo(index * height);
    } else if ((index + 1) * height > top + viewport()) {
      scrollTo((index + 1) * height - viewport());
    }
  }

  void scrollByRows(int rowCount) {
    scrollTo(top + rowCount * rowHeight());
  }

  int rowsInView() {
    return (int) Math.max(1, viewport() / rowHeight() - 1);
  }

  int firstInView() {
    return (int) (top / rowHeight());
  }

  /// The row at this height in the view; the nearest one where there is none.
  int indexAt(double y) {
    int index = (int) Math.floor((top + y - PAD) / rowHeight());
    return Math.clamp(index, 0, Math.max(0, rows.size() - 1));
  }

  boolean isRowAt(double y) {
    return y >= PAD && top + y - PAD < rows.size() * rowHeight();
  }

  /// How many characters fit in a row.
  int columns() {
    double character = measure.getLayoutBounds().getWidth();
    return (int) ((getWidth() - bar.prefWidth(-1)) / character);
  }

  private double rowHeight() {
    return Math.ceil(measure.getLayoutBounds().getHeight() * LEADING);
  }

  private double viewport() {
    return Math.max(0, getHeight() - 2 * PAD);
  }

  private double furthest() {
    return Math.max(0, rows.size() * rowHeight() - viewport());
  }

  private void scrollTo(double wanted) {
    top = Math.clamp(wanted, 0, furthest());
    boolean atEnd = top >= furthest() - 0.5;
    if (atEnd || following.get()) {
      missed.set(0);
    }
    following.set(atEnd);
    anchor();
    requestLayout();
  }

  private void anchor() {
    anchor = following.get() || rows.isEmpty() ? null : rows.get(firstInView());
  }

  private void barMoved() {
    if (!settingBar) {
      scrollTo(bar.getValue());
    }
  }

  private void changed(ListChangeListener.Change<? extends Row> change) {
    if (!following.get()) {
      int more = 0;
      while (change.next()) {
        more += change.getAddedSize() - (change.wasReplaced() ? change.getRemovedSize() : 0);
      }
      missed.set(missed.get() + Math.max(0, more));
      int now = anchor == null ? -1 : rows.indexOf(anchor);
      if (now >= 0) {
        top = now * rowHeight() + top % rowHeight();
      }
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double furthest = furthest();
    top = following.get() ? furthest : Math.min(top, furthest);
    if (furthest == 0 && !following.get()) {
      scrollTo(0);
    }
    anchor();
    layoutBar(furthest);
    double height = rowHeight();
    double width = getWidth() - (bar.isVisible() ? bar.getWidth() : 0);
    int first = firstInView();
    int last = Math.min(rows.size(), (int) Math.ceil((top + viewport()) / height));
    int needed = (int) Math.ceil(viewport() / height) + 1;
    while (cells.size() < needed) {
      RowCell cell = factory.get();
      cells.add(cell);
      getChildren().add(0, cell);
    }
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    RowSelection.Range selected = selection.range();
    int lead = selection.leadIndex();
    for (int c = 0; c < cells.size(); c++) {
      // the same row stays in the same cell while the list scrolls
      int i = first + Math.floorMod(c - first, cells.size());
      RowCell cell = cells.get(c);
      cell.setVisible(i < last);
      if (i < last) {
        cell.resizeRelocate(0, PAD + Math.round(i * height - top), width, height);
        cell.show(i, selected.has(i), i == lead);
      }
    }
  }

  private void layoutBar(double furthest) {
    settingBar = true;
    bar.setVisible(furthest > 0);
    double width = bar.prefWidth(-1);
    bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
    bar.setMax(furthest);
    bar.setVisibleAmount(furthest * viewport() / Math.max(1, furthest + viewport()));
    bar.setUnitIncrement(rowHeight());
    bar.setBlockIncrement(Math.max(rowHeight(), viewport() - rowHeight()));
    bar.setValue(top);
    settingBar = false;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> rows.size();
      case FOCUS_ITEM -> cellOf(selection.leadIndex());
      case ITEM_AT_INDEX -> parameters[0] instanceof Integer index ? cellOf(index) : null;
      case VERTICAL_SCROLLBAR -> bar;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private @Nullable RowCell cellOf(int index) {
    return cells.stream().filter(c -> c.isVisible() && c.index() == index).findFirst().orElse(null);
  }
}
