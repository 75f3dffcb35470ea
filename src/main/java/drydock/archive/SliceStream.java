// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A part of a mapped file. Skipping costs nothing.
final class SliceStream extends InputStream {
  private final MemorySegment bytes;
  private long at;

  SliceStream(MemorySegment bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    long left = bytes.byteSize() - at;
    if (length > 0 && left == 0) {
      return -1;
    }
    int read = (int) Math.min(left, length);
    try {
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, buffer, from, read);
    } catch (IllegalStateException e) {
      throw ArchiveException.closed(); // the mapping's words for it
    }
    at += read;
    return read;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, bytes.byteSize() - at);
    at += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, bytes.byteSize() - at);
  }
}
