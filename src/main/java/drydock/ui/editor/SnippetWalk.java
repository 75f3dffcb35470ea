// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.dockerfile.assist.Snippet;
import drydock.dockerfile.check.Fix;
import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/// Walks the places of a snippet that are to be filled in: Tab goes to the next, and what was
/// written in one goes to all of its number. It ends behind the last place, and when something else
/// is edited.
final class SnippetWalk {
  /// A place in the text; it moves with the text.
  private static final class Place {
    final int number;
    int start;
    int end;

    Place(int number, int start, int end) {
      this.number = number;
      this.start = start;
      this.end = end;
    }
  }

  private final CodeArea area;
  private final OpenFile file;
  private List<Place> places = List.of();
  private int number;
  private boolean own;

  SnippetWalk(CodeArea area, OpenFile file) {
    this.area = area;
    this.file = file;
    area.plainTextChanges().subscribe(this::follow);
  }

  boolean isWalking() {
    return !places.isEmpty();
  }

  /// Begins with the first place of a snippet that stands at `at`; without places the caret goes
  /// behind it.
  void begin(Snippet snippet, int at) {
    List<Place> all = new ArrayList<>();
    for (Snippet.Stop stop : snippet.stops()) {
      Span span = stop.span();
      all.add(new Place(stop.number(), at + span.start(), at + span.end()));
    }
    int behind = at + snippet.text().length();
    if (all.isEmpty()) {
      area.moveTo(behind);
      return;
    }
    if (all.stream().noneMatch(p -> p.number == 0)) {
      all.add(new Place(0, behind, behind));
    }
    places = all;
    select(all.getFirst());
  }

  void end() {
    places = List.of();
  }

  /// The next place, or the one before; behind the last one it ends.
  void step(boolean back) {
    spread();
    List<Integer> numbers = places.stream().map(p -> p.number).distinct().toList();
    int next = numbers.indexOf(number) + (back ? -1 : 1);
    if (next >= 0 && next < numbers.size()) {
      int wanted = numbers.get(next);
      places.stream().filter(p -> p.number == wanted).findFirst().ifPresent(this::select);
    }
  }

  private void select(Place place) {
    number = place.number;
    int start = place.start;
    int end = place.end;
    if (number == 0) {
      end();
    }
    area.selectRange(start, end);
    area.requestFollowCaret();
  }

  /// What stands in the first place of a number goes to the others.
  private void spread() {
    List<Place> same = places.stream().filter(p -> p.number == number).toList();
    if (same.size() < 2) {
      return;
    }
    String text = area.getText(same.getFirst().start, same.getFirst().end);
    List<Fix.Edit> edits = new ArrayList<>();
    for (Place place : same.subList(1, same.size())) {
      if (!area.getText(place.start, place.end).equals(text)) {
        edits.add(new Fix.Edit(new Span(place.start, place.end), text));
      }
    }
    if (!edits.isEmpty()) {
      own = true;
      file.edit(new Fix(edits));
      own = false;
    }
  }

  private void follow(PlainTextChange change) {
    if (places.isEmpty() || change.isIdentity()) {
      return;
    }
    int at = change.getPosition();
    int removed = at + change.getRemoved().length();
    int shift = change.getNetLength();
    boolean inside =
        places.stream()
            .anyMatch(p -> (own || p.number == number) && p.start <= at && removed <= p.end);
    if (!inside) {
      end();
      return;
    }
    boolean grown = false;
    for (Place place : places) {
      boolean holds = place.start <= at && removed <= place.end;
      if (holds && !grown && (own || place.number == number)) {
        place.end += shift;
        grown = true;
      } else if (place.start >= removed) {
        place.start += shift;
        place.end += shift;
      }
    }
  }
}
