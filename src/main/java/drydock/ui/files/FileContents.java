// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.ImageArchive;
import drydock.engine.ContainerEngine;
import drydock.files.AtomicFile;
import drydock.messages.Messages;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads what a file of a layer holds. Its methods block.
sealed interface FileContents {
  /// Writes the content.
  ///
  /// @param most so many bytes are enough
  void copy(FileItem file, OutputStream out, long most) throws IOException;

  /// What is shown of a file.
  default Content preview(FileItem file) throws IOException {
    ByteArrayOutputStream begin = new ByteArrayOutputStream();
    copy(file, begin, Content.MOST + 1L);
    byte[] bytes = begin.toByteArray();
    boolean more = bytes.length > Content.MOST;
    return Content.of(more ? java.util.Arrays.copyOf(bytes, Content.MOST) : bytes, more);
  }

  /// Writes a file's content into a file of this computer, whole or not at all.
  default void extract(FileItem file, Path target) throws IOException {
    AtomicFile.write(target, out -> copy(file, out, Long.MAX_VALUE));
  }

  /// Files of an image.
  record OfImage(ImageArchive archive) implements FileContents {
    @Override
    public void copy(FileItem file, OutputStream out, long most) throws IOException {
      archive.copy(file.layer(), file.path(), out, most);
    }
  }

  /// Files of a container, as they are now.
  ///
  /// @param scratch folder for what the engine sends: an archive around the file
  record OfContainer(Supplier<ContainerEngine> engine, String container, Path scratch)
      implements FileContents {
    /// More than the headers around a file ever take.
    private static final long AROUND = 64 << 10;

    @Override
    public void copy(FileItem file, OutputStream out, long most) throws IOException {
      Files.createDirectories(scratch);
      Path archive = Files.createTempFile(scratch, "file-", ".tar");
      try {
        fetch(file.path(), archive, most);
        unpack(file.path(), archive, out, most);
      } finally {
        Files.deleteIfExists(archive);
      }
    }

    private void fetch(String path, Path archive, long most) throws IOException {
      try (OutputStream file = Files.newOutputStream(archive)) {
        Enough enough = new Enough(file, most > Long.MAX_VALUE - AROUND ? most : most + AROUND);
        try {
          engine.get().containers().getArchive(container, path, enough);
        } catch (drydock.engine.EngineException e) {
          if (!enough.reached()) {
            throw e;
          }
        }
      }
    }

    private static void unpack(String path, Path archive, OutputStream out, long most)
        throws IOException {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
          TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null || !entry.isFile()) {
          throw new IOException(Messages.get("files.content.noFile", path));
        }
        byte[] buffer = new byte[1 << 16];
        for (long left = Math.min(most, entry.getSize()); left > 0; ) {
          int read = tar.read(buffer, 0, (int) Math.min(buffer.length, left));
          if (read < 0) {
            throw new java.io.EOFException(path);
          }
          out.write(buffer, 0, read);
          left -= read;
        }
      }
    }
  }
}
