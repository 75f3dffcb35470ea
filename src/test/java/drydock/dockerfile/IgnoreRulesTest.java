// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          secret.env      | secret.env          | true
          secret.env      | sub/secret.env      | false
          /secret.env     | secret.env          | true
          ./a/../b        | b                   | true
          dir             | dir/x/y             | true
          dir/            | dir/x               | true
          *.log           | a.log               | true
          *.log           | sub/a.log           | false
          */*.log         | sub/a.log           | true
          **/*.log        | a.log               | true
          **/*.log        | a/b/c.log           | true
          **/node_modules | node_modules        | true
          **/node_modules | a/b/node_modules/c  | true
          **/node_modules | a/my_node_modules   | false
          **foo           | a/xfoo              | true
          dir/**          | dir/a/b             | true
          dir/**          | dir                 | false
          **              | a/b                 | true
          a/**/b          | a/b                 | true
          a/**/b          | a/x/y/b             | true
          a/**/b          | a/xb                | false
          ?.txt           | a.txt               | true
          ?.txt           | ab.txt              | false
          a?b             | a/b                 | false
          [a-c].txt       | b.txt               | true
          [^a-c].txt      | b.txt               | false
          [^a-c].txt      | d.txt               | true
          [.]env          | .env                | true
          a\\*b           | a*b                 | true
          a\\*b           | axb                 | false
          a.c             | abc                 | false
          A               | a                   | false
          """)
  void aPatternMatchesAsDockerSays(String pattern, String path, boolean ignored) {
    assertThat(IgnoreRules.parse(pattern).ignores(path)).isEqualTo(ignored);
  }

  @Test
  void theLastRuleThatMatchesDecides() {
    IgnoreRules rules = IgnoreRules.parse("*.md\n!README*.md\nREADME-secret.md\n");
    assertThat(rules.ignores("notes.md")).isTrue();
    assertThat(rules.ignores("README.md")).isFalse();
    assertThat(rules.ignores("README-secret.md")).isTrue();
  }

  @Test
  void aFileCanBeTakenBackOutOfAFolder() {
    IgnoreRules rules = IgnoreRules.parse("*\n!src\nsrc/**/*.class\n");
    assertThat(rules.ignores("Dockerfile")).isTrue();
    assertThat(rules.ignores("src")).isFalse();
    assertThat(rules.ignores("src/a/A.java")).isFalse();
    assertThat(rules.ignores("src/a/A.class")).isTrue();
  }

  @Test
  void aFolderIsPrunedUnlessSomethingInItMayComeBack() {
    assertThat(IgnoreRules.parse("a\n").ignoresAllBelow("a")).isTrue();
    assertThat(IgnoreRules.parse("a\n!b/c\n").ignoresAllBelow("a")).isTrue();
    assertThat(IgnoreRules.parse("a\n!a/b/c\n").ignoresAllBelow("a")).isFalse();
    assertThat(IgnoreRules.parse("a\n!a/b/c\n").ignoresAllBelow("a/b")).isFalse();
    assertThat(IgnoreRules.parse("a\n!a/b/c\n").ignoresAllBelow("a/x")).isTrue();
    assertThat(IgnoreRules.parse("a\n!**/keep\n").ignoresAllBelow("a/x")).isFalse();
    assertThat(IgnoreRules.parse("a\n!*/keep\n").ignoresAllBelow("a/x")).isTrue();
  }

  @Test
  void commentsBlanksCrlfAndAByteOrderMarkAreNoPatterns() {
    IgnoreRules rules = IgnoreRules.parse("\uFEFF# all\r\n\r\n  b.txt  \r\n #x\r\n! c \r\n");
    assertThat(rules.ignores("b.txt")).isTrue();
    assertThat(rules.ignores("all")).isFalse();
    assertThat(rules.ignores("#x")).isTrue(); // a comment starts in the first column
  }

  @Test
  void aBrokenPatternIsNamedWithItsLine() {
    assertThatThrownBy(() -> IgnoreRules.parse("ok\n[a\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2: \"[a\" has a [ without its ]");
    assertThatThrownBy(() -> IgnoreRules.parse("!\n")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> IgnoreRules.parse("a\\\n")).hasMessageContaining("escapes nothing");
  }

  @Test
  void noPatternTakesLongerThanItIsWorth() throws InterruptedException {
    IgnoreRules rules = IgnoreRules.parse("**/*a".repeat(40) + "b");
    String path = "a/".repeat(500) + "c";
    new HangGuard(Duration.ofSeconds(10))
        .run(
            guard -> {
              guard.next("forty stars", path);
              assertThat(rules.ignores(path)).isFalse();
            });
  }

  /// Rules, and the files that `docker buildx build` left out for them (buildx 0.2x, whose rules are moby's
  /// patternmatcher): the first line of the table names all files.
  @Test
  void theSameFilesAreLeftOutAsByDocker() throws IOException {
    String table;
    try (InputStream in = IgnoreRulesTest.class.getResourceAsStream("/dockerfile/ignored.txt")) {
      table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> parts = List.of(table.split("\n=====\n"));
    List<String> files = List.of(parts.getFirst().split("\\|"));
    assertThat(parts).hasSizeGreaterThan(10);
    for (String part : parts.subList(1, parts.size())) {
      int end = part.indexOf("=> ");
      IgnoreRules rules = IgnoreRules.parse(part.substring(0, end));
      assertThat(String.join("|", files.stream().filter(rules::ignores).toList()))
          .as(part)
          .isEqualTo(part.substring(end + 3).strip());
    }
  }
}
