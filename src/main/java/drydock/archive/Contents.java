// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The contents of files, read out of a layer's tar.
final class Contents {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_HOPS = 8;

  /// Opens a layer's tar, unpacked.
  interface Layers {
    InputStream open(int layer) throws IOException;
  }

  private Contents() {}

  /// The entry that holds a path's content: the path's own, or that of the file that it is one more name of.
  static int holder(LayerFiles files, String path) throws ArchiveException {
    int entry = files.of(files.paths().find(path));
    for (int hops = 0; entry != LayerFiles.NO_ENTRY && hops < MOST_HOPS; hops++) {
      if (files.kind(entry) == Kind.FILE && files.offset(entry) >= 0) {
        return entry;
      }
      if (files.kind(entry) != Kind.HARD_LINK) {
        break;
      }
      entry = files.of(files.paths().find(files.target(entry)));
    }
    throw ArchiveException.noContent(path);
  }

  /// Hands on the next `bytes` bytes.
  ///
  /// @param what they are of, as a sentence begins with it
  static void transfer(InputStream in, long bytes, OutputStream out, String what)
      throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, bytes)];
    for (long left = bytes; left > 0; ) {
      Interrupts.check();
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw ArchiveException.endsEarly(what, "");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
