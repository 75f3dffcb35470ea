// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Goes through a tar header by header, as the engine's own reader understands it, and skips the contents. Holds one
/// entry at a time, in fields that the next one overwrites.
final class TarReader {
  private static final int GNU_EXTENDED = 482;
  private static final int GNU_REAL_SIZE = 483;
  private static final int GNU_MORE = 504;

  private final InputStream in;
  private final Bounds bounds;
  private final String what;
  private final Header header = new Header();
  private @Nullable PaxRecords extended;
  private byte @Nullable [] longName;
  private byte @Nullable [] longLink;
  private String last = "";
  private long position;
  private long next;

  byte[] name = new byte[0];
  byte[] link = new byte[0];
  Kind kind = Kind.FILE;

  /// Of the content, once unpacked.
  long size;

  /// Of the content as it lies in the tar: another size for a file with holes.
  long stored;

  int mode;
  long owner;
  long group;
  long time;
  int attributes;

  /// @param what is read, as a sentence begins with it
  TarReader(InputStream in, Bounds bounds, String what) {
    this.in = in;
    this.bounds = bounds;
    this.what = what;
  }

  /// Where the entry's content starts.
  long offset() {
    return position;
  }

  /// The tar with the entry's content next.
  InputStream content() {
    return in;
  }

  /// @return whether there was one more entry
  boolean next() throws IOException {
    extended = null;
    longName = null;
    longLink = null;
    while (true) {
      skip(next - position);
      if (!readBlock(true) || header.empty()) {
        return false;
      }
      if (!header.sound()) {
        throw ArchiveException.noTar(what, last);
      }
      try {
        if (!auxiliary()) {
          take();
          return true;
        }
      } catch (Header.NoNumber e) {
        throw ArchiveException.oddEntry(OddName.start(header.name(), header.name().length));
      }
    }
  }

  /// To be told after reading from [#content].
  void consumed(long bytes) {
    position += bytes;
  }

  /// Headers that only speak of the next one.
  private boolean auxiliary() throws IOException, Header.NoNumber {
    switch (header.type()) {
      case 'x', 'X' -> {
        PaxRecords records = new PaxRecords();
        if (!records.read(document())) {
          throw odd(header.name());
        }
        extended = records;
      }
      case 'L' -> longName = text(document());
      case 'K' -> longLink = text(document());
      case 'g' -> document(); // of all that follow: comments, in practice
      default -> {
        return false;
      }
    }
    return true;
  }

  private byte[] document() throws IOException, Header.NoNumber {
    long length = header.size();
    if (length < 0) {
      throw odd(header.name());
    }
    if (length > bounds.document()) {
      throw ArchiveException.tooMuch(OddName.start(header.name(), header.name().length));
    }
    byte[] bytes = in.readNBytes((int) length);
    position += bytes.length;
    if (bytes.length < length) {
      throw ArchiveException.endsEarly(what, last);
    }
    next = position + padding(length);
    return bytes;
  }

  private static byte[] text(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return Arrays.copyOf(bytes, length);
  }

  private void take() throws IOException, Header.NoNumber {
    PaxRecords pax = extended;
    name = longName != null ? longName : header.name();
    link = longLink != null ? longLink : header.link();
    size = header.size();
    owner = header.owner();
    group = header.group();
    time = header.time();
    mode = (int) header.mode() & 07777;
    attributes = 0;
    if (pax != null) {
      overrule(pax);
    }
    kind = kind(header.type());
    if (kind != Kind.FILE) {
      size = 0;
    }
    stored = size;
    if (size < 0 || size > Long.MAX_VALUE - position - Header.BLOCK) {
      throw odd(name);
    }
    next = position + size + padding(size);
    if (header.type() == 'S') {
      holes();
    } else if (pax != null && pax.sparse && kind == Kind.FILE) {
      size = pax.realSize == PaxRecords.NONE ? size : pax.realSize;
    }
    if (size < 0) {
      throw odd(name);
    }
    last = OddName.start(name, name.length);
  }

  private void overrule(PaxRecords pax) {
    name = pax.path != null ? pax.path : name;
    link = pax.link != null ? pax.link : link;
    size = pax.size != PaxRecords.NONE ? pax.size : size;
    owner = pax.owner != PaxRecords.NONE ? pax.owner : owner;
    group = pax.group != PaxRecords.NONE ? pax.group : group;
    time = pax.time != PaxRecords.NONE ? pax.time : time;
    attributes = pax.attributes;
  }

  private Kind kind(char type) throws ArchiveException {
    return switch (type) {
      case 0, '0', '7', 'S' ->
          name.length > 0 && name[name.length - 1] == '/' ? Kind.FOLDER : Kind.FILE;
      case '1' -> Kind.HARD_LINK;
      case '2' -> Kind.SYMLINK;
      case '3' -> Kind.CHARACTER_DEVICE;
      case '4' -> Kind.BLOCK_DEVICE;
      case '5' -> Kind.FOLDER;
      case '6' -> Kind.FIFO;
      default -> throw odd(name);
    };
  }

  /// A file with holes in GNU's old format: its map may go on in blocks after the header.
  private void holes() throws IOException, Header.NoNumber {
    long contentAndPadding = next - position;
    size = header.number(GNU_REAL_SIZE, 12);
    boolean more = header.block[GNU_EXTENDED] != 0;
    while (more) {
      readBlock(false);
      more = header.block[GNU_MORE] != 0;
    }
    next = position + contentAndPadding;
  }

  private static ArchiveException odd(byte[] name) {
    return ArchiveException.oddEntry(OddName.start(name, name.length));
  }

  private static long padding(long size) {
    return -size & (Header.BLOCK - 1);
  }

  private boolean readBlock(boolean mayEnd) throws IOException {
    Interrupts.check();
    int read = in.readNBytes(header.block, 0, Header.BLOCK);
    position += read;
    next = position;
    if (read == Header.BLOCK) {
      return true;
    }
    if (read == 0 && mayEnd) {
      return false;
    }
    throw position < Header.BLOCK
        ? ArchiveException.noTar(what, last)
        : ArchiveException.endsEarly(what, last);
  }

  private void skip(long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      position += bytes;
    } catch (EOFException e) {
      throw ArchiveException.endsEarly(what, last);
    }
  }
}
