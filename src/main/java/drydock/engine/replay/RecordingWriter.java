// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.replay.RecordingFormat.Head;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a recording as it happens. Every second everything so far stands in the file, so that one
/// that is cut off by a crash can be read up to there. What would not fit is not written, and said
/// to be missing. Safe to use from any thread.
public final class RecordingWriter implements Sink, AutoCloseable {
  private static final long FLUSH_NANOS = 1_000_000_000L;
  private static final int NEWLINE = '\n';
  private static final int ROOM_FOR_THE_END = 1 << 16;

  private final Codec codec = new Codec();
  private final Lines lines = new Lines(Long.MAX_VALUE);
  private final Counting packed;
  private final GZIPOutputStream out;
  private final Consumer<IOException> failed;
  private final long mostPacked;
  private long unpacked;
  private long flushed = System.nanoTime();
  private Instant last;
  private boolean full;
  private boolean over;

  /// @param out closed in the end
  /// @param failed told once when it cannot be written any further; what was written stays readable
  public RecordingWriter(OutputStream out, Recording.Header header, Consumer<IOException> failed)
      throws IOException {
    this(out, header, failed, RecordingFormat.MOST_PACKED);
  }

  RecordingWriter(
      OutputStream out, Recording.Header header, Consumer<IOException> failed, long mostPacked)
      throws IOException {
    this.failed = failed;
    this.mostPacked = mostPacked;
    last = header.started();
    packed = new Counting(new BufferedOutputStream(out));
    this.out = new GZIPOutputStream(packed, 1 << 15, true);
    Head head =
        new Head(RecordingFormat.NAME, RecordingFormat.MAJOR, RecordingFormat.MINOR, header);
    write(codec.bytes(Masking.of(codec.tree(Head.class, head))));
    this.out.flush();
  }

  @Override
  public synchronized void take(Entry entry) {
    if (over || full) {
      return;
    }
    byte[] line = codec.bytes(Masking.of(codec.tree(Line.class, lines.line(entry))));
    last = entry.at();
    if (line.length > RecordingFormat.LONGEST_LINE
        || unpacked + line.length > RecordingFormat.MOST_UNPACKED - ROOM_FOR_THE_END
        || packed.count + line.length / 4 > mostPacked - ROOM_FOR_THE_END) {
      full = true;
      return;
    }
    try {
      write(line);
      if (System.nanoTime() - flushed > FLUSH_NANOS) {
        out.flush();
        flushed = System.nanoTime();
      }
    } catch (IOException e) {
      over = true;
      failed.accept(e);
    }
  }

  /// Nothing more happened until then.
  public synchronized void endAt(Instant moment) {
    if (moment.isAfter(last)) {
      last = moment;
    }
  }

  /// Whether there is no room for more.
  public synchronized boolean full() {
    return full;
  }

  /// How large the file is by now, in bytes.
  public synchronized long size() {
    return packed.count;
  }

  private void write(byte[] line) throws IOException {
    out.write(line);
    out.write(NEWLINE);
    unpacked += line.length + 1;
  }

  /// Writes the end, and closes the file.
  @Override
  public synchronized void close() throws IOException {
    if (!over) {
      over = true;
      write(codec.bytes(codec.tree(Line.class, new Line.End(last, full))));
    }
    out.close();
  }

  /// Writes a whole recording; `out` stays open.
  public static void write(Recording recording, OutputStream out) throws IOException {
    IOException[] failure = new IOException[1];
    try (RecordingWriter writer =
        new RecordingWriter(new Open(out), recording.header(), e -> failure[0] = e)) {
      recording.entries().forEach(writer::take);
      writer.endAt(recording.end());
    }
    @Nullable IOException reason = failure[0];
    if (reason != null) {
      throw reason;
    }
  }

  /// Somebody else's to close.
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static final class Counting extends FilterOutputStream {
    private long count;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }
}
