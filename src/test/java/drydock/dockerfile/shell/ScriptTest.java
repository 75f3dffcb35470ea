// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.shell.Command.Joint;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "a b && c; d | e || f & # [a b] [c] [d] [e] [f]",
        "a 'b && c' \"d; e\" f\\ g # [a b && c d; e f g]",
        "a \"it's\" 'say \"x\"' # [a it's say \"x\"]",
        "if a; then b; else c; fi && d # [a] [b] [c] [d]",
        "for x in 1 2 $(ls); do a $x; done; b # [a $x] [b]",
        "while read l; do a; done # [read l] [a]",
        "(a; b) && { c; d; } # [a] [b] [c] [d]",
        "! a || b # [a] [b]",
        "A=1 B=2 cmd x >out 2>&1 <in # [cmd x]",
        "a $(b && c) `d | e` ${F:-g h} # [a $(b && c) `d | e` ${F:-g h}]",
        "a &> log; b >> log # [a] [b]",
        "cat <<EOF > x # [cat]",
        "a |& b # [a] [b]",
        "a{1,2} b*c [d] # [a{1,2} b*c [d]]"
      })
  void commandsAreSplitAsAShellDoes(String text, String commands) {
    Script script = Script.of(text.strip(), 0);
    assertThat(shown(script)).isEqualTo(commands.strip());
    assertThat(script.complete()).isTrue();
  }

  @Test
  void linesOfABodyAreCommandsAndCommentsAreNone() {
    Script script = Script.of("# first\na \\\n  b # not c\n\nd &&\n  e\n", 0);
    assertThat(shown(script)).isEqualTo("[a b] [d] [e]");
    assertThat(script.commands())
        .extracting(Command::before)
        .containsExactly(Joint.EDGE, Joint.SEQUENCE, Joint.AND);
    assertThat(script.commented()).isFalse();
    assertThat(Script.of("a # b", 0).commented()).isTrue();
  }

  @Test
  void jointsAndDepthsAreKept() {
    Script script = Script.of("a && b | c; (d || e) & f", 0);
    assertThat(script.commands())
        .extracting(Command::after)
        .containsExactly(Joint.AND, Joint.PIPE, Joint.SEQUENCE, Joint.OR, Joint.EDGE, Joint.EDGE);
    assertThat(script.commands()).extracting(Command::depth).containsExactly(0, 0, 0, 1, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case $x in a) b;; esac",
        "f() { a; }",
        "eval \"$x\"",
        "[[ a && b ]] && c",
        "a 'open",
        "a \"open",
        "a $(open",
        "if a; then b",
        "a )",
        "a <(b)",
        "x=(1 2)",
        "function f { a; }",
        "cat <<E\na; b\nE\n"
      })
  void whatGoesBeyondIsSaidToDoSo(String text) {
    assertThat(Script.of(text, 0).complete()).isFalse();
  }

  @Test
  void programsAreFoundBehindWhatStartsThem() {
    assertThat(program("sudo -E /usr/bin/apt-get -y install x")).isEqualTo("apt-get");
    assertThat(program("env A=b exec cmd")).isEqualTo("cmd");
    assertThat(program("$CMD x")).isEmpty();
    assertThat(program("A=b")).isEmpty();
    Command command = Script.of("apt-get -qy install --foo=1 x", 0).commands().getFirst();
    assertThat(command.hasLetter('y')).isTrue();
    assertThat(command.has("--foo")).isTrue();
    assertThat(command.has("--fo")).isFalse();
    assertThat(command.operands()).extracting(Argument::text).containsExactly("install", "x");
  }

  @Test
  void variablesAreThoseThatTheShellReplaces() {
    Script script =
        Script.of(
            "A=1 && echo $A \"$B\" '$C' \\$D ${E} ${F:-x} $(echo $G '$H') \"${I%x}\" && for J in 1;"
                + " do read K; done && export L=$M",
            0);
    assertThat(script.uses()).containsExactlyInAnyOrder("A", "B", "E", "G", "I", "M");
    assertThat(script.sets()).containsExactlyInAnyOrder("A", "J", "K", "L");
  }

  @Test
  void placesAreThoseInTheFile() {
    String text = "FROM a\nRUN one 'x y' && \\\n  # comment\n  two \\\n  three\n";
    Dockerfile file = Dockerfile.parse(text);
    Instruction.Run run = (Instruction.Run) file.stages().getFirst().instructions().getFirst();
    Script script = Script.of(((Form.Shell) run.command()).command());
    Command two = script.commands().get(1);
    assertThat(script.commands().getFirst().words().get(1).span().of(text)).isEqualTo("'x y'");
    assertThat(two.words()).extracting(w -> w.span().of(text)).containsExactly("two", "three");
    assertThat(two.span().of(text)).isEqualTo("two \\\n  three");
  }

  @Test
  void anyTextIsReadToItsEnd() {
    List<String> pieces =
        List.of(
            "a", " ", "'", "\"", "\\", "$", "${", "}", "(", ")", "$(", "`", "|", "&", ";", "\n",
            "<", ">", "<<E", "if ", "fi", "for ", "do ", "done", "#", "case ", "{ ", "\r", "é", "!",
            "=");
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Script script = Script.of(text.toString(), 0);
      for (Command command : script.commands()) {
        assertThat(command.span().end()).as(text.toString()).isLessThanOrEqualTo(text.length());
      }
    }
  }

  private static String program(String text) {
    return Script.of(text, 0).commands().getFirst().program();
  }

  private static String shown(Script script) {
    return String.join(
        " ",
        script.commands().stream()
            .map(c -> "[" + String.join(" ", c.words().stream().map(Argument::text).toList()) + "]")
            .toList());
  }
}
