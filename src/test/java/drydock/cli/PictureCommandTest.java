// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.RealEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PictureCommandTest {
  private static final EngineFinder NOWHERE =
      new EngineFinder(
          Map.of("DOCKER_HOST", "unix:///no/such.sock"), Path.of("none"), HostSystem.WINDOWS);

  @TempDir private Path folder = Path.of("set by JUnit");
  private Path dockerfile = folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeDockerfile() throws IOException {
    dockerfile =
        Files.writeString(
            folder.resolve("Dockerfile"), "FROM busybox:1.37\nWORKDIR /app\nCOPY . .\n");
  }

  @Test
  void withoutAFileThePictureIsToldInWords() {
    assertThat(build()).isZero();
    assertThat(out.toString())
        .startsWith("What will this build do")
        .contains("\nCOPY . ., not run yet, line 3\n", "leads to: image without a name");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theFilesNameChoosesTheFormat() throws IOException {
    Path svg = folder.resolve("a.svg");
    assertThat(build("-o", svg.toString())).isZero();
    assertThat(Files.readString(svg)).startsWith("<svg").doesNotContain("JetBrains");
    assertThat(build("-o", svg.toString(), "--editable-text", "--theme", "dark")).isZero();
    assertThat(Files.readString(svg)).contains("JetBrains", "#0d1117");

    Path pdf = folder.resolve("a.PDF");
    assertThat(build("-o", pdf.toString())).isZero();
    try (PDDocument read = Loader.loadPDF(Files.readAllBytes(pdf))) {
      assertThat(new PDFTextStripper().getText(read)).contains("WORKDIR /app");
    }

    Path png = folder.resolve("a.png");
    assertThat(build("-o", png.toString(), "--width", "700", "--scale", "1.5")).isZero();
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo((700 + 32) * 3 / 2);

    Path text = folder.resolve("a.txt");
    assertThat(build("-o", text.toString(), "--focus", "stage-0/2")).isZero();
    assertThat(Files.readString(text)).contains("in focus\n  WORKDIR /app");
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void standardOutputTakesPixelsToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code =
        new CommandLine(new PictureCommand(NOWHERE, bytes))
            .setOut(new PrintWriter(out))
            .execute("build", "--dockerfile", dockerfile.toString(), "--format", "png", "-o", "-");
    assertThat(code).isZero();
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())).getWidth())
        .isEqualTo(720 + 32);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wrongArgumentsAreSaid() {
    String[][] wrong = {
      {"cubes"},
      {"layers"},
      {"build", "-o", folder.resolve("a.jpg").toString()},
      {"build", "--scale", "0"},
      {"build", "--scale", "NaN"},
      {"build", "--scale", "101"},
      {"build", "--width", "1e9"},
      {"build", "--theme", "pink"},
      {"life", "--last", "soon"},
      {"build", "--format", "gif"}
    };
    for (String[] arguments : wrong) {
      err.getBuffer().setLength(0);
      assertThat(picture(NOWHERE, arguments)).as(String.join(" ", arguments)).isEqualTo(2);
      assertThat(err.toString()).contains("Usage: drydock picture").doesNotContain("Exception");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.jpg");
  }

  @Test
  void whatCannotBeDrawnOrWrittenIsSaid() throws IOException {
    assertThat(picture(NOWHERE, "build", "--dockerfile", folder + "/none")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no file");
    assertThat(picture(NOWHERE, "layers", "--image", "busybox")).isEqualTo(1);
    assertThat(err.toString()).contains("No container engine answers.");
    assertThat(build("--focus", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("no element nobody", "stage-0/3");
    assertThat(build("-o", folder.resolve("no/a.pdf").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("could not be written: its folder is not there");
    Path png = Files.writeString(folder.resolve("a.png"), "before");
    assertThat(build("-o", png.toString(), "--scale", "100")).isEqualTo(1);
    assertThat(err.toString()).contains("40 million", "Choose a scale of at most");
    assertThat(png).hasContent("before");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  @EngineTest
  void layersAreThoseOfTheEnginesImage() {
    EngineFinder finder =
        new EngineFinder(
            Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS);
    assertThat(picture(finder, "layers", "--image", "busybox:1.37")).isZero();
    String layer =
        RawDocker.get("/images/busybox:1.37/json").json().at("/RootFS/Layers/0").asText();
    // an engine tells the size of an imported layer, or does not
    String size = RawDocker.get("/images/busybox:1.37/history").json().at("/0/Size").asText();
    assertThat(out.toString())
        .contains("busybox:1.37 is one layer")
        .containsAnyOf("RootFS.Layers[0] = " + layer.substring(0, 19), "[0].Size = " + size);
    assertThat(picture(finder, "network")).isZero();
    assertThat(out.toString()).contains("Who can talk to whom?", "bridge: network of kind bridge");
    assertThat(picture(finder, "layers", "--image", "no-such-image-at-all")).isEqualTo(1);
    assertThat(err.toString()).contains("no-such-image-at-all").doesNotContain("Exception");
  }

  @Test
  @EngineTest
  void filesWasteAndContainersOfAnImageAreTold() {
    EngineFinder finder =
        new EngineFinder(
            Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS);
    try (RealEngine real = new RealEngine()) {
      String tag = real.name("cli") + ":1";
      real.build(
          tag,
          """
          FROM busybox:1.37
          RUN echo port=80 > /config && dd if=/dev/zero of=/b bs=1M count=5
          RUN rm /b
          """,
          Ownership.PLAIN.labels(Ownership.Kind.IMAGE));
      String id = real.foreign(tag, "touch /made; sleep 300", false);
      RealEngine.eventually(
          "it wrote",
          () -> RawDocker.get("/containers/" + id + "/changes").text().contains("/made"));
      assertThat(
              picture(
                  finder,
                  "layers",
                  "--image",
                  tag,
                  "--containers",
                  "--waste",
                  "--focus",
                  "layer:2",
                  "--files"))
          .as(err::toString)
          .isZero();
      assertThat(out.toString())
          .contains(
              "1 path",
              "‘RUN rm /b’ frees nothing: 5.2 MB of /b still lie in the layer of ‘RUN echo port=80",
              "Remove it in the same RUN that made it",
              "What layer 3 of 3 does",
              "− /b, removed");
      assertThat(picture(finder, "layers", "--image", tag, "--files")).isEqualTo(2);
      assertThat(err.toString()).contains("--focus layer:0", "up to layer:2");
      assertThat(picture(finder, "layers", "--image", tag, "--compare", "busybox:1.37")).isZero();
      assertThat(out.toString()).contains("have their lowest layer in common");
    }
  }

  @Test
  @EngineTest
  void livesAreThoseOfTheEnginesEvents() {
    EngineFinder finder =
        new EngineFinder(
            Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS);
    String name = "drydock-test-cli-" + UUID.randomUUID().toString().substring(0, 8);
    String id =
        RawDocker.post(
                "/containers/create?name=" + name,
                "{\"Image\":\"busybox:1.37\",\"Cmd\":[\"sh\",\"-c\",\"exit 9\"]}")
            .json()
            .path("Id")
            .asText();
    try {
      RawDocker.request("POST", "/containers/" + id + "/start", null);
      RawDocker.request("POST", "/containers/" + id + "/wait", null);
    } finally {
      RawDocker.delete("/containers/" + id + "?force=1");
    }
    assertThat(picture(finder, "life", "--last", "2m")).isZero();
    assertThat(out.toString())
        .contains(
            name + ": ended with exit code 9",
            "was removed",
            "Exit code 9: an error of its own.",
            "docker events --since")
        .doesNotContain("leads to");
  }

  private int build(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "build";
    all[1] = "--dockerfile";
    all[2] = dockerfile.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return picture(NOWHERE, all);
  }

  private int picture(EngineFinder finder, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "picture";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Cli.run(finder, new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
