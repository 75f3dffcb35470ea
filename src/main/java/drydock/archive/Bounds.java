// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// How much is taken from an archive before it is given up.
///
/// @param entries files, folders and links of all layers together, and as many different paths
/// @param layers layers of the image
/// @param document bytes of one manifest, one configuration or one extended header
/// @param name bytes of one path or link target
/// @param compared bytes read to compare the contents of files
public record Bounds(
    Saved saved,
    Unpacked unpacked,
    int entries,
    int layers,
    int document,
    int name,
    long compared) {
  public static final Bounds USUAL =
      new Bounds(
          new Saved(64L << 30, 1L << 30),
          new Unpacked(64L << 30, 4L << 30, 200),
          1_000_000,
          1_000,
          4 << 20,
          4_096,
          2L << 30);

  /// @param most bytes of the archive
  /// @param spare bytes that it leaves free on the disk
  public record Saved(long most, long spare) {}

  /// What one packed layer, or the archive itself, may unpack to.
  ///
  /// @param most bytes
  /// @param free bytes at any ratio: a file of zeros is an ordinary thing in a lesson
  /// @param ratio how many times larger it may be, once it is larger than that
  public record Unpacked(long most, long free, int ratio) {}
}
