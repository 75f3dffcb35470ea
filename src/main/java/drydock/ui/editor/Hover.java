// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.ui.kit.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/// Opens the card of a text: where the mouse rests, or where the caret is when that is asked for.
/// It closes when the mouse leaves both the place and the card, and when the text is edited,
/// scrolled or left.
final class Hover {
  private static final Duration REST = Duration.ofMillis(400);

  /// Time for the mouse to get from the place to the card.
  private static final Duration GRACE = Duration.ofMillis(300);

  private final CodeArea area;
  private final Background background;
  private final HoverCard card;
  private final List<CardSource> sources = new ArrayList<>();
  private Bounds place = new BoundingBox(0, 0, 0, 0);
  private Runnable cancel = () -> {};

  Hover(CodeArea area, Background background) {
    this.area = area;
    this.background = background;
    this.card = new HoverCard(area);
    area.setMouseOverTextDelay(REST);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> rested(event.getCharacterIndex()));
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, this::moved);
    card.node().addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> cancel.run());
    card.node().addEventHandler(MouseEvent.MOUSE_EXITED, this::moved);
    card.focusWithin().addListener((_, had, has) -> focusMoved(had, has));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.plainTextChanges().subscribe(_ -> hide());
    area.caretPositionProperty().addListener(_ -> hide());
    area.sceneProperty().addListener(_ -> leave());
  }

  /// Asks this source, too. What the sources say is shown in the order in which they were added.
  void add(CardSource source) {
    sources.add(source);
  }

  HoverCard card() {
    return card;
  }

  /// Explains the place of the caret, and takes the keyboard into the card.
  void explainCaret() {
    int caret = area.getCaretPosition();
    show(sources.stream().flatMap(s -> s.atCaret(caret).stream()).toList(), caret);
    if (card.isShowing()) {
      card.focus();
    }
  }

  /// Explains a line when the mouse rests on a mark of it, or clicks it.
  ///
  /// @param paragraph counted from 0
  void explains(Node mark, int paragraph) {
    mark.setOnMouseClicked(_ -> explain(mark, paragraph));
    mark.setOnMouseEntered(
        _ -> {
          cancel.run();
          cancel = background.after(REST, () -> explain(mark, paragraph));
        });
    mark.setOnMouseExited(this::moved);
  }

  private void explain(Node mark, int paragraph) {
    Bounds bounds = mark.localToScreen(mark.getBoundsInLocal());
    if (bounds != null && paragraph < area.getParagraphs().size()) {
      cancel.run();
      place = bounds;
      int start = area.getAbsolutePosition(paragraph, 0);
      int end = start + area.getParagraphLength(paragraph);
      card.show(
          contents(sources.stream().flatMap(s -> s.onLine(start, end).stream()).toList()), place);
    }
  }

  void hide() {
    cancel.run();
    card.hide();
  }

  private void leave() {
    cancel.run();
    card.remove();
  }

  private void rested(int character) {
    if (!card.isFocused()) {
      cancel.run();
      show(sources.stream().flatMap(s -> s.at(character).stream()).toList(), character);
    }
  }

  private void show(List<CardSource.Explained> explained, int offset) {
    if (explained.isEmpty()) {
      return;
    }
    place = place(explained.getFirst().span(), offset);
    card.show(contents(explained), place);
  }

  private static List<CardContent> contents(List<CardSource.Explained> explained) {
    return explained.stream().map(CardSource.Explained::content).distinct().toList();
  }

  /// Where the text stands on the screen; of what goes over more than one line only the character.
  private Bounds place(Span span, int offset) {
    int end = Math.min(Math.max(span.end(), span.start() + 1), area.getLength());
    Bounds character = bounds(offset, Math.min(offset + 1, area.getLength()));
    Bounds whole = bounds(Math.min(span.start(), end), end);
    return whole.getHeight() < character.getHeight() * 1.5 ? whole : character;
  }

  private Bounds bounds(int start, int end) {
    return area.getCharacterBoundsOnScreen(start, end)
        .or(area::getCaretBounds)
        .orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
  }

  private void moved(MouseEvent event) {
    if (card.isFocused()) {
      return;
    }
    cancel.run();
    if (!card.isShowing()) {
      return;
    }
    double x = event.getScreenX();
    double y = event.getScreenY();
    if (!place.contains(x, y) && !card.contains(x, y)) {
      cancel = background.after(GRACE, this::hide);
    }
  }

  private void focusMoved(boolean had, boolean has) {
    if (had && !has) {
      hide();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && card.isShowing()) {
      hide();
      event.consume();
    }
  }
}
