// SPDX-License-Identifier: Apache-2.0
package drydock.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;

/// Replaces a file whole or not at all: written beside it, forced to the disk, then moved over it in one step. Until that
/// step the old file stands untouched, whatever fails; what was written beside it is removed.
public final class AtomicFile {
  /// What the names of the files on their way begin with.
  public static final String PREFIX = ".drydock-saving-";

  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /// Writes the new content, all of it.
  public interface Writer {
    void writeTo(OutputStream out) throws IOException;
  }

  /// @throws IOException with the file as it was
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /// Follows a link to what it leads to; keeps the permissions of the file that was there.
  ///
  /// @param file in a folder that is there
  /// @throws IOException with the file as it was
  public static void write(Path file, Writer writer) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    Path temporary =
        folder.resolve(PREFIX + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    try {
      fill(temporary, writer);
      keepMode(target, temporary);
      move(temporary, target);
    } catch (IOException | RuntimeException e) {
      remove(temporary, e);
      throw e;
    }
  }

  private static void fill(Path temporary, Writer writer) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      writer.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path temporary, Exception because) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private static void keepMode(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && fresh != null && Files.exists(from)) {
      fresh.setPermissions(old.readAttributes().permissions());
    }
  }
}
