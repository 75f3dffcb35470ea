// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.replay.RecordingFormat.Head;
import drydock.messages.Messages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a recording without trusting it: bounded in every direction, up to the last line that can
/// be understood. What is missing is said in [Recording#notes].
public final class RecordingReader {
  private static final Set<String> KINDS =
      Set.of(Line.class.getPermittedSubclasses()).stream()
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  private final Codec codec = new Codec();
  private final Lines lines = new Lines(RecordingFormat.MOST_CELLS);
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int unknown;
  private int broken;
  private boolean ended;
  private boolean back;
  private Instant last = Instant.MIN;

  private RecordingReader() {}

  /// @throws UnreadableRecording with a sentence, when it is none or of a newer kind
  /// @throws IOException when the file cannot be read
  public static Recording read(Path file) throws IOException {
    if (Files.size(file) > RecordingFormat.MOST_PACKED) {
      throw new UnreadableRecording(Messages.get("recording.tooLarge", file.getFileName()));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new RecordingReader().read(in, String.valueOf(file.getFileName()));
    }
  }

  static Recording read(InputStream in) throws IOException {
    return new RecordingReader().read(in, "recording");
  }

  private Recording read(InputStream in, String name) throws IOException {
    BoundedLines text;
    try {
      text =
          new BoundedLines(
              new GZIPInputStream(in, 1 << 16),
              RecordingFormat.LONGEST_LINE,
              RecordingFormat.MOST_UNPACKED);
    } catch (IOException e) {
      throw new UnreadableRecording(Messages.get("recording.none", name));
    }
    Recording.Header header = head(text.next(), name);
    last = header.started();
    byte[] line = text.next();
    while (line != null && more()) {
      take(line);
      line = text.next();
    }
    note(text.trouble());
    return new Recording(header, entries, last, notes);
  }

  private boolean more() {
    if (entries.size() >= RecordingFormat.MOST_ENTRIES || lines.tooMuch()) {
      notes.add(Messages.get("recording.note.tooMuch"));
      ended = true;
      return false;
    }
    return !ended;
  }

  private Recording.Header head(byte @Nullable [] line, String name) throws IOException {
    try {
      JsonNode node = codec.parse(line == null ? new byte[0] : line);
      if (!node.path("format").asText().equals(RecordingFormat.NAME)) {
        throw new UnreadableRecording(Messages.get("recording.none", name));
      }
      if (node.path("major").asInt() != RecordingFormat.MAJOR) {
        throw new UnreadableRecording(
            Messages.get("recording.newer", name, node.path("recording").path("app").asText("?")));
      }
      return codec.read(node, Head.class).recording();
    } catch (UnreadableRecording e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableRecording(Messages.get("recording.none", name));
    }
  }

  private void take(byte[] bytes) {
    try {
      JsonNode node = codec.parse(bytes);
      if (!KINDS.contains(node.path("is").asText())) {
        unknown++;
        return;
      }
      OlderFiles.complete(node);
      Line line = codec.read(node, Line.class);
      if (line instanceof Line.End(Instant at, boolean full)) {
        ended = true;
        last = at.isAfter(last) ? at : last;
        if (full) {
          notes.add(Messages.get("recording.note.full"));
        }
        return;
      }
      Optional<Entry> entry = lines.entry(line);
      if (entry.isEmpty()) {
        broken++;
      } else {
        entries.add(inOrder(entry.get()));
      }
    } catch (IOException e) {
      broken++;
    }
  }

  /// A time before the one before counts as that one.
  private Entry inOrder(Entry entry) {
    if (!entry.at().isBefore(last)) {
      last = entry.at();
      return entry;
    }
    back = true;
    return switch (entry) {
      case Entry.State e -> new Entry.State(last, e.state());
      case Entry.Lost _ -> new Entry.Lost(last);
      case Entry.Happened e -> new Entry.Happened(last, e.event());
      case Entry.Gap e -> new Entry.Gap(last, e.wholeSince());
      case Entry.Built e -> new Entry.Built(last, e.build(), e.tag(), e.event());
      case Entry.Wrote e -> new Entry.Wrote(last, e.container(), e.output());
      case Entry.Answered e -> new Entry.Answered(last, e.question(), e.answer());
    };
  }

  private void note(BoundedLines.@Nullable Trouble trouble) {
    if (trouble == BoundedLines.Trouble.TOO_MUCH) {
      notes.add(Messages.get("recording.note.tooMuch"));
    } else if (!ended || trouble != null) {
      notes.add(Messages.get("recording.note.cut"));
    }
    if (unknown > 0) {
      notes.add(Messages.get("recording.note.unknown", unknown));
    }
    if (broken > 0) {
      notes.add(Messages.get("recording.note.broken", broken));
    }
    if (back) {
      notes.add(Messages.get("recording.note.back"));
    }
  }
}
