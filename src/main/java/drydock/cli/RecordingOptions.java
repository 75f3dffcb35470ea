// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.replay.Recording;
import drydock.engine.replay.RecordingReader;
import drydock.engine.replay.Replay;
import drydock.files.Reasons;
import drydock.messages.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A recording in the place of the engine: options that several commands share.
final class RecordingOptions {
  private static final Pattern AFTER =
      Pattern.compile("(?<number>\\d{1,7}(\\.\\d{1,3})?)(?<unit>[smh]?)");

  @Option(
      names = "--recording",
      paramLabel = "FILE",
      description = "Takes what this recording holds instead of asking an engine.")
  private @Nullable Path file;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "The moment in the recording: 14:02:31, 2026-11-20T14:02:31Z, or +90s, +1.5s, +15m or"
              + " +2h after its beginning (default: its end).")
  private @Nullable String at;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /// The recording at the moment asked for; empty when none is.
  ///
  /// @throws Unreadable with a sentence
  Optional<Replay> replay() throws Unreadable {
    if (file == null) {
      if (at != null) {
        throw new ParameterException(spec.commandLine(), Messages.get("cli.recording.atAlone"));
      }
      return Optional.empty();
    }
    Replay replay = new Replay(read(file));
    replay.seek(at == null ? replay.end() : moment(at, replay));
    return Optional.of(replay);
  }

  static Recording read(Path file) throws Unreadable {
    try {
      return RecordingReader.read(file);
    } catch (drydock.engine.replay.UnreadableRecording e) {
      throw new Unreadable(e.getMessage());
    } catch (IOException e) {
      throw new Unreadable(Messages.get("cli.recording.unreadable", file, Reasons.of(e)));
    }
  }

  private Instant moment(String text, Replay replay) {
    Instant start = replay.recording().header().started();
    Instant moment;
    try {
      moment =
          text.startsWith("+")
              ? start.plus(after(text.substring(1)))
              : text.contains("T")
                  ? Instant.parse(text)
                  : onTheDay(LocalTime.parse(text), start, replay.end());
    } catch (DateTimeException | ArithmeticException e) {
      throw new ParameterException(
          spec.commandLine(), Messages.get("cli.recording.badTime", text), e);
    }
    if (moment.isBefore(start) || moment.isAfter(replay.end().plusSeconds(1))) {
      throw new ParameterException(
          spec.commandLine(),
          Messages.get(
              "cli.recording.outside",
              text,
              RecordingText.time(start),
              RecordingText.time(replay.end())));
    }
    return moment;
  }

  /// "90", "90s", "1.5s", "15m", "2h".
  private static Duration after(String text) {
    Matcher form = AFTER.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException(text);
    }
    long unit =
        switch (form.group("unit")) {
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 1_000;
        };
    return Duration.ofMillis(Math.round(Double.parseDouble(form.group("number")) * unit));
  }

  /// A time of day means the first day on which it lies in the recording.
  private static Instant onTheDay(LocalTime time, Instant start, Instant end) {
    ZonedDateTime first = start.atZone(ZoneId.systemDefault());
    ZonedDateTime that = first.with(time);
    boolean nextDay =
        that.toInstant().isBefore(start.minusMillis(999))
            && !that.plusDays(1).toInstant().isAfter(end);
    Instant moment = nextDay ? that.plusDays(1).toInstant() : that.toInstant();
    // 14:02:31 means all of that second
    return moment.isBefore(start) && !moment.plusSeconds(1).isBefore(start) ? start : moment;
  }
}
