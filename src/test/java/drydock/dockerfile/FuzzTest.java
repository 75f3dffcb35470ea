// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nothing that anyone can type makes the reader throw, hang or lose a character. `-Dfuzz.files=1000000` for a long run,
/// `-Dfuzz.seed=…` for another one.
class FuzzTest {
  private static final int FILES = Integer.getInteger("fuzz.files", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_120L);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Test
  void whateverIsTypedIsReadWithoutLoss() {
    MutatedFiles files = new MutatedFiles(SEED);
    Duration slowest = Duration.ZERO;
    for (int i = 0; i < FILES; i++) {
      String text = files.next();
      long start = System.nanoTime();
      try {
        read(text);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("seed " + SEED + ", file " + i + ":\n" + text, e);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      assertThat(took).as("seed %d, file %d:%n%s", SEED, i, text).isLessThan(LONGEST);
    }
    assertThat(slowest).isLessThan(LONGEST);
  }

  private static void read(String text) {
    Dockerfile file = Dockerfile.parse(text);
    lossless(text, file);
    Scopes scopes = Scopes.of(file, Map.of("A", "b"));
    for (Instruction instruction : file.instructions()) {
      scopes.before(instruction).variables();
    }
    BuildProblems.of(file, Map.of(), null);
    BuildPlan.of(file, Map.of()).externalImages(null);
    TreeDump.of(file);
    file.syntaxImage();
  }

  static void lossless(String text, Dockerfile file) {
    int at = 0;
    for (Token token : file.tokens()) {
      if (token.start() != at || token.end() <= at) {
        throw new AssertionError("a gap or an overlap at " + at);
      }
      at = token.end();
      String piece = text.substring(token.start(), token.end());
      if (token.kind() != TokenKind.NEWLINE && piece.indexOf('\n') >= 0) {
        throw new AssertionError("a token over two lines at " + token.start());
      }
      if (token.kind() == TokenKind.WHITESPACE && !piece.chars().allMatch(Chars::isSpace)) {
        throw new AssertionError("white space that is none at " + token.start());
      }
    }
    if (at != text.length()) {
      throw new AssertionError("the end is lost from " + at);
    }
    int line = 0;
    for (Instruction instruction : file.instructions()) {
      if (instruction.firstLine() <= line || instruction.lastLine() < instruction.firstLine()) {
        throw new AssertionError("lines of " + instruction.text());
      }
      line = instruction.lastLine();
      written(text, instruction);
    }
    for (Problem problem : file.problems()) {
      if (problem.span().end() > text.length()) {
        throw new AssertionError("a problem outside the file: " + problem);
      }
    }
  }

  /// What is said to stand somewhere does stand there.
  private static void written(String text, Instruction instruction) {
    Source source = instruction.source();
    for (Word word : List.of(source.keyword(), source.arguments())) {
      Span span = word.span();
      if (!word.isEmpty()
          && (text.charAt(span.start()) != word.text().charAt(0)
              || text.charAt(span.end() - 1) != word.text().charAt(word.text().length() - 1))) {
        throw new AssertionError("not there: " + word);
      }
    }
    for (Heredoc heredoc : source.heredocs()) {
      if (heredoc.terminator() != null && !heredoc.terminator().of(text).equals(heredoc.name())) {
        throw new AssertionError("not the end of " + heredoc.name());
      }
    }
  }

  @Test
  void hugeOrDeepFilesTakeNoLongerThanTheyAreWorth() {
    StringBuilder doubling = new StringBuilder("FROM scratch\nENV A=aaaa\n");
    doubling.append("ENV A=$A$A\n".repeat(5_000));
    String line = "x".repeat(60_000);
    for (String text :
        List.of(
            doubling.toString(),
            "FROM scratch\nENV A=" + "${A:-".repeat(12_000),
            "FROM scratch\nRUN " + "ONBUILD ".repeat(8_000),
            "ONBUILD \\\n".repeat(50_000),
            "FROM scratch\nCMD " + "[".repeat(60_000),
            "FROM scratch\nCMD " + "[".repeat(30_000) + "]".repeat(30_000),
            "FROM scratch\nENV A=" + line + "\nENV B=${A//" + "*x".repeat(5_000) + "/y}",
            "FROM scratch\nENV A=" + line + "\nENV B=${A%" + "*x?".repeat(2_000) + "y}",
            "FROM a AS b\n".repeat(3_000) + "COPY --from=b x y\n".repeat(3_000),
            "FROM a\n" + "COPY " + "<<E ".repeat(5_000) + "/d\n" + "E\n".repeat(5_000),
            "FROM a\nRUN a \\\n" + " && b $C \"d\" \\\n".repeat(20_000),
            "FROM a\nRUN --mount=type=bind," + "a,".repeat(20_000) + "b x")) {
      long start = System.nanoTime();
      read(text);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(text.substring(0, 40))
          .isLessThan(Duration.ofSeconds(5));
    }
  }
}
