// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.export.SvgWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares pictures with the SVGs that were looked at and found good. `-Dgolden=write` writes them
/// anew; look at the difference before it is committed.
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/drydock/diagram/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));

  private Golden() {}

  /// @param name of the file, without its ending
  public static void check(String name, Scene scene) {
    String svg = SvgWriter.write(scene, Palette.LIGHT);
    Path file = FOLDER.resolve(name + ".svg");
    try {
      if (WRITE) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, svg);
      }
      assertThat(file).as("no picture was ever looked at; run with -Dgolden=write").exists();
      assertThat(svg).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
