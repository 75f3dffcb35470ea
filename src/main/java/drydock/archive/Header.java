// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The fields of one 512-byte tar header, in the notations of V7, POSIX and GNU.
final class Header {
  static final int BLOCK = 512;

  private static final int MODE = 100;
  private static final int OWNER = 108;
  private static final int GROUP = 116;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int LINK = 157;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_END = 500;
  private static final byte[] POSIX = "ustar\0".getBytes(StandardCharsets.US_ASCII);

  /// No number can be read.
  static final class NoNumber extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1;
  }

  final byte[] block = new byte[BLOCK];

  boolean empty() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /// Old tars added up signed bytes.
  boolean sound() {
    int signed = 0;
    int unsigned = 0;
    for (int i = 0; i < BLOCK; i++) {
      byte b = i >= CHECKSUM && i < TYPE ? (byte) ' ' : block[i];
      signed += b;
      unsigned += b & 0xff;
    }
    try {
      long said = number(CHECKSUM, 8);
      return said == unsigned || said == signed;
    } catch (NoNumber e) {
      return false;
    }
  }

  char type() {
    return (char) (block[TYPE] & 0xff);
  }

  long mode() throws NoNumber {
    return number(MODE, 8);
  }

  long owner() throws NoNumber {
    return number(OWNER, 8);
  }

  long group() throws NoNumber {
    return number(GROUP, 8);
  }

  long size() throws NoNumber {
    return number(SIZE, 12);
  }

  long time() throws NoNumber {
    return number(TIME, 12);
  }

  byte[] name() {
    byte[] name = text(0, 100);
    boolean posix = Arrays.equals(block, MAGIC, MAGIC + POSIX.length, POSIX, 0, POSIX.length);
    if (!posix || block[PREFIX] == 0) {
      return name;
    }
    byte[] prefix = text(PREFIX, PREFIX_END);
    byte[] whole = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
    whole[prefix.length] = '/';
    System.arraycopy(name, 0, whole, prefix.length + 1, name.length);
    return whole;
  }

  byte[] link() {
    return text(LINK, LINK + 100);
  }

  private byte[] text(int from, int end) {
    int to = from;
    while (to < end && block[to] != 0) {
      to++;
    }
    return Arrays.copyOfRange(block, from, to);
  }

  /// Octal digits between spaces and zeros, or with its first bit set a binary number of two's complement.
  long number(int from, int length) throws NoNumber {
    int end = from + length;
    if ((block[from] & 0x80) != 0) {
      return binary(from, end);
    }
    int at = from;
    while (at < end && (block[at] == ' ' || block[at] == 0)) {
      at++;
    }
    long number = 0;
    while (at < end && block[at] >= '0' && block[at] <= '7') {
      number = number << 3 | (block[at++] - '0');
    }
    while (at < end && (block[at] == ' ' || block[at] == 0)) {
      at++;
    }
    if (at < end) {
      throw new NoNumber();
    }
    return number;
  }

  private long binary(int from, int end) throws NoNumber {
    boolean negative = (block[from] & 0x40) != 0;
    long number = negative ? -1 : 0;
    for (int i = from; i < end; i++) {
      int b = i == from ? (negative ? block[i] & 0xff : block[i] & 0x3f) : block[i] & 0xff;
      long next = number << 8 | b;
      if (next >> 8 != number) {
        throw new NoNumber();
      }
      number = next;
    }
    return number;
  }
}
