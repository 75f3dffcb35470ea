// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.Fix;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Outline, folds, comments and line breaks.
class LinesTest {
  @Test
  void theOutlineHasStagesWithTheirSteps() {
    List<Outline.Item> items =
        Outline.of(
            Dockerfile.parse("ARG V=1\nFROM a AS b\nRUN x \\\n  y\nFROM c\nCOPY --from=b d e\n"));
    assertThat(items)
        .extracting(i -> i.keyword() + " " + i.label() + " " + i.detail())
        .containsExactly("ARG V=1 ", "FROM b a", "FROM stage-1 c");
    assertThat(items.get(1).lastLine()).isEqualTo(4);
    assertThat(items.get(1).children()).extracting(Outline.Item::label).containsExactly("x y");
    assertThat(items.get(2).children().getFirst().label()).isEqualTo("--from=b d e");
  }

  @Test
  void stagesInstructionsHeredocsAndCommentsFold() {
    String text =
        """
        # one
        # two
        FROM a AS b
        RUN x \\
          y
        # alone
        RUN <<E
        z
        E
        COPY <<A <<B /d/
        1
        A
        2
        B

        FROM c
        """;
    assertThat(folds(text))
        .containsExactly(
            "COMMENT 1-2",
            "STAGE 3-14",
            "INSTRUCTION 4-5",
            "HEREDOC 7-9",
            "HEREDOC 10-12",
            "HEREDOC 13-14");
    assertThat(folds("FROM a\nRUN a \\\n <<E\nx\nE\n"))
        .containsExactly("STAGE 1-5", "INSTRUCTION 2-3", "HEREDOC 3-5");
    assertThat(folds("FROM a\n")).isEmpty();
  }

  @Test
  void linesBecomeCommentsAndLinesAgain() {
    assertThat(toggled("FROM a\nRUN b\nRUN c", 2, 3)).isEqualTo("FROM a\n# RUN b\n# RUN c");
    assertThat(toggled("FROM a\n# RUN b\n#RUN c", 2, 3)).isEqualTo("FROM a\nRUN b\nRUN c");
    assertThat(toggled("FROM a\n\n# RUN b\nRUN c", 1, 4))
        .isEqualTo("# FROM a\n\n# # RUN b\n# RUN c");
    assertThat(toggled("# syntax=x\nFROM a", 1, 2)).isEqualTo("# syntax=x\n# FROM a");
    assertThat(toggled("# syntax=x\nFROM a", 1, 1)).isEqualTo("# syntax=x\nFROM a");
  }

  @Test
  void anInstructionIsCommentedWholeUnlessItsMiddleIsMeant() {
    String run = "FROM a\nRUN b && \\\n    c && \\\n    d\nRUN e";
    String whole = "FROM a\n# RUN b && \\\n#     c && \\\n#     d\nRUN e";
    assertThat(toggled(run, 2, 2)).isEqualTo(whole);
    assertThat(toggled(run, 4, 4)).isEqualTo(whole);
    assertThat(toggled(run, 3, 4)).isEqualTo(whole);
    assertThat(toggled(run, 3, 3)).isEqualTo(run.replace("    c", "    # c"));
    String heredoc = "FROM a\nRUN <<E\nb\nc\nE\n";
    assertThat(toggled(heredoc, 4, 4)).isEqualTo("FROM a\nRUN <<E\nb\n# c\nE\n");
    assertThat(toggled(heredoc, 5, 5)).isEqualTo("FROM a\n# RUN <<E\n# b\n# c\n# E\n");
  }

  @Test
  void enterInsideAnInstructionGoesOnWithIt() {
    assertThat(enter("FROM a\nRUN b && |c")).isEqualTo("FROM a\nRUN b && \\\n    |c");
    assertThat(enter("FROM a\nRUN b &&|")).isEqualTo("FROM a\nRUN b && \\\n    |");
    assertThat(enter("FROM a\nRUN b| && c")).isEqualTo("FROM a\nRUN b \\\n    |&& c");
    assertThat(enter("# escape=`\nFROM a\nRUN b &&|"))
        .isEqualTo("# escape=`\nFROM a\nRUN b && `\n    |");
    assertThat(enter("FROM a\r\nRUN b &&|\r\n")).isEqualTo("FROM a\r\nRUN b && \\\r\n    |\r\n");
    assertThat(enter("FROM a\nCOPY b| c")).isEqualTo("FROM a\nCOPY b \\\n    |c");
    assertThat(enter("FROM a\nRUN --mount=type=cache,target=/x|"))
        .isEqualTo("FROM a\nRUN --mount=type=cache,target=/x \\\n    |");
    assertThat(enter("FROM a\nCMD [\"b\",|")).isEqualTo("FROM a\nCMD [\"b\", \\\n    |");
  }

  @Test
  void enterBehindALineThatGoesOnOnlyIndents() {
    assertThat(enter("FROM a\nRUN b \\|")).isEqualTo("FROM a\nRUN b \\\n    |");
    assertThat(enter("FROM a\nRUN b \\|\n  && c")).isEqualTo("FROM a\nRUN b \\\n  |\n  && c");
    assertThat(enter("FROM a\nRUN b \\\n  && c \\|")).isEqualTo("FROM a\nRUN b \\\n  && c \\\n  |");
  }

  @Test
  void enterBehindAFinishedInstructionBeginsALine() {
    assertThat(usual("FROM a|")).isTrue();
    assertThat(enter("FROM a\n  RUN b \\\n    && c|"))
        .isEqualTo("FROM a\n  RUN b \\\n    && c\n  |");
    assertThat(enter("FROM a\nRUN b \\\n  && c|")).isEqualTo("FROM a\nRUN b \\\n  && c\n|");
    assertThat(usual("FROM a\nCMD [\"b\"]|")).isTrue();
    assertThat(enter("FROM a\nRUN b |# c")).isEqualTo("FROM a\nRUN b \n|# c");
    assertThat(usual("|FROM a")).isTrue();
    assertThat(usual("FR|OM a")).isTrue();
    assertThat(usual("FROM a\n# b|")).isTrue();
    assertThat(usual("FROM a\nRUN <<E\n  b|\nE")).isTrue();
  }

  private static List<String> folds(String text) {
    return Fold.of(Dockerfile.parse(text)).stream()
        .map(f -> f.kind() + " " + f.firstLine() + "-" + f.lastLine())
        .toList();
  }

  private static String toggled(String text, int first, int last) {
    return CommentToggle.of(Dockerfile.parse(text), first, last).fix().applyTo(text);
  }

  private static boolean usual(String marked) {
    Caret caret = Caret.in(marked);
    return SmartEnter.at(caret.assist().file(), caret.offset()) == null;
  }

  private static String enter(String marked) {
    Caret caret = Caret.in(marked);
    Fix.Edit edit =
        Objects.requireNonNull(SmartEnter.at(caret.assist().file(), caret.offset()), marked);
    return new Fix(List.of(new Fix.Edit(edit.span(), edit.replacement() + "|")))
        .applyTo(caret.text());
  }
}
