// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the end of a list in view until someone scrolls up; from then on the rows that are seen stay where they are, and
/// the new ones are counted, until the end is reached again.
final class Tail {
  private final ListView<Row> list;
  private final ReadOnlyBooleanWrapper following =
      new ReadOnlyBooleanWrapper(this, "following", true);
  private final ReadOnlyIntegerWrapper missed = new ReadOnlyIntegerWrapper(this, "missed");
  private final ListChangeListener<Row> changes = this::changed;
  private @Nullable VirtualFlow<?> flow;

  Tail(ListView<Row> list) {
    this.list = list;
    list.addEventFilter(
        ScrollEvent.SCROLL,
        e -> {
          if (e.getDeltaY() > 0) {
            hold();
          }
        });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.skinProperty().subscribe((_, _) -> skinned());
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /// How many rows came since the end was left.
  ReadOnlyIntegerProperty missedProperty() {
    return missed.getReadOnlyProperty();
  }

  void resume() {
    missed.set(0);
    following.set(true);
    if (!list.getItems().isEmpty()) {
      list.scrollTo(list.getItems().size() - 1);
    }
  }

  void hold() {
    if (following.get() && !showsAll()) {
      missed.set(0);
      following.set(false);
    }
  }

  /// Brings a row into view, with some before it, unless it is there.
  void show(int index) {
    hold();
    if (!isVisible(index)) {
      list.scrollTo(Math.max(0, index - 3));
    }
  }

  boolean isVisible(int index) {
    return flow != null
        && flow.getFirstVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() < index
        && index < flow.getLastVisibleCell().getIndex();
  }

  private boolean showsAll() {
    return flow == null
        || flow.getFirstVisibleCell() == null
        || (flow.getFirstVisibleCell().getIndex() == 0
            && flow.getLastVisibleCell().getIndex() >= list.getItems().size() - 1
            && flow.getCellCount() == list.getItems().size());
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case UP, PAGE_UP, HOME -> hold();
      case END -> resume();
      default -> {}
    }
  }

  private void skinned() {
    // after the skin's own listener: the skin must know of new rows before they are scrolled to
    list.getItems().removeListener(changes);
    list.getItems().addListener(changes);
    for (Node node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        bar.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hold());
        bar.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> resumeAtEnd(bar));
        bar.valueProperty().subscribe(() -> resumeAtEnd(bar));
      }
    }
    flow = list.lookup(".virtual-flow") instanceof VirtualFlow<?> f ? f : null;
  }

  private void resumeAtEnd(ScrollBar bar) {
    if (!following.get() && bar.getValue() >= bar.getMax() && flow != null) {
      boolean upToDate = flow.getCellCount() == list.getItems().size();
      if (upToDate) {
        resume();
      }
    }
  }

  private void changed(ListChangeListener.Change<? extends Row> change) {
    if (list.getItems().isEmpty()) {
      missed.set(0);
      following.set(true);
      return;
    }
    if (following.get()) {
      list.scrollTo(list.getItems().size() - 1);
      return;
    }
    int more = 0;
    while (change.next()) {
      more += change.getAddedSize() - (change.wasReplaced() ? change.getRemovedSize() : 0);
    }
    if (more > 0) {
      missed.set(missed.get() + more);
    }
    stay();
  }

  /// Rows that come or go above what is seen must not move it.
  private void stay() {
    if (flow == null || flow.getFirstVisibleCell() == null) {
      return;
    }
    int before = flow.getFirstVisibleCell().getIndex();
    if (!(flow.getFirstVisibleCell() instanceof RowCell cell) || cell.getItem() == null) {
      return;
    }
    int now = list.getItems().indexOf(cell.getItem());
    if (now >= 0 && now != before) {
      list.layout();
      flow.scrollPixels((now - before) * list.getFixedCellSize());
    }
  }
}
