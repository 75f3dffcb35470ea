// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What an extended header says of the entry that follows it; null, or `NONE`, where it says nothing.
final class PaxRecords {
  static final long NONE = Long.MIN_VALUE;

  byte @Nullable [] path;
  byte @Nullable [] link;
  long size = NONE;
  long realSize = NONE;
  long owner = NONE;
  long group = NONE;
  long time = NONE;
  boolean sparse;

  /// A number that is the same for the same extended attributes; 0 for none.
  int attributes;

  /// Takes over the records `LENGTH KEY=VALUE\n` of an extended header.
  ///
  /// @return whether they could be read
  boolean read(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && bytes[at] != 0) {
      int space = at;
      int length = 0;
      while (space < bytes.length && bytes[space] >= '0' && bytes[space] <= '9' && length < 1e8) {
        length = length * 10 + bytes[space++] - '0';
      }
      int end = at + length;
      if (space >= bytes.length
          || bytes[space] != ' '
          || length <= space - at + 2
          || end > bytes.length
          || bytes[end - 1] != '\n'
          || !record(bytes, space + 1, end - 1)) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private boolean record(byte[] bytes, int from, int to) {
    int equals = from;
    while (equals < to && bytes[equals] != '=') {
      equals++;
    }
    if (equals == to) {
      return false;
    }
    String key = new String(bytes, from, equals - from, StandardCharsets.UTF_8);
    byte[] value = Arrays.copyOfRange(bytes, equals + 1, to);
    try {
      take(key, value);
    } catch (NumberFormatException e) {
      return false;
    }
    return true;
  }

  private void take(String key, byte[] value) {
    switch (key) {
      case "path", "GNU.sparse.name" -> path = value;
      case "linkpath" -> link = value;
      case "size" -> size = number(value);
      case "GNU.sparse.realsize", "GNU.sparse.size" -> realSize = number(value);
      case "uid" -> owner = number(value);
      case "gid" -> group = number(value);
      case "mtime" -> time = number(value);
      default -> {
        sparse |= key.startsWith("GNU.sparse.");
        if (key.startsWith("SCHILY.xattr.") || key.startsWith("LIBARCHIVE.xattr.")) {
          attributes += 31 * key.hashCode() + Arrays.hashCode(value) | 1; // in any order
        }
      }
    }
    sparse |= realSize != NONE;
  }

  /// A fraction of a second is dropped, towards the past.
  private static long number(byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    int dot = text.indexOf('.');
    if (dot < 0) {
      return Long.parseLong(text);
    }
    long whole = Long.parseLong(text.substring(0, dot));
    return text.startsWith("-") ? whole - 1 : whole;
  }
}
