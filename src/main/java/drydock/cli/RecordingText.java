// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.doctor.Engines;
import drydock.engine.replay.Entry;
import drydock.engine.replay.Recording;
import drydock.messages.Messages;
import drydock.moment.Mark;
import drydock.moment.RecordedTimeline;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// What a recording holds, in words.
final class RecordingText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final PrintWriter out;

  RecordingText(PrintWriter out) {
    this.out = out;
  }

  static String time(Instant at) {
    return TIME.format(at.atZone(ZoneId.systemDefault()));
  }

  void show(Recording recording) {
    Instant started = recording.header().started();
    out.println(
        Messages.get(
            "cli.recording.of",
            Engines.name(recording.header().engine()),
            DAY.format(started.atZone(ZoneId.systemDefault())),
            seconds(Duration.between(started, recording.end()))));
    if (!recording.header().reason().isEmpty()) {
      out.println(recording.header().reason());
    }
    out.println(
        Messages.get(
            "cli.recording.holds",
            count(recording, Entry.State.class),
            count(recording, Entry.Happened.class),
            recording.entries().stream()
                .filter(e -> e instanceof Entry.Built)
                .map(e -> ((Entry.Built) e).build())
                .distinct()
                .count(),
            count(recording, Entry.Answered.class),
            recording.header().app()));
    for (Mark mark : RecordedTimeline.of(recording).marks()) {
      Duration since = Duration.between(started, mark.at());
      out.println("%s  +%-6s %s".formatted(time(mark.at()), seconds(since), mark.words()));
    }
    recording.notes().forEach(out::println);
  }

  private static long count(Recording recording, Class<? extends Entry> kind) {
    return recording.entries().stream().filter(kind::isInstance).count();
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + "s";
  }
}
