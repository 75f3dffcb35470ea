// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
  @Test
  void everyPartKnowsWhereItStands() {
    String text = "FROM a\nCOPY --chown=1 \\\n  # why\n  --from=\"b\" x \\\n  y /z\n";
    Dockerfile file = Dockerfile.parse(text);
    Instruction.Copy copy = (Instruction.Copy) file.instructions().getLast();
    assertThat(copy.source().keyword().span().of(text)).isEqualTo("COPY");
    assertThat(copy.flags())
        .extracting(f -> f.word().span().of(text))
        .containsExactly("--chown=1", "--from=\"b\"");
    Flag from = copy.flags().getLast();
    assertThat(copy.from()).isSameAs(from);
    assertThat(from.nameWord().span().of(text)).isEqualTo("from");
    assertThat(from.valueWord()).isNotNull().extracting(w -> w.span().of(text)).isEqualTo("\"b\"");
    assertThat(from.value()).isEqualTo("b");
    assertThat(copy.sources()).extracting(v -> v.word().span().of(text)).containsExactly("x", "y");
    assertThat(copy.destination()).isNotNull().extracting(Value::text).isEqualTo("/z");
    assertThat(copy.arguments().span().of(text)).isEqualTo("x \\\n  y /z");
    assertThat(List.of(copy.firstLine(), copy.lastLine())).containsExactly(2, 5);
    assertThat(copy.span().of(text)).startsWith("COPY").endsWith("/z");
    assertThat(file.lines().position(from.word().span().start()))
        .isEqualTo(new Lines.Position(4, 3));
  }

  @Test
  void aJsonWordStandsInItsQuotes() {
    String text = "CMD [\"a\\tb\", \"c\"]";
    Instruction.Cmd cmd = (Instruction.Cmd) Dockerfile.parse(text).instructions().getFirst();
    assertThat(cmd.command()).isInstanceOf(Form.Exec.class);
    List<Value> words = ((Form.Exec) cmd.command()).words();
    assertThat(words).extracting(Value::text).containsExactly("a\tb", "c");
    assertThat(words)
        .extracting(v -> v.word().span().of(text))
        .containsExactly("\"a\\tb\"", "\"c\"");
  }

  @Test
  void heredocsHaveTheirBodies() {
    String text = "FROM a\r\nCOPY <<A <<-'B' /d/\r\none\r\nA\r\n\ttwo\r\n\tB\r\nUSER x";
    Dockerfile file = Dockerfile.parse(text);
    List<Heredoc> heredocs = file.instructions().get(1).heredocs();
    assertThat(heredocs).extracting(Heredoc::name).containsExactly("A", "B");
    assertThat(heredocs).extracting(h -> h.content(text)).containsExactly("one\r\n", "two\r\n");
    assertThat(heredocs).extracting(Heredoc::expands).containsExactly(true, false);
    assertThat(file.instructionOnLine(5)).isSameAs(file.instructions().get(1));
    assertThat(file.instructions().getLast().firstLine()).isEqualTo(7);
  }

  @Test
  void commentsBelongToTheInstructionBelow() {
    Dockerfile file =
        Dockerfile.parse(
            "# syntax=x\n# gone\n#\n# a\n\n  # check=skip=B\nFROM a\n# c\nRUN x \\\n# in\n y");
    assertThat(file.instructions().getFirst().source().comments())
        .extracting(Comment::text, Comment::line, Comment::atLineStart)
        .containsExactly(tuple("a", 4, true), tuple("check=skip=B", 6, false));
    assertThat(file.instructions().getLast().source().comments())
        .extracting(Comment::text)
        .containsExactly("c");
    assertThat(file.directive("syntax")).isEqualTo("x");
  }

  @Test
  void stagesHaveTheirInstructions() {
    Dockerfile file =
        Dockerfile.parse("ARG A\nFROM a AS One\nRUN x\n\nFROM b\n# c\nRUN y\nCMD z\n");
    assertThat(file.globals()).hasSize(1);
    assertThat(file.stages()).extracting(Stage::displayName).containsExactly("one", "stage-1");
    assertThat(file.stages()).extracting(s -> s.instructions().size()).containsExactly(1, 2);
    assertThat(file.stageOnLine(4)).isSameAs(file.stages().getFirst());
    assertThat(file.stageOnLine(1)).isNull();
    assertThat(file.stageNamed("ONE")).isSameAs(file.stages().getFirst());
    assertThat(file.stages().getLast().lastLine()).isEqualTo(8);
  }

  @Test
  void everyInstructionIsThereWhateverIsWrong() {
    Dockerfile file = Dockerfile.parse("ENV\nFROM\nFROM a b\nRUNN x\nCOPY\nONBUILD\nSHELL x\nARG");
    assertThat(file.instructions())
        .extracting(Instruction::keyword)
        .containsExactly("ENV", "FROM", "FROM", "RUNN", "COPY", "ONBUILD", "SHELL", "ARG");
    assertThat(file.problems()).hasSizeGreaterThan(7);
    assertThat(file.problems().getFirst().sentence())
        .isEqualTo("dockerfile parse error on line 1: ENV requires at least one argument");
  }

  @Test
  void anEmptyLineInAContinuationIsRemembered() {
    assertThat(first("RUN a \\\n\n b").source().emptyContinuation()).isTrue();
    assertThat(first("RUN a \\\n# c\n b").source().emptyContinuation()).isFalse();
  }

  @Test
  void tooLongALineIsRefused() {
    assertThat(Dockerfile.parse("FROM a\nRUN " + "x".repeat(65_531)).problems()).isEmpty();
    assertThat(Dockerfile.parse("FROM a\nRUN " + "x".repeat(65_532)).problems())
        .extracting(Problem::sentence)
        .containsExactly("dockerfile line greater than max allowed size of 65535");
    assertThat(Dockerfile.parse("FROM a\nRUN " + "é".repeat(32_766)).problems()).hasSize(1);
  }

  @Test
  void theSyntaxVersionDecidesWhichFlagsThereAre() {
    String copy = "FROM scratch\nCOPY --parents a /";
    assertThat(Dockerfile.parse(copy).problems()).hasSize(1);
    assertThat(Dockerfile.parse("# syntax=docker/dockerfile:1\n" + copy).problems()).isEmpty();
    assertThat(Dockerfile.parse("# syntax=docker/dockerfile:1.20\n" + copy).problems()).isEmpty();
    assertThat(Dockerfile.parse("# syntax=docker/dockerfile:1.3\n" + copy).problems()).hasSize(1);
    assertThat(Dockerfile.parse("# syntax=other\n" + copy).problems()).isEmpty();
    assertThat(FlagTable.of("COPY"))
        .filteredOn(f -> f.name().equals("link"))
        .extracting(FlagTable.Known::since)
        .containsExactly("1.4");
  }

  @Test
  void mountsAreCsv() {
    Instruction.Run run =
        (Instruction.Run)
            first("RUN --mount='type=Bind,\"source=a,b\",dst=/x,RO' --mount=type=x a");
    Mount mount = run.mounts().getFirst();
    assertThat(mount.type()).isEqualTo("bind");
    assertThat(mount.value("source", "src")).isEqualTo("a,b");
    assertThat(mount.value("target", "dst")).isEqualTo("/x");
    assertThat(mount.fields())
        .extracting(Mount.Field::key)
        .containsExactly("type", "source", "dst", "ro");
    assertThat(run.mounts()).hasSize(2);
  }

  private static Instruction first(String text) {
    return Dockerfile.parse(text).instructions().getFirst();
  }
}
