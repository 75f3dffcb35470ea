// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// Bytes in a file that nobody else sees: Unix systems take its name away as soon as it is open, Windows deletes it when
/// this process ends, however it ends. Written once, then only read, by way of a mapping: unlike a channel, that does
/// not end when the thread that reads from it is interrupted.
final class Spool implements AutoCloseable {
  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
  private static final long LOOK_AFTER = 16 << 20;

  private final Arena arena = Arena.ofShared();
  private final FileChannel channel;
  private final MemorySegment bytes;

  /// Takes in all that is written.
  Spool(ImageArchive.Source source, Path folder, Bounds bounds) throws IOException {
    Files.createDirectories(folder);
    channel = open(folder);
    try {
      OutputStream out = new Bounded(channel, Files.getFileStore(folder), bounds);
      source.writeTo(out);
      bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException | RuntimeException e) {
      try (channel) {
        arena.close();
      }
      throw e;
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    Path file = folder.resolve(".image-" + UUID.randomUUID());
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? FileChannel.open(file, OPTIONS, onlyOwner()) : FileChannel.open(file, OPTIONS);
  }

  private static FileAttribute<?> onlyOwner() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  long size() {
    return bytes.byteSize();
  }

  /// @param from within it, as well as `from + length`
  InputStream slice(long from, long length) throws ArchiveException {
    if (!arena.scope().isAlive()) {
      throw ArchiveException.closed();
    }
    return new SliceStream(bytes.asSlice(from, length));
  }

  /// Whoever is reading is told that it is closed.
  @Override
  public synchronized void close() throws IOException {
    try (channel) {
      if (arena.scope().isAlive()) {
        arena.close();
      }
    }
  }

  private static final class Bounded extends OutputStream {
    private final FileChannel channel;
    private final FileStore disk;
    private final Bounds bounds;
    private long written;
    private long looked = -LOOK_AFTER;

    Bounded(FileChannel channel, FileStore disk, Bounds bounds) {
      this.channel = channel;
      this.disk = disk;
      this.bounds = bounds;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      Interrupts.check(); // else the channel would be closed with words of its own
      if (written + length > bounds.saved().most()) {
        throw ArchiveException.tooLarge(ArchiveException.whole());
      }
      if (written - looked >= LOOK_AFTER) {
        looked = written;
        if (disk.getUsableSpace() < bounds.saved().spare() + LOOK_AFTER) {
          throw ArchiveException.noRoom();
        }
      }
      ByteBuffer left = ByteBuffer.wrap(buffer, from, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      written += length;
    }
  }
}
