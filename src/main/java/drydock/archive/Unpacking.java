// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What comes out of a packed blob: bounded, cancelled by an interrupt, and with one kind of exception for bytes that
/// cannot be unpacked.
final class Unpacking extends FilterInputStream {
  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private final long packed;
  private final Bounds.Unpacked most;
  private final String what;
  private long unpacked;

  private Unpacking(InputStream in, long packed, Bounds.Unpacked most, String what) {
    super(in);
    this.packed = packed;
    this.most = most;
    this.what = what;
  }

  /// Told from the first bytes; PLAIN for whatever is not known.
  static Packing packing(InputStream in) throws IOException {
    byte[] start = in.readNBytes(ZSTD.length);
    if (Arrays.equals(start, ZSTD)) {
      return Packing.ZSTD;
    }
    return start.length > 1 && Arrays.equals(start, 0, 2, GZIP, 0, 2)
        ? Packing.GZIP
        : Packing.PLAIN;
  }

  /// @param length of the packed bytes
  /// @param what is unpacked, for a sentence
  static InputStream open(Packing packing, InputStream in, long length, Bounds bounds, String what)
      throws IOException {
    return switch (packing) {
      case PLAIN -> in;
      case GZIP -> new Unpacking(gzip(in), length, bounds.unpacked(), what);
      case ZSTD -> new Unpacking(zstd(in), length, bounds.unpacked(), what);
    };
  }

  private static InputStream gzip(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (ZipException | EOFException e) {
      throw ArchiveException.badPacking(String.valueOf(e.getMessage()));
    }
  }

  private static InputStream zstd(InputStream in) throws IOException {
    try {
      return new ZstdInputStream(in);
    } catch (LinkageError e) {
      throw ArchiveException.noZstd(); // its native part does not run on this system
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    Interrupts.check();
    try {
      int read = in.read(buffer, from, length);
      unpacked += Math.max(read, 0);
      if (unpacked > most.most() || (unpacked > most.free() && unpacked / most.ratio() > packed)) {
        throw ArchiveException.tooLarge(what);
      }
      return read;
    } catch (ZipException | EOFException | ZstdIOException e) {
      throw ArchiveException.badPacking(String.valueOf(e.getMessage()));
    }
  }

  /// By reading: the inner streams' own ways neither count nor stop.
  @Override
  public long skip(long count) throws IOException {
    byte[] buffer = new byte[Math.clamp(count, 0, BUFFER)];
    long left = count;
    while (left > 0) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return count - Math.max(left, 0);
  }
}
