// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

/// A recording's file: gzip of JSON lines, UTF-8. The first is the [Head], each other one a [Line],
/// the last one says that it is the last. What a newer version adds (kinds of lines, fields) older
/// ones pass over; what they could not do without raises `major`, and they refuse.
final class RecordingFormat {
  static final String NAME = "drydock-recording";
  static final int MAJOR = 1;
  static final int MINOR = 1;

  /// How large a file may be, packed and unpacked, and how long a line in it.
  static final long MOST_PACKED = 64L << 20;

  static final long MOST_UNPACKED = 192L << 20;
  static final int LONGEST_LINE = 16 << 20;
  static final int MOST_ENTRIES = 500_000;
  static final long MOST_CELLS = 20_000_000;

  private RecordingFormat() {}

  record Head(String format, int major, int minor, Recording.Header recording) {}
}
