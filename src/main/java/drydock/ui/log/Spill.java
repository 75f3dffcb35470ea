// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.files.Reasons;
import drydock.messages.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Lines that a log no longer holds in memory, packed, in a file that nobody else sees: Unix systems take its name away as
/// soon as it is open, Windows deletes it when this process ends, however it ends. The first thing that goes wrong ends
/// it for good, so that what it holds of a group is always that group's beginning. One call at a time; [#close] any time.
final class Spill implements AutoCloseable {
  /// How large it may become, and how much room it leaves on the disk for everybody else.
  record Room(long most, long spare) {
    static final Room USUAL = new Room(2L << 30, 1L << 30);
  }

  /// A gzip member of whole lines.
  private record Chunk(long start, int length) {}

  private final Path folder;
  private final Room room;
  private final Map<String, List<Chunk>> chunks = new HashMap<>();
  private final Map<String, Long> lost = new HashMap<>();
  private @Nullable FileChannel channel;
  private @Nullable FileStore store;
  private @Nullable IOException failure;
  private long end;
  private boolean closed;

  /// Nothing is on the disk before the first line.
  ///
  /// @param folder made when it is not there; better not one that lies in memory
  Spill(Path folder, Room room) {
    this.folder = folder;
    this.room = room;
  }

  /// Appends to what is there of the group; all of it or nothing.
  void write(String group, List<? extends Row> rows) throws IOException {
    try {
      if (failure != null) {
        throw failure;
      }
      byte[] packed = pack(rows);
      append(packed);
      chunks
          .computeIfAbsent(group, _ -> new ArrayList<>())
          .add(new Chunk(end - packed.length, packed.length));
    } catch (IOException e) {
      failure = e;
      lost.merge(group, (long) rows.size(), Long::sum);
      throw e;
    }
  }

  /// Writes what was kept of the group, line by line, and how much was not.
  void copy(String group, OutputStream out) throws IOException {
    for (Chunk chunk : chunks.getOrDefault(group, List.of())) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(read(chunk)))) {
        in.transferTo(out);
      }
    }
    Long missing = lost.get(group);
    if (missing != null && failure != null) {
      line(Messages.get("log.file.missing", missing, Reasons.of(failure)), out);
    }
  }

  static void line(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /// How many bytes it has on the disk.
  long size() {
    return end;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (channel != null) {
      channel.close();
    }
  }

  private synchronized FileChannel open() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (channel == null) {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(".log-" + UUID.randomUUID()),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return channel;
  }

  private static byte[] pack(List<? extends Row> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (Packer out = new Packer(bytes)) {
      for (Row row : rows) {
        line(row.text(), out);
      }
    }
    return bytes.toByteArray();
  }

  private void append(byte[] packed) throws IOException {
    FileChannel file = open();
    if (end + packed.length > room.most()) {
      throw new IOException(Messages.get("log.spill.most", Amounts.bytes(room.most())));
    }
    if (store == null) {
      store = Files.getFileStore(folder); // reads the list of all disks, so once
    }
    if (store.getUsableSpace() < room.spare() + packed.length) {
      throw new IOException(Messages.get("log.spill.spare", Amounts.bytes(room.spare())));
    }
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    while (buffer.hasRemaining()) {
      file.write(buffer, end + buffer.position());
    }
    end += packed.length;
  }

  private byte[] read(Chunk chunk) throws IOException {
    FileChannel file = open();
    ByteBuffer buffer = ByteBuffer.allocate(chunk.length());
    while (buffer.hasRemaining()) {
      if (file.read(buffer, chunk.start() + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.array();
  }

  private static final class Packer extends GZIPOutputStream {
    Packer(OutputStream out) throws IOException {
      super(out, 1 << 15);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
