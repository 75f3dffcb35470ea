// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Entry;

/// Mode and owner as `ls -ln` prints them: "-rwxr-xr-x 0:0".
final class Rights {
  private static final String LETTERS = "rwxrwxrwx";

  private Rights() {}

  static String of(Entry entry) {
    StringBuilder text = new StringBuilder(24);
    text.append(
        switch (entry.kind()) {
          case FILE, HARD_LINK, WHITEOUT, OPAQUE -> '-';
          case FOLDER -> 'd';
          case SYMLINK -> 'l';
          case CHARACTER_DEVICE -> 'c';
          case BLOCK_DEVICE -> 'b';
          case FIFO -> 'p';
        });
    for (int i = 0; i < LETTERS.length(); i++) {
      boolean set = (entry.mode() & (0400 >> i)) != 0;
      text.append(set ? LETTERS.charAt(i) : '-');
    }
    special(text, 3, entry.mode() & 04000, 's');
    special(text, 6, entry.mode() & 02000, 's');
    special(text, 9, entry.mode() & 01000, 't');
    return text.append(' ').append(entry.uid()).append(':').append(entry.gid()).toString();
  }

  private static void special(StringBuilder text, int at, int bit, char letter) {
    if (bit != 0) {
      text.setCharAt(at, text.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
    }
  }
}
