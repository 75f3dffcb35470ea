// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.CommentToggle;
import drydock.dockerfile.assist.Completion;
import drydock.dockerfile.assist.Fold;
import drydock.dockerfile.assist.Hover;
import drydock.dockerfile.assist.Outline;
import drydock.dockerfile.assist.Proposal;
import drydock.dockerfile.assist.Rename;
import drydock.dockerfile.assist.SmartEnter;
import drydock.dockerfile.assist.Surroundings;
import drydock.dockerfile.assist.Symbol;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Fix;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Help at every place of good, bad and mutilated files. `-Dfuzz.files=…` and `-Dfuzz.seed=…` as in
/// [FuzzTest].
class AssistEverywhereTest {
  private static final int FILES = Math.max(1, Integer.getInteger("fuzz.files", 20_000) / 80);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_120L);

  /// Nobody calls anything so, and it does not change how lines are split.
  private static final String NEW = "zq9new";

  private int renamed;

  @Test
  void helpAtEveryPlaceStaysInsideTheFile() throws IOException {
    for (Corpus.Sample sample : Corpus.samples()) {
      everywhere(sample.text());
    }
    for (long seed = SEED; seed < SEED + FILES; seed++) {
      String text = MutatedFiles.file(seed);
      try {
        everywhere(text);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("seed " + seed + ":\n" + text, e);
      }
    }
    assertThat(renamed).isGreaterThan(200);
  }

  private void everywhere(String text) {
    Dockerfile file = Dockerfile.parse(text);
    Assist assist = new Assist(file, CheckContext.NONE, Around.SOME);
    Set<Symbol> seen = new HashSet<>();
    for (int offset = 0; offset <= text.length(); offset++) {
      Completion completion = assist.completion(offset);
      assertThat(completion.replaced().touches(offset)).isTrue();
      inside(completion.replaced(), text);
      assertThat(completion.replaced().of(text))
          .startsWith(completion.typed())
          .doesNotContain("\n");
      for (Proposal proposal : completion.proposals()) {
        assertThat(completion.fix(proposal).applyTo(text)).contains(proposal.insert().text());
      }
      Hover hover = assist.hover(offset);
      if (hover != null) {
        inside(hover.span(), text);
        assertThat(hover.text()).isNotBlank();
      }
      Fix.Edit enter = SmartEnter.at(file, offset);
      if (enter != null) {
        inside(enter.span(), text);
        sameInstructions(file, new Fix(List.of(enter)).applyTo(text), enter);
      }
      Symbol symbol = assist.symbol(offset);
      if (symbol != null) {
        symbol.occurrences().forEach(o -> inside(o.span(), text));
        assertThat(assist.definition(offset) == null).isEqualTo(symbol.declarations().isEmpty());
        if (seen.add(symbol)) {
          rename(assist, text, offset, symbol);
        }
      }
    }
    for (Fold fold : Fold.of(file)) {
      assertThat(fold.firstLine()).isPositive().isLessThan(fold.lastLine());
      assertThat(fold.lastLine()).isLessThanOrEqualTo(file.lines().count());
    }
    Outline.of(file).forEach(item -> inside(item.span(), text));
    for (int line = 1; line <= file.lines().count(); line++) {
      comment(text, file, line, Math.min(line + 2, file.lines().count()));
      comment(text, file, line, line);
    }
  }

  private static void inside(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }

  /// A line break between words changes nothing but where the lines end; in the middle of `<<EOF`
  /// it ends that.
  private static void sameInstructions(Dockerfile file, String text, Fix.Edit enter) {
    boolean heredocs = file.text().contains("<<");
    int line = file.lines().line(enter.span().end());
    Span rest = new Span(enter.span().end(), file.lines().span(line, line).end());
    String more = rest.of(file.text()).strip();
    if (!heredocs
        && !more.isEmpty()
        && !more.endsWith("" + file.escape())
        && enter.replacement().startsWith(" " + file.escape())) {
      Dockerfile after = Dockerfile.parse(text);
      assertThat(after.instructions()).as(text).hasSameSizeAs(file.instructions());
    }
  }

  private void rename(Assist assist, String text, int offset, Symbol symbol) {
    if (!(assist.rename(offset, NEW) instanceof Rename.Change change)) {
      return;
    }
    renamed++;
    String after = change.fix().applyTo(text);
    Dockerfile again = Dockerfile.parse(after);
    String name = symbol.name();
    List<Symbol.Occurrence> spelled =
        symbol.occurrences().stream().filter(o -> o.role() != Symbol.Role.HIDDEN_USE).toList();
    if (!spelled.stream().allMatch(o -> o.span().of(text).equals(name))) {
      return; // it was spelled in several ways, or over a line end
    }
    if (name.matches("[\\w.-]+")) { // others are escaped in the dump
      assertThat(TreeDump.of(again).replace(NEW, name))
          .isEqualTo(TreeDump.of(Dockerfile.parse(text)));
    }
    int moved = symbol.declarations().getFirst().span().start();
    for (Symbol.Occurrence occurrence : spelled) {
      moved +=
          occurrence.span().start() < symbol.declarations().getFirst().span().start()
              ? NEW.length() - name.length()
              : 0;
    }
    Rename back = new Assist(again, CheckContext.NONE, Around.SOME).rename(moved, name);
    if (back instanceof Rename.Change restored) {
      assertThat(restored.fix().applyTo(after)).isEqualTo(text);
    } else {
      // the name is no name, or another thing has it too
      boolean another =
          Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\b").matcher(after).find();
      assertThat(another || name.matches("scratch|context|.*[^A-Za-z0-9_-].*|[0-9].*"))
          .as("%s back in%n%s", name, after)
          .isTrue();
    }
  }

  private static void comment(String text, Dockerfile file, int first, int last) {
    CommentToggle toggle = CommentToggle.of(file, first, last);
    String after = toggle.fix().applyTo(text);
    boolean adds = after.length() > text.length();
    if (adds) {
      Dockerfile commented = Dockerfile.parse(after);
      if (commented.directives().equals(file.directives())) {
        CommentToggle back = CommentToggle.of(commented, toggle.firstLine(), toggle.lastLine());
        assertThat(back.fix().applyTo(after)).isEqualTo(text);
      }
    }
  }

  private static final class Around {
    static final Surroundings SOME =
        new Surroundings() {
          @Override
          public List<Image> images() {
            return List.of(new Image("busybox:1.37", ""));
          }

          @Override
          public List<Entry> folder(String path) {
            return List.of(new Entry("a", false), new Entry("dir", true));
          }
        };
  }
}
