// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// What an entry of a layer is.
public enum Kind {
  FILE,
  FOLDER,
  SYMLINK,
  /// One more name of a file of the same layer, without bytes of its own.
  HARD_LINK,
  CHARACTER_DEVICE,
  BLOCK_DEVICE,
  FIFO,
  /// Not a file: removes a path of the layers below (`.wh.NAME`).
  WHITEOUT,
  /// Not a file: hides everything that the layers below have in a folder (`.wh..wh..opq`).
  OPAQUE;

  private static final Kind[] ALL = values();

  static Kind of(int code) {
    return ALL[code];
  }

  /// A small number, for columns of them.
  int code() {
    return switch (this) {
      case FILE -> 0;
      case FOLDER -> 1;
      case SYMLINK -> 2;
      case HARD_LINK -> 3;
      case CHARACTER_DEVICE -> 4;
      case BLOCK_DEVICE -> 5;
      case FIFO -> 6;
      case WHITEOUT -> 7;
      case OPAQUE -> 8;
    };
  }

  /// Whether it speaks of what lies below instead of being there itself.
  public boolean marker() {
    return this == WHITEOUT || this == OPAQUE;
  }
}
