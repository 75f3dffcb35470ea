// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The advance widths of a bundled font, read from the font file: tables `head`, `hhea`, `hmtx` and the Unicode part of
/// `cmap` (formats 4 and 12) of the OpenType specification. No kerning: a picture's text is never wider than this says.
enum FontFile {
  TEXT("Inter", 400, "Inter-Regular.ttf"),
  TEXT_SEMIBOLD("Inter", 600, "Inter-SemiBold.ttf"),
  TEXT_BOLD("Inter", 700, "Inter-Bold.ttf"),
  MONO("JetBrains Mono", 400, "JetBrainsMono-Regular.ttf"),
  MONO_BOLD("JetBrains Mono", 700, "JetBrainsMono-Bold.ttf");

  /// For characters that the font lacks: those come from a fallback font, and few are wider than they are high.
  private static final double UNKNOWN = 1.1;

  private final String family;
  private final int weight;
  private final String file;

  /// Filled by the constructor, never changed after.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<Integer, Double> advances = new HashMap<>();

  /// The same for what most text is made of.
  @SuppressWarnings("ImmutableEnumChecker")
  private final double[] frequent = new double[128];

  FontFile(String family, int weight, String file) {
    this.family = family;
    this.weight = weight;
    this.file = file;
    try (InputStream in = open()) {
      read(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Arrays.setAll(frequent, c -> advances.getOrDefault(c, UNKNOWN));
  }

  String family() {
    return family;
  }

  int weight() {
    return weight;
  }

  /// The font file itself.
  InputStream open() {
    return Objects.requireNonNull(
        FontFile.class.getResourceAsStream("/drydock/assets/fonts/" + file), file);
  }

  /// Width at size 1.
  double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += advance(c);
      i += Character.charCount(c);
    }
    return width;
  }

  /// Width of one character at size 1.
  double advance(int c) {
    return c < frequent.length ? frequent[c] : advances.getOrDefault(c, UNKNOWN);
  }

  private void read(ByteBuffer font) {
    Map<String, Integer> tables = new HashMap<>();
    int count = font.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      byte[] tag = new byte[4];
      font.get(entry, tag);
      tables.put(
          new String(tag, java.nio.charset.StandardCharsets.US_ASCII), font.getInt(entry + 8));
    }
    double unitsPerEm = unsigned(font, at(tables, "head") + 18);
    int metrics = unsigned(font, at(tables, "hhea") + 34);
    int hmtx = at(tables, "hmtx");
    glyphs(font, at(tables, "cmap"))
        .forEach(
            (character, glyph) ->
                advances.put(
                    character,
                    unsigned(font, hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm));
  }

  private static Map<Integer, Integer> glyphs(ByteBuffer font, int cmap) {
    Map<Integer, Integer> glyphs = new HashMap<>();
    int count = unsigned(font, cmap + 2);
    for (int i = 0; i < count; i++) {
      int table = cmap + font.getInt(cmap + 4 + 8 * i + 4);
      switch (unsigned(font, table)) {
        case 4 -> segments(font, table, glyphs);
        case 12 -> groups(font, table, glyphs);
        default -> {
          // variation selectors and other platforms' encodings
        }
      }
    }
    return glyphs;
  }

  private static void segments(ByteBuffer font, int table, Map<Integer, Integer> glyphs) {
    int twice = unsigned(font, table + 6);
    for (int i = 0; i < twice; i += 2) {
      int end = unsigned(font, table + 14 + i);
      int start = unsigned(font, table + 16 + twice + i);
      int delta = unsigned(font, table + 16 + 2 * twice + i);
      int offsetAt = table + 16 + 3 * twice + i;
      int offset = unsigned(font, offsetAt);
      for (int c = start; c <= end && c < 0xffff; c++) {
        int glyph =
            offset == 0 ? c + delta : unsigned(font, offsetAt + offset + 2 * (c - start)) + delta;
        glyphs.putIfAbsent(c, glyph & 0xffff);
      }
    }
  }

  private static void groups(ByteBuffer font, int table, Map<Integer, Integer> glyphs) {
    int count = font.getInt(table + 12);
    for (int i = 0; i < count; i++) {
      int group = table + 16 + 12 * i;
      int start = font.getInt(group);
      for (int c = start; c <= font.getInt(group + 4); c++) {
        glyphs.putIfAbsent(c, font.getInt(group + 8) + c - start);
      }
    }
  }

  private static int at(Map<String, Integer> tables, String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  private static int unsigned(ByteBuffer font, int at) {
    return font.getShort(at) & 0xffff;
  }
}
