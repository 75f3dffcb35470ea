// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// How much is taken from an archive before it is given up.
///
/// @param saved bytes of the archive
/// @param spare bytes that it leaves free on the disk
/// @param entries files, folders and links of all layers together, and as many different paths
/// @param layers layers of the image
/// @param document bytes of one manifest, one configuration or one extended header
/// @param name bytes of one path or link target
/// @param unpacked bytes that one packed layer, or the archive itself, may unpack to
/// @param ratio how many times larger what is unpacked may be, once it is larger than [#FREE]
/// @param compared bytes read to compare the contents of files
public record Bounds(
    long saved,
    long spare,
    int entries,
    int layers,
    int document,
    int name,
    long unpacked,
    int ratio,
    long compared) {
  /// So much is unpacked at any ratio: a file of zeros is an ordinary thing in a lesson.
  public static final long FREE = 4L << 30;

  public static final Bounds USUAL =
      new Bounds(64L << 30, 1L << 30, 1_000_000, 1_000, 4 << 20, 4_096, 64L << 30, 200, 2L << 30);
}
