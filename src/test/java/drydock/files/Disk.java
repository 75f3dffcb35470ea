// SPDX-License-Identifier: Apache-2.0
package drydock.files;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small disk in memory that can be filled up, for tests of what happens then.
public final class Disk implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final FileSystem files;
  private final Path ballast;

  public Disk(int bytes) {
    files =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setMaxSize(bytes)
                .setMaxCacheSize(0)
                .build());
    ballast = files.getPath("/ballast");
  }

  public Path folder(String name) throws IOException {
    return Files.createDirectories(files.getPath("/" + name));
  }

  /// Leaves no room for another byte.
  public void fill() throws IOException {
    long room = Files.getFileStore(files.getPath("/")).getUsableSpace();
    Files.write(ballast, new byte[(int) room]);
  }

  public void makeRoom() throws IOException {
    Files.delete(ballast);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
