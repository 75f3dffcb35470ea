// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import drydock.messages.Messages;
import drydock.ui.presenter.PresenterModel.Part;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What a presenter can do, each by keys of its own: those of keyboards and those that remote clickers send.
enum Deed {
  NEXT,
  PREVIOUS,
  SPOTLIGHT,
  FREEZE,
  ONLY_OURS,
  TOOLS,
  BLACK,
  NEXT_PICTURE,
  PREVIOUS_PICTURE,
  LESSON,
  PICTURE,
  LOG,
  NOTES,
  END;

  /// What a key means; null for nothing.
  ///
  /// @param light whether the spotlight is on, which the arrows move then
  static @Nullable Deed of(KeyEvent event, boolean light) {
    return switch (event.getCode()) {
      case PAGE_DOWN -> NEXT;
      case PAGE_UP -> PREVIOUS;
      case RIGHT, SPACE -> light ? null : NEXT;
      case LEFT, BACK_SPACE -> light ? null : PREVIOUS;
      case S -> SPOTLIGHT;
      case F -> FREEZE;
      case H -> ONLY_OURS;
      case T -> TOOLS;
      case B, PERIOD, DECIMAL -> BLACK;
      case P -> event.isShiftDown() ? PREVIOUS_PICTURE : NEXT_PICTURE;
      case DIGIT1, NUMPAD1 -> LESSON;
      case DIGIT2, NUMPAD2 -> PICTURE;
      case DIGIT3, NUMPAD3 -> LOG;
      case F6 -> NOTES;
      case F5 -> END;
      default -> null;
    };
  }

  void does(PresenterModel model) {
    switch (this) {
      case NEXT -> model.step(1);
      case PREVIOUS -> model.step(-1);
      case SPOTLIGHT -> model.turnSpotlight();
      case FREEZE -> model.turnFreeze();
      case ONLY_OURS -> model.turnOnlyOurs();
      case TOOLS -> model.turnTools();
      case BLACK -> model.turnBlack();
      case NEXT_PICTURE -> model.picture(1);
      case PREVIOUS_PICTURE -> model.picture(-1);
      case LESSON -> model.turn(Part.LESSON);
      case PICTURE -> model.turn(Part.PICTURE);
      case LOG -> model.turn(Part.LOG);
      case NOTES -> model.openNotes();
      case END -> model.end();
    }
  }

  /// Whether it is on, for what can be on or off.
  boolean isOn(PresenterModel model) {
    return switch (this) {
      case SPOTLIGHT -> model.spotlightProperty().get();
      case FREEZE -> model.frozenProperty().get() != null;
      case ONLY_OURS -> model.onlyOursProperty().get();
      case TOOLS -> model.toolsProperty().get();
      case BLACK -> model.blackProperty().get();
      case LESSON -> model.partsProperty().get().contains(Part.LESSON);
      case PICTURE -> model.partsProperty().get().contains(Part.PICTURE);
      case LOG -> model.partsProperty().get().contains(Part.LOG);
      case NEXT, PREVIOUS, NEXT_PICTURE, PREVIOUS_PICTURE, NOTES, END -> false;
    };
  }

  String text() {
    return switch (this) {
      case NEXT -> Messages.get("presenter.next");
      case PREVIOUS -> Messages.get("presenter.previous");
      case SPOTLIGHT -> Messages.get("presenter.spotlight");
      case FREEZE -> Messages.get("presenter.freeze");
      case ONLY_OURS -> Messages.get("presenter.onlyOurs");
      case TOOLS -> Messages.get("presenter.tools");
      case BLACK -> Messages.get("presenter.black");
      case NEXT_PICTURE -> Messages.get("presenter.nextPicture");
      case PREVIOUS_PICTURE -> Messages.get("presenter.previousPicture");
      case LESSON -> Messages.get("presenter.lesson");
      case PICTURE -> Messages.get("presenter.picture");
      case LOG -> Messages.get("presenter.log");
      case NOTES -> Messages.get("presenter.notes");
      case END -> Messages.get("presenter.end");
    };
  }

  /// The keys, as they are printed on keyboards.
  String keys() {
    return switch (this) {
      case NEXT -> Messages.get("presenter.next.keys");
      case PREVIOUS -> Messages.get("presenter.previous.keys");
      case SPOTLIGHT -> KeyCode.S.getName();
      case FREEZE -> KeyCode.F.getName();
      case ONLY_OURS -> KeyCode.H.getName();
      case TOOLS -> KeyCode.T.getName();
      case BLACK -> Messages.get("presenter.black.keys");
      case NEXT_PICTURE -> KeyCode.P.getName();
      case PREVIOUS_PICTURE -> Messages.get("presenter.previousPicture.keys");
      case LESSON -> KeyCode.DIGIT1.getName();
      case PICTURE -> KeyCode.DIGIT2.getName();
      case LOG -> KeyCode.DIGIT3.getName();
      case NOTES -> KeyCode.F6.getName();
      case END -> Messages.get("presenter.end.keys");
    };
  }
}
