// SPDX-License-Identifier: Apache-2.0
package drydock.ui.moment;

import drydock.messages.Messages;
import drydock.moment.Difference;
import drydock.moment.Moment;
import drydock.moment.Timeline.Stop;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The moments that there are, and the one that is looked at. JavaFX thread only.
public final class MomentsModel {
  /// Which moment is looked at.
  ///
  /// @param index of a stop
  /// @param past whether it is another than the present: the person went back, or a recording is
  ///   played
  public record Place(int index, boolean past) {}

  /// How two moments differ.
  public record Comparison(Instant from, Instant to, List<Difference> differences) {
    public Comparison {
      differences = List.copyOf(differences);
    }
  }

  private final ReadOnlyObjectWrapper<List<Stop>> stops =
      new ReadOnlyObjectWrapper<>(this, "stops", List.of());
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(this, "place", new Place(-1, false));
  private final ReadOnlyObjectWrapper<@Nullable String> replay =
      new ReadOnlyObjectWrapper<>(this, "replay", null);
  private final ReadOnlyObjectWrapper<Boolean> playing =
      new ReadOnlyObjectWrapper<>(this, "playing", false);
  private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison =
      new ReadOnlyObjectWrapper<>(this, "comparison", null);
  private final Traveller traveller;
  private final ReadOnlyObjectWrapper<@Nullable Instant> position =
      new ReadOnlyObjectWrapper<>(this, "position", null);

  /// Does what the person asks for. It answers by calling [MomentsModel#show] and its like.
  public interface Traveller {
    /// Shows all as it was then.
    void goTo(Instant moment);

    /// Back to the present; while a recording is played, to its end.
    void goToNow();

    /// Plays the recording on, or halts it.
    void play(boolean on);

    /// Leaves the recording.
    void goLive();
  }

  public MomentsModel(Traveller traveller) {
    this.traveller = traveller;
  }

  /// Oldest first.
  public ReadOnlyObjectProperty<List<Stop>> stopsProperty() {
    return stops.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// The moment that is looked at; null for the present.
  public ReadOnlyObjectProperty<@Nullable Instant> positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// What the recording is of that is played: "Docker 28.5, 20 Nov 2026"; null while the engine is
  /// live.
  public ReadOnlyObjectProperty<@Nullable String> replayProperty() {
    return replay.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Boolean> playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// Null while nothing is compared.
  public ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /// The stop that is looked at; null while there is none.
  public @Nullable Stop stop() {
    int index = place.get().index();
    return index < 0 ? null : stops.get().get(index);
  }

  /// Which moment is looked at, as a sentence, and of what recording; empty at the present of a live engine.
  public String where() {
    Stop stop = stop();
    if (stop == null || !place.get().past()) {
      return "";
    }
    String time = MomentTexts.time(stop.at());
    String recording = replay.get();
    return recording == null
        ? Messages.get("moment.where.short", time)
        : Messages.get("moment.where.replay.short", recording, time);
  }

  // --- told by the one who keeps the moments

  public void stops(List<Stop> all) {
    if (place.get().index() >= all.size()) {
      place.set(new Place(all.size() - 1, place.get().past())); // never one that is not there
    }
    stops.set(List.copyOf(all));
    settle();
  }

  /// This moment is looked at; the present when null.
  public void show(@Nullable Instant moment) {
    position.set(moment);
    if (moment == null) {
      comparison.set(null);
    }
    settle();
  }

  /// @param name see [#replayProperty]
  public void replay(@Nullable String name) {
    replay.set(name);
    comparison.set(null);
    settle();
  }

  public void playing(boolean on) {
    playing.set(on);
  }

  private void settle() {
    List<Stop> all = stops.get();
    int index = all.size() - 1;
    Instant moment = position.get();
    if (moment != null) {
      while (index > 0 && all.get(index).at().isAfter(moment)) {
        index--;
      }
    }
    place.set(new Place(index, moment != null || replay.get() != null));
  }

  // --- what a person does

  /// Goes to a stop by its number; beyond the last one, to the present.
  public void goTo(int index) {
    List<Stop> all = stops.get();
    if (all.isEmpty()) {
      return;
    }
    if (index >= all.size() || (index == all.size() - 1 && replay.get() == null)) {
      traveller.goToNow();
    } else {
      traveller.goTo(all.get(Math.max(0, index)).at());
    }
  }

  /// Goes to a moment; to the first stop when it is earlier.
  public void goTo(Instant moment) {
    List<Stop> all = stops.get();
    if (!all.isEmpty()) {
      Instant first = all.getFirst().at();
      traveller.goTo(moment.isBefore(first) ? first : moment);
    }
  }

  /// Goes on by so many stops, backwards when less than 0.
  public void step(int by) {
    goTo(Math.max(0, place.get().index() + by));
  }

  public void goToNow() {
    traveller.goToNow();
  }

  public void play(boolean on) {
    traveller.play(on);
  }

  public void goLive() {
    traveller.goLive();
  }

  /// Compares what is looked at with another stop; the earlier of the two comes first.
  public void compare(int index) {
    Stop here = stop();
    List<Stop> all = stops.get();
    if (here == null || index < 0 || index >= all.size()) {
      return;
    }
    Moment one = here.moment();
    Moment other = all.get(index).moment();
    boolean back = other.at().isBefore(one.at());
    Moment from = back ? other : one;
    Moment to = back ? one : other;
    comparison.set(new Comparison(from.at(), to.at(), Difference.between(from, to)));
  }

  /// Compares what is looked at with the last stop.
  public void compareWithLast() {
    compare(stops.get().size() - 1);
  }

  public void endComparison() {
    comparison.set(null);
  }
}
