// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DockerfileScannerTest {
  @Test
  void kindsOfAnOrdinaryFile() {
    assertThat(
            kinds(
                """
                # syntax=docker/dockerfile:1
                # why
                FROM --platform=linux/amd64 a:$T as b
                RUN echo "x ${Y}" \\

                  # c
                  \\$z
                """))
        .isEqualTo(
            "DIRECTIVE[# syntax=docker/dockerfile:1] COMMENT[# why] KEYWORD[FROM]"
                + " FLAG[--platform=linux/amd64] ARGUMENT[a:] VARIABLE[$T] STAGE_KEYWORD[as] ARGUMENT[b]"
                + " KEYWORD[RUN] ARGUMENT[echo] STRING[\"x ] VARIABLE[${Y}] STRING[\"] CONTINUATION[\\]"
                + " COMMENT[# c] ESCAPE[\\$] ARGUMENT[z]");
  }

  @Test
  void heredocBodiesAreNotInstructions() {
    assertThat(kinds("COPY <<A <<-'B c' /d/\nFROM x\nA\n\tRUN y\n\tB c\nUSER me"))
        .isEqualTo(
            "KEYWORD[COPY] HEREDOC_MARKER[<<A] HEREDOC_MARKER[<<-'B c'] ARGUMENT[/d/]"
                + " HEREDOC_BODY[FROM x] HEREDOC_END[A] HEREDOC_BODY[\tRUN y] HEREDOC_END[B c]"
                + " KEYWORD[USER] ARGUMENT[me]");
    assertThat(kinds("RUN cat <<EOF\nhi")).contains("ERROR[<<EOF]");
  }

  /// Each decided by what Docker 28.5 made of the same line.
  @Test
  void whatIsAHeredoc() {
    assertThat(heredocs("RUN cat <<EOF > /x")).containsExactly("EOF");
    assertThat(heredocs("RUN cat << EOF")).containsExactly("EOF");
    assertThat(heredocs("RUN cat <<EOF> /x")).containsExactly("EOF>");
    assertThat(heredocs("RUN (cat <<EOF)")).containsExactly("EOF)");
    assertThat(heredocs("RUN echo 1<<3")).containsExactly("3");
    assertThat(heredocs("RUN cat <<A - <<\"B C\"")).containsExactly("A", "B C");
    assertThat(heredocs("ONBUILD COPY <<f /d")).containsExactly("f");
    for (String none :
        List.of(
            "RUN cat <<- EOF",
            "RUN echo $((1<<3))",
            "RUN echo a<<EOF",
            "RUN echo \"<< EOF\"",
            "RUN cat <<<EOF",
            "RUN echo ' <<EOF",
            "CMD cat <<EOF",
            "RUN [\"cat\", \"<<EOF\"]")) {
      assertThat(heredocs(none)).as(none).isEmpty();
    }
    Heredoc quoted = first("RUN <<-\"E\"\nE").heredocs().getFirst();
    assertThat(quoted.name()).isEqualTo("E");
    assertThat(quoted.expands()).isFalse();
    assertThat(quoted.stripsTabs()).isTrue();
  }

  @Test
  void continuations() {
    assertThat(first("RUN a \\  \n  # c \\\n\n  b \\\\\nRUN c").text()).isEqualTo("RUN a   b \\\\");
    assertThat(first("RUN a\\\\\\\nRUN c").text()).isEqualTo("RUN a\\\\\\");
    assertThat(first("RUN a \\").text()).isEqualTo("RUN a");
    assertThat(first("RUN a \\\r\n b\r\n").text()).isEqualTo("RUN a  b");
    assertThat(first("RU\\\nN a").keyword()).isEqualTo("RUN");
    assertThat(first("# escape=`\r\nRUN a `\r\n b\\\r\nRUN").text()).isEqualTo("RUN a  b\\");
    Instruction run = first("\n\nRUN a \\\n\n# c\n b\n\nCMD x");
    assertThat(List.of(run.firstLine(), run.lastLine())).containsExactly(3, 6);
  }

  @Test
  void directivesStandAtTheTopOnly() {
    assertThat(Dockerfile.parse("# escape=`\nFROM a").escape()).isEqualTo('`');
    assertThat(Dockerfile.parse("\uFEFF  # EsCaPe = ` \nFROM a").escape()).isEqualTo('`');
    for (String ended : List.of("# hi\n", "\n", "# foo=bar\n", "#!x\n", "FROM a\n")) {
      assertThat(Dockerfile.parse(ended + "# escape=`\n").escape()).as(ended).isEqualTo('\\');
    }
    assertThat(kinds("# escape=`\n# escape=`"))
        .isEqualTo("DIRECTIVE[# escape=`] ERROR[# escape=`]");
    assertThat(kinds("# escape=x")).isEqualTo("ERROR[# escape=x]");
  }

  @Test
  void syntaxImageAsBuildKitDetectsIt() {
    assertThat(Dockerfile.parse("# syntax = a/b:1 x\nFROM c").syntaxImage()).isEqualTo("a/b:1");
    assertThat(Dockerfile.parse("#!/x\n# syntax=a\nFROM c").syntaxImage()).isEqualTo("a");
    assertThat(Dockerfile.parse("// syntax=a\n").syntaxImage()).isEqualTo("a");
    assertThat(Dockerfile.parse("# x\n# syntax=a\n").syntaxImage()).isNull();
    assertThat(Dockerfile.parse("").syntaxImage()).isNull();
  }

  @Test
  void flagsEndWithTheFirstOperand() {
    Instruction copy = first("COPY --from='ba se' --chmod=\"6\"44 -- --weird /c");
    assertThat(copy.flags()).extracting(Flag::text).containsExactly("--from=ba se", "--chmod=644");
    assertThat(copy.arguments().text()).isEqualTo("--weird /c");
    assertThat(first("RUN a --b=c").flags()).isEmpty();
  }

  @Test
  void aPastedNoBreakSpaceBelongsToTheKeyword() {
    assertThat(first("RUN\u00A0x").keyword()).isEqualTo("RUN\u00A0X");
    assertThat(kinds("RUN\u00A0x")).startsWith("ERROR[");
  }

  @Test
  void aPieceIsColouredLikeInItsFile() {
    assertThat(DockerfileScanner.tokens("# escape=x\nRUN a `\n b", '`'))
        .contains(new Token(TokenKind.COMMENT, 0, 10), new Token(TokenKind.CONTINUATION, 17, 18));
  }

  private static Instruction first(String text) {
    return Dockerfile.parse(text).instructions().getFirst();
  }

  private static List<String> heredocs(String line) {
    return first(line).heredocs().stream().map(Heredoc::name).toList();
  }

  private static String kinds(String text) {
    return Dockerfile.parse(text).tokens().stream()
        .filter(t -> t.kind() != TokenKind.WHITESPACE && t.kind() != TokenKind.NEWLINE)
        .map(t -> t.kind() + "[" + text.substring(t.start(), t.end()) + "]")
        .collect(Collectors.joining(" "));
  }
}
