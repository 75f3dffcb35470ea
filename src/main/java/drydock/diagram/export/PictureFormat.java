// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// The files that a picture can become. All writers take the same scene and need no display.
public enum PictureFormat {
  SVG("svg"),
  PNG("png"),
  PDF("pdf"),
  /// The picture in words, for screen readers: see [TextTwin].
  TEXT("txt");

  /// The largest [Look#scale]; a PNG stops earlier, at its number of pixels.
  public static final double LARGEST_SCALE = 100;

  private final String extension;

  PictureFormat(String extension) {
    this.extension = extension;
  }

  /// What a picture shall look like as a file; nothing of it matters to a text.
  ///
  /// @param scale pixels, or points in a PDF, for each pixel of the scene: above 0, at most
  ///   [#LARGEST_SCALE]
  /// @param editable whether the text of an SVG stays text in named fonts, instead of outlines that
  ///   look the same everywhere
  public record Look(Palette palette, double scale, boolean editable) {
    public Look {
      if (!(scale > 0 && scale <= LARGEST_SCALE)) {
        throw new IllegalArgumentException("scale " + scale);
      }
    }

    public static Look of(Palette palette) {
      return new Look(palette, 1, false);
    }

    public Look scaled(double by) {
      return new Look(palette, by, editable);
    }
  }

  /// Without the dot.
  public String extension() {
    return extension;
  }

  /// The format that a file's name asks for.
  ///
  /// @throws ExportException when there is none
  public static PictureFormat of(Path file) throws ExportException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> name.endsWith("." + f.extension))
        .findFirst()
        .orElseThrow(() -> new ExportException(Messages.get("export.unknownFormat", file)));
  }

  /// Does not close `out`.
  ///
  /// @throws ExportException when the picture would be too large in this format
  public void write(Scene scene, Look look, OutputStream out) throws IOException {
    switch (this) {
      case SVG -> out.write(utf8(svg(scene, look)));
      case PNG -> PngWriter.write(scene, look.palette(), look.scale(), out);
      case PDF -> PdfWriter.write(scene, look.palette(), look.scale(), out);
      case TEXT -> out.write(utf8(TextTwin.of(scene)));
    }
  }

  private static String svg(Scene scene, Look look) throws IOException {
    return look.editable()
        ? SvgWriter.editable(scene, look.palette(), look.scale())
        : SvgWriter.outlined(scene, look.palette(), look.scale());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
