// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.TextStyle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Text as outlines from the bundled font files, so that it looks the same on every machine. What
/// those fonts lack comes from the system's, if it has any ([Substitute]). Not for two threads at
/// once; to be closed.
final class Lettering implements Closeable {
  private final Map<String, TrueTypeFont> fonts = new HashMap<>();
  private final Map<String, Substitute> substitutes = new HashMap<>();

  /// A stretch of a line that one font can draw.
  ///
  /// @param bundled whether that is the style's own font
  record Run(String text, boolean bundled) {}

  /// The font of a style; closed together with this.
  TrueTypeFont font(TextStyle style) throws IOException {
    String face = style.family() + " " + style.weight();
    TrueTypeFont font = fonts.get(face);
    if (font == null) {
      try (InputStream in = style.openFont()) {
        font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      }
      fonts.put(face, font);
    }
    return font;
  }

  /// `text` without control characters, cut where the font changes. A space between two words that
  /// the font lacks belongs to them: they may be written from right to left.
  List<Run> runs(TextStyle style, String text) throws IOException {
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    StringBuilder spaces = new StringBuilder();
    boolean bundled = true;
    for (int c : clean(text)) {
      if (c == ' ' && !bundled) {
        spaces.append(' ');
        continue;
      }
      boolean has = has(style, c);
      if (has != bundled && !run.isEmpty()) {
        runs.add(new Run(run.toString(), bundled));
        run.setLength(0);
      }
      run.append(spaces).appendCodePoint(c);
      spaces.setLength(0);
      bundled = has;
    }
    if (!run.isEmpty()) {
      runs.add(new Run(run.toString(), bundled));
    }
    return runs;
  }

  double width(TextStyle style, String text) throws IOException {
    double width = 0;
    for (Run run : runs(style, text)) {
      width += width(style, run);
    }
    return width;
  }

  double width(TextStyle style, Run run) throws IOException {
    return run.bundled() ? style.width(run.text()) : substitute(style, run).width() * style.size();
  }

  /// From the left end of the base line, y grows downwards.
  Path2D outline(TextStyle style, String text) throws IOException {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (Run run : runs(style, text)) {
      all.append(
          outline(style, run).getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
      x += width(style, run);
    }
    return all;
  }

  Path2D outline(TextStyle style, Run run) throws IOException {
    if (!run.bundled()) {
      return new Path2D.Double(
          substitute(style, run).outline(),
          AffineTransform.getScaleInstance(style.size(), style.size()));
    }
    TrueTypeFont font = font(style);
    double unit = style.size() / font.getUnitsPerEm();
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (int c : run.text().codePoints().toArray()) {
      int glyph = font.getUnicodeCmapLookup().getGlyphId(c);
      GlyphData data = font.getGlyph().getGlyph(glyph);
      if (data != null) {
        path.append(
            data.getPath().getPathIterator(new AffineTransform(unit, 0, 0, -unit, x, 0)), false);
      }
      x += font.getAdvanceWidth(glyph) * unit;
    }
    return path;
  }

  /// Kept, since setting a text in a system's font takes long.
  private Substitute substitute(TextStyle style, Run run) {
    return substitutes.computeIfAbsent(
        style + " " + run.text(), _ -> Substitute.of(style, run.text()));
  }

  private boolean has(TextStyle style, int c) throws IOException {
    return font(style).getUnicodeCmapLookup().getGlyphId(c) != 0;
  }

  /// Halves of pairs stand for nothing, control characters have no look.
  private static int[] clean(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
        .toArray();
  }

  @Override
  public void close() throws IOException {
    for (TrueTypeFont font : fonts.values()) {
      font.close();
    }
  }
}
