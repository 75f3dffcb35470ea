// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineTest;
import drydock.engine.ExecResult;
import drydock.engine.docker.RealEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Drydock reads of an image that a real engine built and saved, beside what `tar` lists of the same layers and what
/// `find` sees in a container of the image.
@EngineTest
class ImageArchiveEngineTest {
  private static final String DOCKERFILE =
      """
      FROM %s AS base
      FROM base
      RUN mkdir -p /d/one/deep /d/two /e && echo a >/d/one/a && echo x >/d/one/deep/x \\
       && echo b >/d/two/b && echo c >/e/c && ln -s /e /link && ln /e/c /e/hard && mkfifo /e/fifo \\
       && head -c 300000 /dev/zero >/e/big && echo ü >"/e/grüße $(printf '%%0120d' 7)"
      RUN echo changed >/d/one/a && rm /d/two/b
      RUN chmod 600 /e/big
      RUN rm -rf /d/one && mkdir /d/one && echo new >/d/one/new
      RUN rm -rf /d/two
      RUN mkdir /f && mv /e/big /f/moved
      RUN chown 1000:1000 /e/c
      COPY --from=base /etc/passwd /twice
      RUN rm /twice
      COPY --from=base /etc/passwd /twice
      """
          .formatted(RealEngine.IMAGE);

  /// `-rw-r--r-- 0/0  9000 2026-01-02 03:04:05 etc/motd`
  private static final Pattern LISTED =
      Pattern.compile("(\\S+) (\\d+)/(\\d+)\\s+([\\d,]+) (\\S+ \\S+) (.*)");

  /// What an engine puts into a container, beside what is in the image.
  private static final Set<String> PUT_IN =
      Set.of("/.dockerenv", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab");

  @TempDir Path folder;
  private final RealEngine real = new RealEngine();
  private String image = "";

  @BeforeEach
  void build() {
    image = real.name("files");
    assertThat(real.build(image, DOCKERFILE, Map.of())).contains("moby.image.id");
  }

  @AfterEach
  void cleanUp() {
    real.close();
  }

  private ImageArchive archive() throws IOException {
    return ImageArchive.read(
        out -> real.engine.images().save(List.of(image), out), folder, Bounds.USUAL);
  }

  @Test
  void layersAreAsTarListsThem() throws IOException, InterruptedException {
    Path saved = folder.resolve("saved.tar");
    try (var out = Files.newOutputStream(saved)) {
      real.engine.images().save(List.of(image), out);
    }
    run("tar", "-xf", saved.toString(), "-C", folder.toString());
    JsonNode manifest =
        new ObjectMapper().readTree(folder.resolve("manifest.json").toFile()).path(0);
    try (ImageArchive archive = archive()) {
      assertThat(archive.layers()).hasSize(manifest.path("Layers").size()).hasSize(11);
      assertThat(archive.layers()).allMatch(Layer::present);
      assertThat(archive.names()).containsExactly(image + ":latest");
      for (Layer layer : archive.layers()) {
        Path blob = folder.resolve(manifest.path("Layers").path(layer.index()).asText());
        assertThat(lines(archive.files(layer.index())))
            .as("layer " + layer)
            .containsExactlyElementsOf(listed(blob));
      }
      assertThat(archive.layers().get(8).diffId())
          .as("the same layer twice, which old engines save as a link")
          .isEqualTo(archive.layers().get(10).diffId());
    }
  }

  @Test
  void theTopIsAsAContainerSeesIt() throws IOException {
    String id =
        real.engine
            .containers()
            .run(
                ContainerSpec.of(image, RealEngine.TESTS)
                    .name(real.name("top"))
                    .command("sleep", "600")
                    .build());
    ExecResult found =
        real.engine
            .containers()
            .execute(
                id,
                List.of("sh", "-c", "find / -xdev -exec stat -c '%a %u %g %F|%n|%s' {} +"),
                Duration.ofSeconds(60));
    assertThat(found.stderr()).isEmpty();
    try (ImageArchive archive = archive()) {
      FileTree top = archive.tree(archive.layers().size() - 1).only(Filter.SEEN);
      Set<String> seen = new TreeSet<>();
      for (FileNode node : FileTreeTest.nodes(top)) {
        seen.add(stat(archive, node));
      }
      Set<String> real = new TreeSet<>();
      for (String line : found.stdout().lines().toList()) {
        String path = line.split("\\|", 3)[1];
        boolean mounted =
            path.startsWith("/dev") || path.startsWith("/proc") || path.startsWith("/sys");
        if (!mounted && !path.equals("/") && !PUT_IN.contains(path)) {
          real.add(line.contains("directory|") ? line.substring(0, line.lastIndexOf('|')) : line);
        }
      }
      seen.removeIf(s -> s.matches(".*\\|/(dev|proc|sys)(\\|.*)?"));
      seen.removeIf(s -> PUT_IN.contains(s.split("\\|", 3)[1]));
      assertThat(seen).containsExactlyElementsOf(real);
    }
  }

  @Test
  void stepsDoWhatTheDockerfileSays() throws IOException {
    try (ImageArchive archive = archive()) {
      assertThat(changes(archive, 2)).containsExactly("CHANGED /d/one/a", "REMOVED /d/two/b");
      assertThat(changes(archive, 3)).containsExactly("CHANGED /e/big");
      assertThat(archive.tree(3).find("/e/big").orElseThrow().aspects())
          .containsExactly(Aspect.MODE);
      assertThat(changes(archive, 4))
          .contains(
              "ADDED /d/one/new",
              "REMOVED /d/one/a",
              "REMOVED /d/one/deep",
              "REMOVED /d/one/deep/x");
      assertThat(changes(archive, 5)).containsExactly("REMOVED /d/two");
      assertThat(changes(archive, 6))
          .containsExactly("REMOVED /e/big", "ADDED /f", "ADDED /f/moved");
      assertThat(changes(archive, 8)).containsExactly("ADDED /twice");
      assertThat(changes(archive, 9)).containsExactly("REMOVED /twice");
      assertThat(changes(archive, 10)).containsExactly("ADDED /twice");
      assertThat(archive.layers().get(5).createdBy()).contains("rm -rf /d/two");
      CoreDrill drill = archive.drill("/link/big");
      assertThat(drill.leadsTo()).isEqualTo("/e/big");
      assertThat(archive.drill("/e/big").layers().stream().map(s -> s.getClass().getSimpleName()))
          .containsExactly(
              "Nothing", "Added", "Nothing", "Changed", "Nothing", "Nothing", "Removed", "Nothing",
              "Nothing", "Nothing", "Nothing");
      assertThat(ImageArchiveTest.text(archive, 2, "/d/one/a")).isEqualTo("changed\n");
    }
  }

  @Test
  void wasteHasItsReasons() throws IOException {
    try (ImageArchive archive = archive()) {
      List<Waste> waste = archive.waste();
      assertThat(waste)
          .contains(
              new Waste.Retouched(
                  new Waste.Files(1, 3, "/e", 1, List.of("/e/big"), 300_000), Set.of(Aspect.MODE)),
              new Waste.Moved(
                  new Waste.Files(3, 6, "/e", 1, List.of("/e/big"), 300_000), "/f/moved"),
              new Waste.Overwritten(new Waste.Files(1, 2, "/d/one", 1, List.of("/d/one/a"), 2)),
              new Waste.Removed(new Waste.Files(1, 2, "/d/two", 1, List.of("/d/two/b"), 2), false));
    }
  }

  private static List<String> changes(ImageArchive archive, int layer) throws IOException {
    return FileTreeTest.nodes(archive.tree(layer).only(Filter.LAYER)).stream()
        .filter(n -> n.change() != Change.NONE)
        .filter(n -> !PUT_IN.contains(n.path()) && !n.path().matches("/(proc|sys|dev).*"))
        .map(n -> n.change() + " " + n.path())
        .toList();
  }

  private static String stat(ImageArchive archive, FileNode node) throws IOException {
    Entry entry = node.entry();
    if (entry.kind() == Kind.HARD_LINK) { // one more name of a file
      entry = archive.files(node.layer()).find(entry.target()).orElseThrow();
    }
    String kind =
        switch (entry.kind()) {
          case FILE -> entry.size() == 0 ? "regular empty file" : "regular file";
          case FOLDER -> "directory";
          case SYMLINK -> "symbolic link";
          case FIFO -> "fifo";
          case HARD_LINK, CHARACTER_DEVICE, BLOCK_DEVICE, WHITEOUT, OPAQUE -> "unexpected";
        };
    String size =
        switch (entry.kind()) {
          case FOLDER -> "";
          case SYMLINK -> "|" + entry.target().getBytes(StandardCharsets.UTF_8).length;
          case FILE, HARD_LINK, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO, WHITEOUT, OPAQUE ->
              "|" + entry.size();
        };
    return "%o %d %d %s|%s%s"
        .formatted(entry.mode(), entry.uid(), entry.gid(), kind, node.path(), size);
  }

  private static List<String> lines(LayerFiles files) {
    List<String> lines = new ArrayList<>();
    for (Entry e : files.entries()) {
      lines.add(
          "%s %d/%d %d %s %s%s"
              .formatted(
                  letter(e.kind()),
                  e.uid(),
                  e.gid(),
                  e.size(),
                  e.time(),
                  e.path(),
                  e.target().isEmpty() ? "" : " to " + e.target()));
    }
    return lines;
  }

  private static String letter(Kind kind) {
    return switch (kind) {
      case FILE, WHITEOUT, OPAQUE -> "-";
      case FOLDER -> "d";
      case SYMLINK -> "l";
      case HARD_LINK -> "h";
      case CHARACTER_DEVICE -> "c";
      case BLOCK_DEVICE -> "b";
      case FIFO -> "p";
    };
  }

  private List<String> listed(Path blob) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String line :
        run(
            "tar",
            "--numeric-owner",
            "--full-time",
            "--utc",
            "--quoting-style=literal",
            "-tvf",
            blob.toString())) {
      Matcher m = LISTED.matcher(line);
      assertThat(m.matches()).as(line).isTrue();
      String name = m.group(6);
      String target = "";
      for (String arrow : List.of(" -> ", " link to ")) {
        if (name.contains(arrow)) {
          String[] parts = name.split(arrow, 2);
          target = " to " + (arrow.equals(" -> ") ? "" : "/") + parts[1];
          name = parts[0];
        }
      }
      lines.add(
          "%s %s/%s %s %sZ %s%s"
              .formatted(
                  m.group(1).substring(0, 1),
                  m.group(2),
                  m.group(3),
                  m.group(4).contains(",") ? "0" : m.group(4),
                  m.group(5).replace(' ', 'T'),
                  plain(("/" + name).replaceFirst("^/\\./", "/").replaceFirst("(?<=.)/$", "")),
                  target.replaceFirst("^ to /\\./", " to /")));
    }
    return lines;
  }

  /// Markers are shown with the path that they speak of.
  private static String plain(String path) {
    return path.endsWith("/.wh..wh..opq")
        ? path.substring(0, path.lastIndexOf('/'))
        : path.replaceFirst("/\\.wh\\.([^/]*)$", "/$1");
  }

  private List<String> run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().toList();
  }
}
