// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import drydock.markup.Block;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the room is shown, and how. Nothing of it is remembered: each show begins with the picture alone. JavaFX thread
/// only.
public final class PresenterModel {
  /// What can be shown, from left to right.
  public enum Part {
    LESSON,
    PICTURE,
    LOG
  }

  /// So many are shown beside each other at most.
  private static final int MOST_PARTS = 2;

  /// What goes on with the lesson while it is shown.
  public interface Course {
    /// Shows another step of the open lesson; nothing is reset by it.
    ///
    /// @param by 1 for the next one, -1 for the one before
    void step(int by);

    /// Shows another picture.
    ///
    /// @param by 1 for the next one, -1 for the one before
    void picture(int by);

    /// Opens the window of the speaker's notes.
    void notes();
  }

  /// What the speaker reads.
  ///
  /// @param words possibly empty
  /// @param place "Step 2 of 5"
  /// @param next title of the next step; null after the last one
  public record Notes(String title, String place, List<Block> words, @Nullable String next) {
    public Notes {
      words = List.copyOf(words);
    }
  }

  private final Course course;
  private final Clock clock;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
  private final ReadOnlyObjectWrapper<List<Part>> parts =
      new ReadOnlyObjectWrapper<>(this, "parts", List.of(Part.PICTURE));
  private final ReadOnlyBooleanWrapper spotlight = new ReadOnlyBooleanWrapper(this, "spotlight");
  private final ReadOnlyObjectWrapper<@Nullable Instant> frozen =
      new ReadOnlyObjectWrapper<>(this, "frozen");
  private final ReadOnlyBooleanWrapper onlyOurs = new ReadOnlyBooleanWrapper(this, "onlyOurs");
  private final ReadOnlyBooleanWrapper tools = new ReadOnlyBooleanWrapper(this, "tools");
  private final ReadOnlyBooleanWrapper black = new ReadOnlyBooleanWrapper(this, "black");
  private final ReadOnlyObjectWrapper<@Nullable Notes> notes =
      new ReadOnlyObjectWrapper<>(this, "notes");
  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty mark = new SimpleStringProperty(this, "mark", "");
  private final StringProperty hidden = new SimpleStringProperty(this, "hidden", "");

  /// Those shown, the one that came last at the end.
  private final List<Part> shown = new ArrayList<>(List.of(Part.PICTURE));

  public PresenterModel(Course course, Clock clock) {
    this.course = course;
    this.clock = clock;
  }

  /// Whether the window is shown to a room.
  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /// What is shown, from left to right; one or two.
  public ReadOnlyObjectProperty<List<Part>> partsProperty() {
    return parts.getReadOnlyProperty();
  }

  /// Whether one element of the picture stands in the light.
  public ReadOnlyBooleanProperty spotlightProperty() {
    return spotlight.getReadOnlyProperty();
  }

  /// Since when pictures, log and goals stand still; null while they follow the engine.
  public ReadOnlyObjectProperty<@Nullable Instant> frozenProperty() {
    return frozen.getReadOnlyProperty();
  }

  /// Whether pictures show only what Drydock made, and what that needs.
  public ReadOnlyBooleanProperty onlyOursProperty() {
    return onlyOurs.getReadOnlyProperty();
  }

  /// Whether the picture's own tools are shown.
  public ReadOnlyBooleanProperty toolsProperty() {
    return tools.getReadOnlyProperty();
  }

  /// Whether the room shall look at the speaker: the screen is dark.
  public ReadOnlyBooleanProperty blackProperty() {
    return black.getReadOnlyProperty();
  }

  /// What the speaker reads; null while no lesson is open.
  public ReadOnlyObjectProperty<@Nullable Notes> notesProperty() {
    return notes.getReadOnlyProperty();
  }

  /// The question that the picture answers; told by whoever knows it.
  public StringProperty titleProperty() {
    return title;
  }

  /// What else has to be known of what is seen: that it is a replay, a moment of the past, that no engine answers; told
  /// by whoever knows it. Mostly empty.
  public StringProperty markProperty() {
    return mark;
  }

  /// What is left out of the pictures; told by whoever knows it. Mostly empty.
  public StringProperty hiddenProperty() {
    return hidden;
  }

  public void notes(@Nullable Notes now) {
    notes.set(now);
  }

  // --- what a person does

  public void start() {
    on.set(true);
  }

  /// Back to the window as it was.
  public void end() {
    black.set(false);
    spotlight.set(false);
    frozen.set(null);
    onlyOurs.set(false);
    tools.set(false);
    on.set(false);
    shown.clear();
    turn(Part.PICTURE);
  }

  /// Shows a part, or shows it no more. One is always left, and the one that has been there longest makes room for a
  /// third.
  public void turn(Part part) {
    if (!shown.remove(part)) {
      shown.add(part);
    }
    if (shown.isEmpty()) {
      shown.add(part);
    } else if (shown.size() > MOST_PARTS) {
      shown.removeFirst();
    }
    parts.set(shown.stream().sorted().toList());
  }

  public void turnSpotlight() {
    spotlight.set(!spotlight.get());
  }

  public void turnFreeze() {
    frozen.set(frozen.get() == null ? clock.instant() : null);
  }

  public void turnOnlyOurs() {
    onlyOurs.set(!onlyOurs.get());
  }

  public void turnTools() {
    tools.set(!tools.get());
  }

  public void turnBlack() {
    black.set(!black.get());
  }

  /// Leaves what was entered last: the dark, the spotlight, the show.
  public void leave() {
    if (black.get()) {
      black.set(false);
    } else if (spotlight.get()) {
      spotlight.set(false);
    } else {
      end();
    }
  }

  public void step(int by) {
    course.step(by);
  }

  public void picture(int by) {
    course.picture(by);
  }

  public void openNotes() {
    course.notes();
  }
}
