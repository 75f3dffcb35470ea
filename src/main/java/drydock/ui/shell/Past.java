// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.doctor.Engines;
import drydock.engine.BuildState;
import drydock.engine.EngineInfo;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineStatus;
import drydock.engine.replay.Entry;
import drydock.engine.replay.MonitorSwitch;
import drydock.engine.replay.Player;
import drydock.engine.replay.Recorder;
import drydock.engine.replay.Recording;
import drydock.engine.replay.Replay;
import drydock.engine.replay.ReplayMonitor;
import drydock.engine.replay.Tape;
import drydock.messages.Messages;
import drydock.moment.Moment;
import drydock.moment.Timeline;
import drydock.ui.kit.Background;
import drydock.ui.moment.MomentsModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what becomes of the engine, and shows its past: a moment of it in the pictures, while
/// everything else stays with the present; or an opened recording in the engine's place. JavaFX
/// thread only.
final class Past implements MomentsModel.Traveller, AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

  /// Shows a build of the past in the place of the present one.
  interface Builds {
    void lookBack(Replay.@Nullable PastBuild build);

    /// @param last the last build of the present, as it was recorded
    void lookAtPresent(Replay.@Nullable PastBuild last);
  }

  private record Opened(Replay replay, ReplayMonitor monitor, Player player) {}

  private final Background background;
  private final Clock clock;
  private final Tape tape;
  private final MonitorSwitch engine;
  private final MonitorSwitch seen;
  private final Timeline timeline = new Timeline();
  private final MomentsModel moments = new MomentsModel(this);
  private @Nullable Builds builds;
  private @Nullable Replay back;
  private @Nullable Opened opened;

  /// @param live whose monitor is closed by whoever opened it
  Past(Services live) {
    background = live.background();
    clock = live.clock();
    String version = Past.class.getPackage().getImplementationVersion();
    tape = new Tape(version == null ? "(development)" : version);
    engine = new MonitorSwitch(new Recorder(live.monitor(), tape, clock));
    seen = new MonitorSwitch(engine);
  }

  void show(Builds shown) {
    builds = shown;
  }

  MomentsModel moments() {
    return moments;
  }

  /// The engine, or an opened recording in its place.
  EngineMonitor engine() {
    return engine;
  }

  /// What the pictures show: as [#engine], or a moment of its past.
  EngineMonitor seen() {
    return seen;
  }

  /// How things stand now.
  void add(EngineStatus status, @Nullable BuildState build) {
    if (opened == null && status instanceof EngineStatus.Ready ready) {
      timeline.add(new Moment(clock.instant(), ready.state(), ready.journal(), build));
      moments.stops(timeline.stops());
    }
  }

  /// All that is known of the past; empty while no engine was seen.
  Optional<Recording> recording() {
    return tape.recording("").map(this::withOlder);
  }

  /// The time line reaches further back than the tape, in fewer moments.
  private Recording withOlder(Recording recent) {
    Instant begin = recent.header().started();
    List<Entry> all = new ArrayList<>();
    for (Moment moment : timeline.moments()) {
      if (moment.at().isBefore(begin)) {
        all.add(new Entry.State(moment.at(), moment.state()));
      }
    }
    if (all.isEmpty()) {
      return recent;
    }
    all.addAll(recent.entries());
    Recording.Header header = recent.header();
    return new Recording(
        new Recording.Header(header.engine(), all.getFirst().at(), header.app(), header.reason()),
        all,
        recent.notes());
  }

  /// Plays a recording in the engine's place.
  ///
  /// @param line its time line
  void open(Recording recording, Timeline line) {
    leave();
    Replay replay = new Replay(recording);
    ReplayMonitor monitor = new ReplayMonitor(replay);
    opened = new Opened(replay, monitor, new Player(replay));
    engine.show(monitor);
    EngineInfo info = recording.header().engine();
    moments.replay(name(info, recording.header().started()));
    moments.stops(line.stops());
    goTo(replay.end());
  }

  /// "Docker 28.5, 20 Nov 2026"
  static String name(EngineInfo info, Instant recorded) {
    return Engines.name(info)
        + ", "
        + DAY.withLocale(Messages.locale()).format(recorded.atZone(ZoneId.systemDefault()));
  }

  /// Back to the live engine, and to the present.
  private void leave() {
    Opened left = opened;
    opened = null;
    back = null;
    seen.show(engine);
    if (left != null) {
      engine.backToLive();
      left.monitor().close();
    }
    moments.playing(false);
    moments.replay(null);
    moments.show(null);
    moments.stops(timeline.stops());
  }

  @Override
  public void goTo(Instant moment) {
    Opened playing = opened;
    if (playing != null) {
      playing.replay().seek(moment);
      arrived(playing.replay());
      return;
    }
    Replay past = back;
    if (past == null || moment.isAfter(past.end())) {
      past = recording().map(Replay::new).orElse(null);
      if (past == null) {
        return;
      }
      past.seek(moment);
      back = past;
      seen.show(new ReplayMonitor(past));
    } else {
      past.seek(moment);
    }
    moments.show(moment);
    lookBack(past);
  }

  private void arrived(Replay replay) {
    moments.show(replay.position());
    lookBack(replay);
  }

  private void lookBack(Replay replay) {
    if (builds != null) {
      builds.lookBack(replay.build().orElse(null));
    }
  }

  @Override
  public void goToNow() {
    if (opened != null) {
      goTo(opened.replay().end());
    } else if (back != null) {
      leave();
      present();
    }
  }

  private void present() {
    if (builds != null) {
      builds.lookAtPresent(recording().map(Replay::new).flatMap(Past::atEnd).orElse(null));
    }
  }

  private static Optional<Replay.PastBuild> atEnd(Replay replay) {
    replay.seek(replay.end());
    return replay.build();
  }

  @Override
  public void goLive() {
    if (opened != null) {
      leave();
      present();
    }
  }

  @Override
  public void play(boolean on) {
    Opened played = opened;
    if (played == null) {
      return;
    }
    if (on) {
      played.player().play();
      moments.playing(true);
      tick(played);
    } else {
      played.player().pause();
      moments.playing(false);
    }
  }

  private void tick(Opened played) {
    background.after(
        TICK,
        () -> {
          if (played.equals(opened) && moments.playingProperty().get()) {
            played.player().passed(TICK);
            arrived(played.replay());
            moments.playing(played.player().playing());
            if (played.player().playing()) {
              tick(played);
            }
          }
        });
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.monitor().close();
    }
    seen.close();
  }
}
