// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.archive.LayerTar;
import drydock.archive.SavedImages;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesCommandTest {
  @TempDir private Path folder = Path.of("set by JUnit");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static EngineFinder at(String host) {
    return new EngineFinder(Map.of("DOCKER_HOST", host), Path.of("none"), HostSystem.WINDOWS);
  }

  private int run(EngineFinder finder, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "image";
    all[1] = "files";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Cli.run(finder, new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private int look(String... more) throws IOException {
    Path file = folder.resolve("app.tar");
    byte[] saved =
        SavedImages.docker24(
            SavedImages.tars(
                new LayerTar()
                    .folder("etc")
                    .file("etc/motd", "welcome")
                    .file("etc/big", "x".repeat(4_000))
                    .symlink("link", "etc"),
                new LayerTar()
                    .file("etc/motd", "hello")
                    .whiteout("etc/big")
                    .file("bad\u001b[31mname", "")));
    Files.write(file, saved);
    String[] arguments = new String[more.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return run(at("unix:///no/such.sock"), arguments);
  }

  @Test
  void layersInATable() throws IOException {
    assertThat(look()).isZero();
    assertThat(out.toString())
        .startsWith("app:1 (linux/amd64): 2 layers, saved as ")
        .contains(
            """
                 SAVED   PACKED  ADDED  CHANGED  REMOVED  CREATED BY
              1  7.7 kB  plain   3      0        0        RUN step 0
              2  3.1 kB  plain   1      1        1        RUN step 1
            """);
  }

  @Test
  void whatOneLayerDoes() throws IOException {
    assertThat(look("--layer", "2")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            A -0644     0:0              0  /bad?[31mname
            D -0644     0:0           4000  /etc/big
            C -0644     0:0              5  /etc/motd (content)
            """);
    assertThat(look("--layer", "3")).isEqualTo(2);
    assertThat(err.toString()).startsWith("There is no layer 3: the image has 2 layers.");
  }

  @Test
  void oneThroughAllLayers() throws IOException {
    assertThat(look("--path", "link/motd")).isZero();
    assertThat(out.toString()).startsWith("/link/motd leads to /etc/motd");
    assertThat(look("--path", "/etc/motd")).isZero();
    assertThat(out.toString())
        .contains(
            """
                 1  A -0644     0:0              7  /etc/motd            RUN step 0
              *  2  C -0644     0:0              5  /etc/motd (content)  RUN step 1
            """);
  }

  @Test
  void waste() throws IOException {
    assertThat(look("--waste")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            2 cases of waste, 4.0 kB
              4.0 kB  of layer 1, removed by layer 2      /etc/big   1 file
              7 B     of layer 1, overwritten by layer 2  /etc/motd  1 file
            """);
  }

  @Test
  void json() throws IOException {
    assertThat(look("--waste", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/layers/1/presence/is").asText()).isEqualTo("Present");
    assertThat(json.at("/waste/0/why").asText()).isEqualTo("Removed");
    assertThat(json.at("/waste/0/files/paths/0").asText()).isEqualTo("/etc/big");
    out.getBuffer().setLength(0);
    assertThat(look("--path", "/etc/big", "--json")).isZero();
    json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/drill/layers/0/says").asText()).isEqualTo("Added");
    assertThat(json.at("/drill/layers/1/says").asText()).isEqualTo("Removed");
    out.getBuffer().setLength(0);
    assertThat(look("--layer", "2", "--json")).isZero();
    json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/files").size()).isEqualTo(3);
    assertThat(json.at("/files/2/aspects/0").asText()).isEqualTo("CONTENT");
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("x.tar"), "no archive");
    assertThat(run(at("unix:///no/such.sock"), file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("The archive is not a tar archive. Save the image again.\n");
    assertThat(run(at("unix:///no/such.sock"), "app:1")).isEqualTo(1);
    assertThat(err.toString()).contains("No container engine answers.");
  }

  @Test
  @EngineTest
  void anImageOfTheEngines() {
    assertThat(run(at(RawDocker.HOST), RealEngine.IMAGE, "--path", "/bin/sh")).isZero();
    assertThat(out.toString()).contains("/bin/sh");
    assertThat(run(at(RawDocker.HOST), "no-such-image")).isEqualTo(1);
    assertThat(err.toString()).contains("no-such-image");
  }
}
