// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.lesson.Lesson;
import drydock.lesson.Pack;
import drydock.lesson.PackFile;
import drydock.lesson.Prediction;
import drydock.lesson.Step;
import drydock.lesson.StepGoal;
import drydock.lesson.goal.Goal;
import drydock.markup.Block;
import drydock.markup.Inline;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackReaderTest {
  @TempDir Path temp;

  @Test
  void readsAWholePack() {
    Pack pack = Objects.requireNonNull(new SamplePack(temp).read().pack());
    assertThat(pack.title()).isEqualTo("Sample");
    Lesson lesson = pack.lessons().getFirst();
    assertThat(lesson.id()).isEqualTo("one");
    assertThat(lesson.image()).isEqualTo("one:dev");
    assertThat(lesson.intro())
        .containsExactly(new Block.Paragraph(List.of(new Inline.Text("Welcome."))));
    assertThat(lesson.files()).containsOnlyKeys("Dockerfile", "app/main.txt");
    Step first = lesson.steps().getFirst();
    assertThat(first.title()).isEqualTo("First");
    assertThat(first.picture()).isEqualTo("layers");
    assertThat(first.hints()).hasSize(1);
    assertThat(first.why()).hasSize(1);
    assertThat(first.text()).hasSize(1);
    assertThat(first.goals().getFirst().sentence()).isEqualTo("It is there");
    assertThat(first.goals().getFirst().goal()).isEqualTo(new Goal.ImageExists("one:dev"));
    Step second = lesson.steps().get(1);
    assertThat(lesson.filesAt(second))
        .containsEntry("Dockerfile", new PackFile("FROM busybox:1.37\n".getBytes(UTF_8)));
    assertThat(lesson.filesAt(second)).containsKey("app/main.txt");
  }

  @Test
  void theBundledPacksAreSound() {
    for (PackReading reading : PackReader.bundled()) {
      assertThat(reading.problems()).isEmpty();
      assertThat(Objects.requireNonNull(reading.pack()).lessons())
          .extracting(Lesson::id)
          .contains("first-dockerfile");
    }
  }

  @Test
  void everyGoalKindCanBeWritten() {
    String goals =
        """
        image: one:dev
        steps:
          - id: first
            kind: break
            predict: {when: built, choices: {a: {kind: build-succeeded}, b: {kind: not, goal: {kind: build-succeeded}}}}
            goals:
              - {id: built, kind: image, image: "a:1"}
              - {id: g1, kind: image-setting, image: "a:1", env: {name: A, value: b}, mode: edge}
              - {id: g2, kind: image-setting, image: "a:1", workdir: /x, after: g1}
              - {id: g3, kind: image-setting, image: "a:1", user: me}
              - {id: g4, kind: image-size, image: "a:1", bytes: 1000}
              - {id: g5, kind: layers-added, image: "a:1", base: "b:1", count: {max: 2}}
              - {id: g6, kind: container-runs, image: "a:1"}
              - {id: g7, kind: container-exited, image: "a:1", code: 137}
              - {id: g8, kind: build-failed, code: 3, says: "no", steps-ran: {min: 1}}
              - {id: g9, kind: step, instruction: RUN x, status: cached}
              - {id: g10, kind: any, of: [{kind: build-succeeded}, {kind: instruction, instruction: run, words: [a]}]}
            solve:
              - {write: Dockerfile, content: x}
              - {build: "one:dev"}
              - {run: "one:dev"}
          - id: second
            kind: read
        """;
    SamplePack pack =
        new SamplePack(temp)
            .write("010-one/steps.yaml", goals)
            .change(
                "010-one/lesson.md",
                "```why",
                "```predict\nWhat?\n\n- `a` This\n- `b` That\n```\n\n```why");
    PackReading reading = pack.read();
    assertThat(reading.problems()).isEmpty();
    Step step = Objects.requireNonNull(reading.pack()).lessons().getFirst().steps().getFirst();
    assertThat(step.goals())
        .extracting(StepGoal::goal)
        .contains(
            new Goal.LayersAdded("a:1", "b:1", new Goal.Count(0, 2)),
            new Goal.BuildFailed(3, "no", new Goal.Count(1, Integer.MAX_VALUE)),
            new Goal.StepEnded("RUN x", drydock.engine.BuildState.Status.CACHED),
            new Goal.AnyOf(
                List.of(
                    new Goal.BuildSucceeded(),
                    new Goal.HasInstruction("Dockerfile", "RUN", List.of("a")))));
    assertThat(Objects.requireNonNull(step.prediction()).choices())
        .extracting(Prediction.Choice::text)
        .containsExactly("This", "That");
    assertThat(step.solution()).hasSize(3);
  }

  @Test
  void mistakesAreNamedWithTheirLine() {
    SamplePack pack = new SamplePack(temp);
    pack.change("pack.yaml", "title: Sample", "titel: Sample")
        .change("pack.yaml", "1.0.0", "one")
        .change("pack.yaml", "busybox:1.37", "busybox:latest")
        .change("010-one/lesson.md", "minutes: 5", "minutes: five")
        .change("010-one/lesson.md", "{#second}", "{#third}")
        .change("010-one/lesson.md", "goal built", "goal bilt")
        .change("010-one/steps.yaml", "kind: do", "kind: dance")
        .change("010-one/steps.yaml", "kind: image,", "kind: imagee,");
    assertThat(pack.problems())
        .containsExactlyInAnyOrder(
            "pack.yaml:1:1: The field \"title\" is missing.",
            "pack.yaml:3:10: The field \"version\" is \"one\"; it must be a version such as"
                + " \"1.0.0\".",
            "pack.yaml:4:1: There is no field \"titel\" here. Known: schema, id, version, title,"
                + " summary, authors, licence, minimumApp, images, locales, requires, cover, paths,"
                + " translations, lessons.",
            "pack.yaml:9:10: The field \"images\" is \"busybox:latest\"; it must be pinned by a tag"
                + " other than \"latest\", or by its digest.",
            "010-one/lesson.md:4:10: The field \"minutes\" must be a whole number from 1 to 240.",
            "010-one/lesson.md:10:1: There is no goal \"bilt\" in this step.",
            "010-one/lesson.md:26:1: The step \"third\" is not in steps.yaml.",
            "010-one/steps.yaml:4:11: The field \"kind\" is \"dance\"; it must be one of: do, read,"
                + " predict, break, quiz.",
            "010-one/steps.yaml:7:27: There is no kind of goal \"imagee\". Known: image,"
                + " image-setting, layers-added, image-size, image-file, container,"
                + " container-runs, container-exited, container-file, shares, network, resolves,"
                + " http, volume, volume-file, instruction, dockerfile-stages, no-finding,"
                + " build-succeeded, build-failed, step, script, all, any, not.",
            "010-one/steps.yaml:3:5: A step of this kind needs a goal; only \"read\" and \"quiz\""
                + " do without.",
            "010-one/steps.yaml:8:9: The step \"second\" has no heading \"## Title {#second}\" in"
                + " lesson.md.");
  }

  @Test
  void idsAreUnique() {
    SamplePack pack = new SamplePack(temp);
    pack.change("010-one/lesson.md", "{#second}", "{#first}")
        .change("010-one/steps.yaml", "id: second", "id: first");
    assertThat(pack.problems())
        .containsExactlyInAnyOrder(
            "010-one/lesson.md:26:1: The id \"first\" is used twice.",
            "010-one/steps.yaml:8:9: The id \"first\" is used twice.");
  }

  @Test
  void anythingThatIsNotAPackIsRefusedWithASentence() throws IOException {
    assertThat(PackReader.read(temp.resolve("nowhere")).problems())
        .extracting(PackProblem::sentence)
        .containsExactly(
            "This is neither a folder nor a file; a pack is read from its folder or its .drydock"
                + " file.");
    assertThat(PackReader.read(Files.createDirectory(temp.resolve("empty"))).problems())
        .extracting(PackProblem::toString)
        .containsExactly("pack.yaml: This file is missing.");
  }

  @Test
  void aPackInAJarIsReadToo() throws Exception {
    Path jar = temp.resolve("app with blank.jar");
    Path classes = Path.of("target", "classes");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    String[] libraries = System.getProperty("java.class.path").split(java.io.File.pathSeparator);
    URL[] urls =
        Stream.concat(
                Stream.of(jar),
                Stream.of(libraries).map(Path::of).filter(p -> p.toString().endsWith(".jar")))
            .map(PackReaderTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> reader = loader.loadClass(PackReader.class.getName());
      Object readings = reader.getMethod("bundled").invoke(null);
      assertThat(reader.getProtectionDomain().getCodeSource().getLocation().toString())
          .endsWith(".jar");
      assertThat(readings.toString()).contains("first-dockerfile").contains("problems=[]");
    }
  }

  private static URL url(Path path) {
    try {
      URI uri = path.toUri();
      return uri.toURL();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
