// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private final Bench files =
      new Bench()
          .file("a.txt", "a")
          .file("b.md", "b")
          .file("d/x.txt", "x")
          .file("d/e/y.txt", "y")
          .link("to", "d/e")
          .link("d/up", "../a.txt")
          .link("round", "round");

  private String digest(String source, String... excluded) {
    return digest(source, List.of(excluded), null);
  }

  private String digest(String source, List<String> excluded, @Nullable String included) {
    try {
      return new Selection(files, new KeyBuilder(), excluded, included).digest(source);
    } catch (ContextException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pathsAreCleaned() {
    assertThat(digest("./d/")).isEqualTo(digest("d")).isEqualTo(digest("/d/e/.."));
    assertThat(digest("d")).isNotEqualTo(digest("."));
  }

  @Test
  void linksAreFollowedAtTheTopAndKeptBelow() {
    assertThat(digest("to")).isEqualTo(digest("d/e"));
    assertThat(digest("to/y.txt")).isEqualTo(digest("d/e/y.txt"));
    assertThat(digest("d/up")).isEqualTo(digest("a.txt"));
    String before = digest("d");
    files.file("a.txt", "changed");
    assertThat(digest("d")).isEqualTo(before);
    files.link("d/up", "../b.md");
    assertThat(digest("d")).isNotEqualTo(before);
    assertThat(digest("round")).isEmpty();
  }

  @Test
  void patternsTakeWhatMatches() {
    String texts = digest("*.txt");
    files.file("b.md", "changed");
    assertThat(digest("*.txt")).isEqualTo(texts);
    files.file("c.txt", "new");
    assertThat(digest("*.txt")).isNotEqualTo(texts);
    assertThat(digest("*.none")).isEqualTo(digest("*.nothing"));
    String deep = digest("d/*");
    files.file("d/e/y.txt", "changed");
    assertThat(digest("d/*")).isNotEqualTo(deep);
  }

  @Test
  void whatIsExcludedDoesNotCount() {
    String without = digest("d", "**/y.txt");
    files.file("d/e/y.txt", "changed");
    assertThat(digest("d", "**/y.txt")).isEqualTo(without);
    files.file("d/x.txt", "changed");
    assertThat(digest("d", "**/y.txt")).isNotEqualTo(without);
  }

  @Test
  void withParentsOnlyThePathCounts() {
    String one = digest("", List.of(), "d/e/y.txt");
    files.file("d/x.txt", "changed");
    assertThat(digest("", List.of(), "d/e/y.txt")).isEqualTo(one);
    files.file("d/e/y.txt", "changed");
    assertThat(digest("", List.of(), "d/e/y.txt")).isNotEqualTo(one);
  }
}
