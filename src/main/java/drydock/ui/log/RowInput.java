// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Mouse and keys in the rows: select, extend with Shift or by dragging, fold and unfold headers as in a tree.
final class RowInput {
  private static final double FOLD_AREA = 34;

  private final RowFlow flow;
  private final LogModel model;
  private final Runnable copy;

  RowInput(RowFlow flow, LogModel model, Runnable copy) {
    this.flow = flow;
    this.model = model;
    this.copy = copy;
    flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    flow.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    flow.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
    flow.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.pointedStepProperty().set(null));
    flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void pointed(MouseEvent e) {
    model
        .pointedStepProperty()
        .set(flow.isRowAt(e.getY()) ? model.stepAt(flow.indexAt(e.getY())) : null);
  }

  private void pressed(MouseEvent e) {
    flow.requestFocus();
    if (e.getButton() == MouseButton.PRIMARY && flow.isRowAt(e.getY())) {
      flow.selection().select(flow.indexAt(e.getY()), e.isShiftDown());
    }
    e.consume(); // a tab pane around it would take the focus back
  }

  private void dragged(MouseEvent e) {
    if (e.getButton() != MouseButton.PRIMARY || model.rows().isEmpty()) {
      return;
    }
    if (e.getY() < 0) {
      flow.scrollByRows(-1);
    } else if (e.getY() > flow.getHeight()) {
      flow.scrollByRows(1);
    }
    flow.selection().select(flow.indexAt(Math.clamp(e.getY(), 0, flow.getHeight())), true);
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() != MouseButton.PRIMARY || !flow.isRowAt(e.getY())) {
      return;
    }
    int index = flow.indexAt(e.getY());
    chooseStep();
    if (e.isStillSincePress()
        && model.rows().get(index) instanceof Row.Header h
        && h.foldable()
        && (e.getX() < FOLD_AREA || e.getClickCount() == 2)) {
      model.fold(index, !h.folded());
    }
  }

  private void key(KeyEvent e) {
    int lead = flow.selection().leadIndex();
    boolean onHeader = lead >= 0 && model.rows().get(lead) instanceof Row.Header;
    if (e.isShortcutDown()) {
      if (e.getCode() == KeyCode.C) {
        copy.run();
      } else if (e.getCode() == KeyCode.A) {
        flow.selection().selectAll();
      } else {
        return;
      }
    } else if (!moved(e, lead) && !(onHeader && folded(e, lead))) {
      return;
    }
    e.consume();
  }

  private boolean moved(KeyEvent e, int lead) {
    int from = lead < 0 ? flow.firstInView() : lead;
    switch (e.getCode()) {
      case UP -> move(lead < 0 ? from : from - 1, e);
      case DOWN -> move(lead < 0 ? from : from + 1, e);
      case PAGE_UP -> move(from - flow.rowsInView(), e);
      case PAGE_DOWN -> move(from + flow.rowsInView(), e);
      case HOME -> move(0, e);
      case END -> {
        move(Integer.MAX_VALUE, e);
        flow.follow();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int index, KeyEvent e) {
    if (!model.rows().isEmpty()) {
      flow.selection().select(index, e.isShiftDown());
      flow.keepInView(flow.selection().leadIndex());
      chooseStep();
    }
  }

  private boolean folded(KeyEvent e, int header) {
    switch (e.getCode()) {
      case LEFT -> model.fold(header, true);
      case RIGHT -> model.fold(header, false);
      case ENTER, SPACE ->
          model.fold(header, model.rows().get(header) instanceof Row.Header h && !h.folded());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void chooseStep() {
    int lead = flow.selection().leadIndex();
    String step = lead < 0 ? null : model.stepAt(lead);
    if (step != null) {
      model.selectedStepProperty().set(step);
    }
  }
}
