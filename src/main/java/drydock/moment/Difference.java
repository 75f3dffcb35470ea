// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import drydock.engine.BuildState;
import drydock.engine.EngineObject;
import drydock.engine.StateChange;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One thing in which two moments differ.
///
/// @param words a line for people: "container web: running → exited (137)"
public record Difference(Kind kind, String words) {
  public enum Kind {
    BORN,
    CHANGED,
    GONE
  }

  /// How `after` differs from `before`: what came, then what changed, then what is gone.
  public static List<Difference> between(Moment before, Moment after) {
    List<Difference> all = new ArrayList<>();
    StateChange.between(before.state(), after.state()).forEach(change -> all.add(of(change)));
    BuildState build = after.build();
    if (build != null && !Objects.equals(before.build(), build)) {
      boolean same = before.build() != null && before.build().started().equals(build.started());
      all.add(new Difference(same ? Kind.CHANGED : Kind.BORN, Mark.words(build)));
    }
    all.sort(java.util.Comparator.comparing(Difference::kind)); // stable
    return all;
  }

  static Difference of(StateChange change) {
    return switch (change) {
      case StateChange.Born(EngineObject object) ->
          new Difference(
              Kind.BORN, Messages.get("moment.born", named(object), StateWords.about(object)));
      case StateChange.Changed(EngineObject before, EngineObject object) ->
          new Difference(
              Kind.CHANGED,
              Messages.get("moment.changed", named(object), StateWords.difference(before, object)));
      case StateChange.Gone(EngineObject object) ->
          new Difference(Kind.GONE, Messages.get("moment.gone", named(object)));
    };
  }

  private static String named(EngineObject object) {
    return StateWords.kind(object) + " " + StateWords.name(object);
  }
}
