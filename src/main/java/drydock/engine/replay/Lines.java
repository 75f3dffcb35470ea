// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.StateChange;
import drydock.engine.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Entries as lines and back, each in the light of the state before.
final class Lines {
  private @Nullable EngineState last;
  private long cells;

  /// So many places in the maps of all states together may be read from a file: each change of one
  /// object makes a map of its kind anew.
  private final long mostCells;

  Lines(long mostCells) {
    this.mostCells = mostCells;
  }

  Line line(Entry entry) {
    return switch (entry) {
      case Entry.State e -> state(e);
      case Entry.Lost e -> new Line.Lost(e.at());
      case Entry.Happened e -> new Line.Event(e.at(), e.event());
      case Entry.Gap e -> new Line.Gap(e.at(), e.wholeSince());
      case Entry.Built e -> new Line.Build(e.at(), e.build(), e.tag(), e.event());
      case Entry.Wrote e -> new Line.Log(e.at(), e.container(), e.output());
      case Entry.Answered e -> new Line.Reply(e.at(), e.question(), e.answer());
    };
  }

  /// Empty when it is the end, or tells what became of a state that was not told.
  Optional<Entry> entry(Line line) {
    return switch (line) {
      case Line.Whole l -> Optional.of(new Entry.State(l.at(), keep(l.state())));
      case Line.Delta l ->
          last == null
              ? Optional.empty()
              : Optional.of(new Entry.State(l.at(), keep(changed(last, l))));
      case Line.Lost l -> Optional.of(new Entry.Lost(l.at()));
      case Line.Event l -> Optional.of(new Entry.Happened(l.at(), l.event()));
      case Line.Gap l -> Optional.of(new Entry.Gap(l.at(), l.wholeSince()));
      case Line.Build l -> Optional.of(new Entry.Built(l.at(), l.build(), l.tag(), l.event()));
      case Line.Log l -> Optional.of(new Entry.Wrote(l.at(), l.container(), l.output()));
      case Line.Reply l -> Optional.of(new Entry.Answered(l.at(), l.question(), l.answer()));
      case Line.End _ -> Optional.empty();
    };
  }

  /// Whether the states read so far take more room than a recording may.
  boolean tooMuch() {
    return cells > mostCells;
  }

  private Line state(Entry.State entry) {
    EngineState before = last;
    EngineState now = entry.state();
    last = now;
    if (before == null) {
      return new Line.Whole(entry.at(), now);
    }
    List<EngineObject> here = new ArrayList<>();
    List<Line.Gone> gone = new ArrayList<>();
    for (StateChange change : StateChange.between(before, now)) {
      switch (change) {
        case StateChange.Born born -> here.add(born.object());
        case StateChange.Changed changed -> here.add(changed.object());
        case StateChange.Gone was -> gone.add(gone(was.object()));
      }
    }
    EngineInfo engine = before.info().equals(now.info()) ? null : now.info();
    return new Line.Delta(entry.at(), now.at(), engine, here, gone);
  }

  private EngineState keep(EngineState state) {
    EngineState before = last;
    if (before == null || !before.containers().equals(state.containers())) {
      cells += state.containers().size();
    }
    if (before == null || !before.images().equals(state.images())) {
      cells += state.images().size();
    }
    if (before == null || !before.networks().equals(state.networks())) {
      cells += state.networks().size();
    }
    if (before == null || !before.volumes().equals(state.volumes())) {
      cells += state.volumes().size();
    }
    last = state;
    return state;
  }

  private static Line.Gone gone(EngineObject object) {
    return switch (object) {
      case Container it -> new Line.Gone("container", it.id());
      case ImageSummary it -> new Line.Gone("image", it.id());
      case Network it -> new Line.Gone("network", it.id());
      case Volume it -> new Line.Gone("volume", it.id());
    };
  }

  private static EngineState changed(EngineState before, Line.Delta delta) {
    return new EngineState(
        delta.engine() == null ? before.info() : delta.engine(),
        changed(before.images(), ImageSummary.class, "image", delta),
        changed(before.containers(), Container.class, "container", delta),
        changed(before.networks(), Network.class, "network", delta),
        changed(before.volumes(), Volume.class, "volume", delta),
        delta.seen());
  }

  private static <T extends EngineObject> Map<String, T> changed(
      Map<String, T> before, Class<T> type, String kind, Line.Delta delta) {
    List<T> here = delta.here().stream().filter(type::isInstance).map(type::cast).toList();
    List<String> gone =
        delta.gone().stream().filter(g -> g.kind().equals(kind)).map(Line.Gone::id).toList();
    if (here.isEmpty() && gone.isEmpty()) {
      return before;
    }
    Map<String, T> after = new HashMap<>(before);
    gone.forEach(after::remove);
    here.forEach(object -> after.put(object.id(), object));
    return after.equals(before) ? before : after;
  }
}
