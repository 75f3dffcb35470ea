// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Reads one protobuf message field by field, as far as BuildKit's trace needs it. Nothing is copied twice and nothing is
/// allocated that the message does not hold, so a message can cost no more than its own size.
final class ProtoReader {
  /// In seconds; beyond what is [Times#plausible], and not beyond what can be calculated with.
  private static final long FAR = 1L << 40;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int wireType;

  ProtoReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ProtoReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /// Goes to the next field; false after the last. Its value must be read or skipped.
  boolean next() throws IOException {
    if (at == end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    return true;
  }

  int field() {
    return field;
  }

  /// The value of an integer or boolean field; 0 when the field is of another type.
  long number() throws IOException {
    if (wireType == 0) {
      return varint();
    }
    skip();
    return 0;
  }

  /// The value of a string field.
  String text() throws IOException {
    ProtoReader value = message();
    return new String(bytes, value.at, value.end - value.at, StandardCharsets.UTF_8);
  }

  /// The value of a bytes field.
  byte[] binary() throws IOException {
    ProtoReader value = message();
    return java.util.Arrays.copyOfRange(bytes, value.at, value.end);
  }

  /// The value of a message field; an empty one when the field is of another type.
  ProtoReader message() throws IOException {
    if (wireType != 2) {
      skip();
      return new ProtoReader(bytes, at, at);
    }
    long length = varint();
    if (length < 0 || length > end - at) {
      throw new IOException("a field is longer than its message");
    }
    int from = at;
    at += (int) length;
    return new ProtoReader(bytes, from, at);
  }

  /// The value of a `google.protobuf.Timestamp` field.
  Instant time() throws IOException {
    ProtoReader value = message();
    long seconds = 0;
    long nanos = 0;
    while (value.next()) {
      switch (value.field) {
        case 1 -> seconds = value.number();
        case 2 -> nanos = value.number();
        default -> value.skip();
      }
    }
    Instant at = Instant.ofEpochSecond(Math.clamp(seconds, -FAR, FAR), nanos);
    if (!Times.plausible(at)) {
      throw new IOException("a time that cannot be");
    }
    return at;
  }

  void skip() throws IOException {
    switch (wireType) {
      case 0 -> varint();
      case 1 -> forward(8);
      case 2 -> message();
      case 5 -> forward(4);
      default -> throw new IOException("an unknown wire type, " + wireType);
    }
  }

  private void forward(int count) throws IOException {
    if (count > end - at) {
      throw new IOException("a message ends in the middle of a field");
    }
    at += count;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (at == end) {
        throw new IOException("a message ends in the middle of a number");
      }
      byte b = bytes[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IOException("a number has too many digits");
  }
}
