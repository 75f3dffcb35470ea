// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePackTest {
  @TempDir Path temp;

  @Test
  void anchorsAndAliasesAreRefusedBeforeTheyExplode() {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, before))));
    }
    pack.write("pack.yaml", bomb.toString());
    assertThat(pack.problems())
        .containsExactly(
            "pack.yaml:1:5: Anchors (&) and aliases (*) are not allowed in packs; write the value"
                + " out.");
    pack.write("pack.yaml", SamplePack.MANIFEST.replace("title: Sample", "title: *x"));
    assertThat(pack.problems().getFirst()).startsWith("pack.yaml:4:8: Anchors");
  }

  @Test
  void hugeAndDeepYamlIsRefused() {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    pack.write("pack.yaml", "title: " + "x".repeat(300_000));
    assertThat(pack.problems().getFirst()).startsWith("pack.yaml: This is larger than 262.1 kB");
    pack.write("pack.yaml", "title: " + "[".repeat(10_000));
    assertThat(pack.problems()).hasSize(1);
    pack.write("pack.yaml", "title: [" + "a,".repeat(60_000) + "a]");
    assertThat(pack.problems())
        .containsExactly(
            "pack.yaml:1:40005: This file is nested too deep or holds too many values.");
    pack.write("pack.yaml", SamplePack.MANIFEST.replace("A sample.", "s".repeat(5_000)));
    assertThat(pack.problems())
        .containsExactly(
            "pack.yaml:5:10: The field \"summary\" must be a text of at most 4,000 characters; put"
                + " numbers in quotes.");
  }

  @Test
  void yamlTagsMakeNoObjects() {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    pack.change(
        "pack.yaml",
        "title: Sample",
        "title: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]");
    assertThat(pack.problems().getFirst()).contains("The field \"title\" must be a text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../other",
        "/etc",
        "010-one/../../x",
        "..",
        "C:\\x",
        "\\\\server\\share",
        "010-one\\x",
        "010-ONE"
      })
  void aLessonFolderCannotLieElsewhere(String folder) {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    pack.write("pack.yaml", SamplePack.MANIFEST.replace("[010-one]", "['" + folder + "']"));
    assertThat(pack.problems().getFirst()).contains("must be named like");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x.png", "/x.png", "https://example.org/x.png", "a\\b.png", "steps.yaml"})
  void aPictureCannotLieElsewhere(String path) {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    pack.change("010-one/lesson.md", "Do *it*.", "![x](<" + path + ">)");
    assertThat(pack.problems())
        .containsExactly(
            "010-one/lesson.md:12:1: The picture \""
                + path.replace("\\b", "\\b")
                + "\" must be a PNG or JPEG inside the lesson's folder.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../Dockerfile", "/etc/passwd", "a/../../b", "C:/x", "a\\b", "con", "a//b"})
  void aSolutionCannotWriteElsewhere(String path) {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    pack.change(
        "010-one/steps.yaml",
        "    picture",
        "    solve: [{write: '" + path + "', content: x}]\n    picture");
    assertThat(pack.problems()).hasSize(1);
    assertThat(pack.problems().getFirst()).startsWith("010-one/steps.yaml:5:21: Th");
  }

  @Test
  void linksAreRefused() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
    SamplePack pack = new SamplePack(temp.resolve("p"));
    Path link = pack.folder().resolve("010-one/files/innocent.txt");
    Files.createSymbolicLink(link, secret);
    assertThat(pack.problems())
        .containsExactly(
            "010-one/files/innocent.txt: This is a link; packs hold plain files and folders only.");
    Files.delete(link);
    Files.createSymbolicLink(pack.folder().resolve("010-one/files.first"), temp);
    assertThat(pack.problems())
        .containsExactly(
            "010-one/files.first: This is a link; packs hold plain files and folders only.");
    Files.delete(pack.folder().resolve("010-one/files.first"));
    Files.move(pack.folder().resolve("010-one"), temp.resolve("elsewhere"));
    Files.createSymbolicLink(pack.folder().resolve("010-one"), temp.resolve("elsewhere"));
    assertThat(pack.problems())
        .contains(
            "010-one/lesson.md: This is a link; packs hold plain files and folders only.",
            "010-one/steps.yaml: This is a link; packs hold plain files and folders only.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "nul.txt", "a:b", "what?", "end.", "tab\there", "LPT1.log"})
  void namesThatOtherSystemsCannotHaveAreRefused(String name) {
    SamplePack pack = new SamplePack(temp.resolve("p")).write("010-one/files/" + name, "x");
    assertThat(pack.problems())
        .containsExactly(
            "010-one/files/"
                + name
                + ": This name cannot be used on every system; choose letters, digits, dots and"
                + " hyphens.");
  }

  @Test
  void namesThatClashElsewhereAreRefused() {
    SamplePack pack = new SamplePack(temp.resolve("p")).write("010-one/files/dockerfile", "x");
    assertThat(pack.problems()).hasSize(1);
    assertThat(pack.problems().getFirst()).contains("same name but for upper and lower case");
  }

  @Test
  void sizesAndCountsAreBounded() throws IOException {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    Path big = pack.folder().resolve("010-one/files/big.bin");
    Files.write(big, new byte[2 * 1024 * 1024]);
    assertThat(pack.problems())
        .containsExactly(
            "010-one/files/big.bin: This is larger than 1.0 MB, which is the most that is read.");
    Files.delete(big);
    for (int i = 0; i < 250; i++) {
      pack.write("010-one/files/f" + i, "x");
    }
    assertThat(pack.problems()).contains("010-one/files: There are more than 200 files here.");
  }

  @Test
  void filesAreFilesFoldersAreFoldersAndNeitherIsTooDeep() throws IOException {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    pack.write("010-one/files/a/b/c/d/e/f/g/h/i/j", "x");
    assertThat(pack.read().problems()).extracting(PackProblem::code).containsExactly("deep");
    pack = new SamplePack(temp.resolve("q")).write("010-one/files.first", "x");
    assertThat(pack.problems()).containsExactly("010-one/files.first: This must be a folder.");
    pack = new SamplePack(temp.resolve("r"));
    Files.delete(pack.folder().resolve("010-one/steps.yaml"));
    Files.createDirectory(pack.folder().resolve("010-one/steps.yaml"));
    assertThat(pack.problems()).containsExactly("010-one/steps.yaml: This must be a plain file.");
  }

  @Test
  void onlyUtf8IsText() throws IOException {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    Files.write(
        pack.folder().resolve("010-one/lesson.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(pack.problems())
        .containsExactly("010-one/lesson.md: This file is not UTF-8 text; save it as UTF-8.");
  }

  @Test
  void whateverIsWrongNothingIsThrown() {
    SamplePack pack = new SamplePack(temp.resolve("p"));
    Random random = new Random(20_26);
    List<String> files = List.of("pack.yaml", "010-one/lesson.md", "010-one/steps.yaml");
    List<String> whole = List.of(SamplePack.MANIFEST, SamplePack.WORDS, SamplePack.LOGIC);
    String odd = "{}[]&*!|>%@`'\"#:-\n\t ,?\u0000\u00e9---...<<";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 1_500; i++) {
            int which = random.nextInt(3);
            StringBuilder text = new StringBuilder(whole.get(which));
            for (int change = 0; change <= random.nextInt(4); change++) {
              int at = random.nextInt(text.length());
              int to = Math.min(text.length(), at + random.nextInt(6));
              text.replace(
                  at,
                  to,
                  random.nextBoolean() ? "" : "" + odd.charAt(random.nextInt(odd.length())));
            }
            pack.write(files.get(which), text.toString());
            assertThat(pack.read()).as(text.toString()).isNotNull();
            pack.write(files.get(which), whole.get(which));
          }
        });
  }
}
