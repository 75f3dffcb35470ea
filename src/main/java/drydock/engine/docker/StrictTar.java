// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A tar archive with nothing in it but files, folders and symbolic links under plain headers, as
/// `docker save` writes it. Whatever two readers could read in two ways (extended headers, sparse
/// files, old formats, numbers in odd notations) is refused: what is checked here must be what the
/// engine unpacks.
final class StrictTar extends TarArchiveInputStream {
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int TRAILER = 508;
  private static final String POSIX = "ustar\0";
  private static final String GNU = "ustar  \0";
  private static final String TYPES = "\0" + "025";

  StrictTar(InputStream in) {
    super(in);
  }

  /// Called by the superclass for every header, and for the two blocks of zeros at the end.
  @Override
  protected byte[] readRecord() throws IOException {
    byte[] header = super.readRecord();
    if (header == null) {
      throw new EOFException();
    }
    if (!isEOFRecord(header)) {
      check(header);
    }
    return header;
  }

  private static void check(byte[] header) throws Unfit {
    boolean known = is(header, MAGIC, POSIX) || is(header, MAGIC, GNU);
    if (!known || is(header, TRAILER, "tar\0")) {
      throw new Unfit(Unfit.Reason.NO_TAR);
    }
    if (TYPES.indexOf(header[TYPE]) < 0 || !plainNumber(header)) {
      throw new Unfit(Unfit.Reason.ODD_ENTRY);
    }
  }

  private static boolean plainNumber(byte[] header) {
    for (int i = SIZE; i < SIZE + SIZE_LENGTH - 1; i++) {
      if (header[i] < '0' || header[i] > '7') {
        return false;
      }
    }
    byte end = header[SIZE + SIZE_LENGTH - 1];
    return end == 0 || end == ' ';
  }

  private static boolean is(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(header, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
