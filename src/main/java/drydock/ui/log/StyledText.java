// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of text with the pieces of it that do not look plain. Packed, as hundreds of thousands are kept and few are
/// seen: fewer and smaller objects halve what the garbage collector has to move.
final class StyledText {
  private static final int[] NONE = {};

  /// Ints of a run: both ends, foreground with attributes, background.
  private static final int PER_RUN = 3;

  private static final int ATTRIBUTES_SHIFT = 26;
  private static final int COLOUR_MASK = (1 << ATTRIBUTES_SHIFT) - 1;

  private final String text;
  private final int[] packed;

  private StyledText(String text, int[] packed) {
    this.text = text;
    this.packed = packed;
  }

  /// @param to exclusive
  record Run(int from, int to, Style style) {}

  static StyledText plain(String text) {
    return new StyledText(text, NONE);
  }

  String text() {
    return text;
  }

  /// In order and without overlap.
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < packed.length; i += PER_RUN) {
      Style style =
          new Style(
              (packed[i + 1] & COLOUR_MASK) - 1,
              packed[i + 2] - 1,
              packed[i + 1] >>> ATTRIBUTES_SHIFT);
      runs.add(new Run(packed[i] >>> 16, (packed[i] & 0xffff) + 1, style));
    }
    return runs;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StyledText o && text.equals(o.text) && Arrays.equals(packed, o.packed);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text + runs();
  }

  /// Collects runs; may be used again for the next line.
  static final class Packer {
    private int[] buffer = new int[8 * PER_RUN];
    private int used;

    /// @param to exclusive, at most 65536
    void add(int from, int to, Style style) {
      if (used == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * used);
      }
      buffer[used++] = from << 16 | (to - 1);
      buffer[used++] = (style.foreground() + 1) | style.attributes() << ATTRIBUTES_SHIFT;
      buffer[used++] = style.background() + 1;
    }

    StyledText pack(String text) {
      StyledText packed = new StyledText(text, used == 0 ? NONE : Arrays.copyOf(buffer, used));
      used = 0;
      return packed;
    }
  }
}
