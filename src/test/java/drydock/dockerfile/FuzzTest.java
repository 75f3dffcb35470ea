// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import drydock.dockerfile.check.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nothing that anyone can type makes the reader throw, hang or lose a character. `-Dfuzz.files=1000000` for a long run,
/// `-Dfuzz.seed=…` for another one.
class FuzzTest {
  private static final int FILES = Integer.getInteger("fuzz.files", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_120L);

  /// Far more than any of these files is worth.
  private static final Duration HANGS = Duration.ofSeconds(1);

  /// The same for the first texts, which the virtual machine reads before it is warm.
  private static final Duration HUGE_HANGS = Duration.ofSeconds(10);

  @Test
  void whateverIsTypedIsReadWithoutLoss() throws InterruptedException {
    long start = System.nanoTime();
    HangGuard guard = new HangGuard(HANGS);
    guard.run(
        g -> {
          for (long seed = SEED; seed < SEED + FILES; seed++) {
            String text = MutatedFiles.file(seed);
            g.next("-Dfuzz.files=1 -Dfuzz.seed=" + seed, text);
            read(text);
          }
        });
    System.out.printf(
        "%,d mutated files in %d s; %s%n",
        FILES, Duration.ofNanos(System.nanoTime() - start).toSeconds(), guard.slowest());
  }

  static void read(String text) {
    Dockerfile file = Dockerfile.parse(text);
    lossless(text, file);
    Scopes scopes = Scopes.of(file, Map.of("A", "b"));
    for (Instruction instruction : file.instructions()) {
      scopes.before(instruction).find("A");
    }
    file.stages().forEach(stage -> scopes.after(stage).variables());
    for (Finding finding : Checks.of(file, CheckContext.NONE)) {
      inside(text, finding.span());
      if (finding.fix() != null) {
        finding.fix().edits().forEach(edit -> inside(text, edit.span()));
      }
    }
    BuildPlan plan = BuildPlan.of(file, Map.of());
    assertThat(plan.stages()).hasSameSizeAs(file.stages());
    plan.externalImages(null);
    TreeDump.of(file);
  }

  private static void inside(String text, Span span) {
    if (span.start() > span.end() || span.end() > text.length()) {
      throw new AssertionError("outside the file: " + span);
    }
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
  void hugeOrDeepFilesAreReadInTheEnd() throws InterruptedException {
    for (int i = 0; i < HostileText.ALL.size(); i++) {
      String name = "hostile text " + i;
      String text = "FROM a\n" + HostileText.ALL.get(i).apply(2_500);
      HangGuard guard = new HangGuard(HUGE_HANGS);
      guard.run(
          g -> {
            g.next(name, text.substring(0, 100));
            read(text);
          });
    }
  }
}
