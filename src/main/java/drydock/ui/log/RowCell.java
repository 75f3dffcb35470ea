// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One row on the screen.
final class RowCell extends ListCell<Row> {
  private static final PseudoClass HEADER = PseudoClass.getPseudoClass("header");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass OF_STEP = PseudoClass.getPseudoClass("of-step");
  private static final double FOLD_AREA = 34;

  private final LogModel model;
  private final Painter painter;
  private final Strip strip = new Strip();
  private @Nullable Row shown;
  private boolean grouped;

  RowCell(LogModel model, Painter painter) {
    this.model = model;
    this.painter = painter;
    getStyleClass().add("log-row");
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    getChildren().add(strip);
    return skin;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    strip.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0; // what is too long is cut, and shown whole below the list
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      strip.setVisible(false);
      pseudoClassStateChanged(HEADER, false);
      pseudoClassStateChanged(BAD, false);
      pseudoClassStateChanged(OF_STEP, false);
      setAccessibleText(null);
      return;
    }
    strip.setVisible(true);
    boolean inGroup = model.rows().groupAt(getIndex()).header != null;
    if (!row.equals(shown) || inGroup != grouped) {
      shown = row;
      grouped = inGroup;
      paint(row);
    }
    markStep();
  }

  /// Paints again: seconds went by, or what is searched or selected changed.
  void refresh() {
    Row row = getItem();
    if (row != null && !isEmpty()) {
      paint(row);
      markStep();
    }
  }

  /// Paints again if seconds are counted in it.
  void tick() {
    Row row = getItem();
    boolean counting =
        (row instanceof Row.Header h && h.timing().state() == StepState.RUNNING)
            || (row instanceof Row.Part p && p.timing().state() == StepState.RUNNING);
    if (counting && row != null) {
      paint(row);
    }
  }

  boolean isCut() {
    return strip.isCut();
  }

  private void paint(Row row) {
    strip.show(painter.look(row, grouped));
    pseudoClassStateChanged(HEADER, row instanceof Row.Header);
    pseudoClassStateChanged(BAD, row instanceof Row.Verdict v && v.kind() == Row.Verdict.Kind.BAD);
    setAccessibleText(row.text());
  }

  private void markStep() {
    String step = model.selectedStepProperty().get();
    int index = getIndex();
    pseudoClassStateChanged(
        OF_STEP,
        step != null && index < model.rows().size() && Objects.equals(step, model.stepAt(index)));
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY
        && getItem() instanceof Row.Header h
        && h.foldable()
        && (e.getX() < FOLD_AREA || e.getClickCount() == 2)) {
      model.fold(getIndex(), !h.folded());
    }
  }
}
