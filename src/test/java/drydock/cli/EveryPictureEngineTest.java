// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.RealEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All kinds of pictures in all formats, of an engine and of its recording, with one element in
/// focus.
@EngineTest
class EveryPictureEngineTest {
  @TempDir private Path folder = Path.of("set by JUnit");
  private final RealEngine real = new RealEngine();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void something() throws IOException {
    real.ours("sleep 600");
    Files.writeString(folder.resolve("Dockerfile"), "FROM busybox:1.37\nRUN true\n");
  }

  @AfterEach
  void close() {
    real.close();
  }

  @Test
  void ofAnEngine() throws IOException {
    for (PictureKind kind : PictureKind.values()) {
      inAllFormats(kind, List.of());
    }
  }

  @Test
  void ofItsRecording() throws IOException {
    Path file = folder.resolve("it.drydock-recording");
    assertThat(run("record", "--for", "3s", "-o", file.toString())).as(err.toString()).isZero();
    for (PictureKind kind : PictureKind.values()) {
      inAllFormats(kind, List.of("--recording", file.toString()));
    }
    assertThat(picture(PictureKind.life, "--recording", file.toString(), "--at", "+1s")).isZero();
  }

  private void inAllFormats(PictureKind kind, List<String> source) throws IOException {
    List<String> more = new ArrayList<>(source);
    more.addAll(List.of("--focus", "nobody"));
    assertThat(picture(kind, more.toArray(String[]::new))).isEqualTo(1);
    assertThat(err.toString()).contains("The picture has no element nobody. Its elements: ");
    String id = err.toString().replaceFirst("(?s).*Its elements: (\\S+).*", "$1");
    more.set(more.size() - 1, id);
    for (PictureCommand.Format format : PictureCommand.Format.values()) {
      Path file = folder.resolve(kind + "." + format);
      List<String> arguments = new ArrayList<>(more);
      arguments.addAll(List.of("--editable-text", "-o", file.toString()));
      assertThat(picture(kind, arguments.toArray(String[]::new))).as(kind + " " + err).isZero();
      String text = text(format, file);
      String command = kind == PictureKind.build ? "docker build" : "docker ";
      assertThat(text).as(kind + " " + format).contains(command);
    }
  }

  private static String text(PictureCommand.Format format, Path file) throws IOException {
    return switch (format) {
      case svg -> {
        String svg = Files.readString(file);
        assertThat(svg).contains("id=\"focus\"");
        yield svg;
      }
      case txt -> {
        String words = Files.readString(file);
        assertThat(words).contains("in focus\n");
        yield words;
      }
      case pdf -> {
        try (PDDocument read = Loader.loadPDF(Files.readAllBytes(file))) {
          yield new PDFTextStripper().getText(read);
        }
      }
      case png -> {
        assertThat(ImageIO.read(file.toFile()).getHeight()).isGreaterThan(60);
        yield "docker build";
      }
    };
  }

  private int picture(PictureKind kind, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "picture",
                kind.name(),
                "--image",
                RealEngine.IMAGE,
                "--dockerfile",
                folder.resolve("Dockerfile").toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    EngineFinder finder =
        new EngineFinder(
            Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS);
    return Cli.run(
        finder, folder, new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
  }
}
