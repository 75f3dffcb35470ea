// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One row on the screen.
final class RowCell extends Region {
  private static final PseudoClass HEADER = PseudoClass.getPseudoClass("header");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass OF_STEP = PseudoClass.getPseudoClass("of-step");
  private static final PseudoClass OF_POINTED = PseudoClass.getPseudoClass("of-pointed");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

  private final LogModel model;
  private final Painter painter;
  private final Strip strip = new Strip();
  private @Nullable Row shown;
  private int index = -1;
  private boolean grouped;
  private boolean selected;

  RowCell(LogModel model, Painter painter) {
    this.model = model;
    this.painter = painter;
    setManaged(false);
    getStyleClass().add("log-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getChildren().add(strip);
  }

  @Override
  protected void layoutChildren() {
    strip.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  int index() {
    return index;
  }

  /// Shows the row that is at `at` now.
  void show(int at, boolean isSelected, boolean isLead) {
    index = at;
    selected = isSelected;
    Row row = model.rows().get(at);
    boolean inGroup = model.rows().groupAt(at).header != null;
    if (!row.equals(shown) || inGroup != grouped) {
      shown = row;
      grouped = inGroup;
      paint(row);
    }
    pseudoClassStateChanged(SELECTED, isSelected);
    pseudoClassStateChanged(LEAD, isLead);
    markStep();
  }

  /// Paints again: what is searched or selected changed, or the colours did.
  void refresh() {
    if (isVisible() && shown != null && index < model.rows().size()) {
      paint(shown);
      markStep();
    }
  }

  /// Paints again if seconds are counted in it.
  void tick() {
    boolean counting =
        (shown instanceof Row.Header h && h.timing().state() == StepState.RUNNING)
            || (shown instanceof Row.Part p && p.timing().state() == StepState.RUNNING);
    if (counting && isVisible() && shown != null) {
      paint(shown);
    }
  }

  private void paint(Row row) {
    strip.show(painter.look(row, grouped));
    pseudoClassStateChanged(HEADER, row instanceof Row.Header);
    pseudoClassStateChanged(BAD, row instanceof Row.Verdict v && v.kind() == Row.Verdict.Kind.BAD);
  }

  /// Marks whether the row belongs to the step that is selected, or pointed at.
  void markStep() {
    if (index < 0 || index >= model.rows().size()) {
      return;
    }
    String selectedStep = model.selectedStepProperty().get();
    String pointedStep = model.pointedStepProperty().get();
    String mine = selectedStep == null && pointedStep == null ? null : model.stepAt(index);
    pseudoClassStateChanged(OF_STEP, mine != null && mine.equals(selectedStep));
    pseudoClassStateChanged(OF_POINTED, mine != null && mine.equals(pointedStep));
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> shown == null ? "" : shown.text();
      case INDEX -> index;
      case SELECTED -> selected;
      case EXPANDED -> shown instanceof Row.Header h && !h.folded();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
