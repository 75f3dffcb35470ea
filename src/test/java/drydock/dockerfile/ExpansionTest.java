// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words as BuildKit's `shell.Lex` expands them; what is refused is in the corpus, with the builder's sentence.
class ExpansionTest {
  /// HOME=/home/x, EMPTY is empty, UNSET is not there, PATTERN=a*b?c.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          a$HOME                   | a/home/x
          a${HOME}b                | a/home/xb
          $HOME.                   | /home/x.
          '$HOME'                  | $HOME
          "$HOME"                  | /home/x
          \\$HOME                   | $HOME
          \\\\$HOME                  | \\/home/x
          "\\$HOME"                 | $HOME
          "a\\b"                    | a\\b
          "a\\"b"                   | a"b
          a\\ b                     | a b
          'a\\b'                    | a\\b
          a'b'"c"                  | abc
          $                        | $
          a$                       | a$
          $.                       | $.
          [$UNSET]                 | []
          [$1][$$][$?]             | [][][]
          [$12a]                   | [a]
          [${UNSET-w}]             | [w]
          [${EMPTY-w}]             | []
          [${EMPTY:-w}]            | [w]
          [${HOME:-w}]             | [/home/x]
          [${UNSET+w}]             | []
          [${EMPTY+w}]             | [w]
          [${EMPTY:+w}]            | []
          [${HOME:+w}]             | [w]
          [${UNSET:-$HOME}]        | [/home/x]
          [${UNSET:-"a b"}]        | [a b]
          [${UNSET:-${EMPTY:-z}}]  | [z]
          [${UNSET:-\\}}]           | [}]
          ${HOME?no}               | /home/x
          [${EMPTY?no}]            | []
          ${HOME#/}                | home/x
          ${HOME#*/}               | home/x
          ${HOME##*/}              | x
          ${HOME%/*}               | /home
          ${HOME%%/*}              | ~~
          ${HOME#x}                | /home/x
          ${HOME#}                 | /home/x
          ${HOME%?}                | /home/
          ${HOME/home/h}           | /h/x
          ${HOME///_}              | _/_h_o_m_e_/_x_
          ${HOME//\\//_}            | _home_x
          ${HOME/\\//}              | home/x
          ${HOME//[hx]/_}          | /home/x
          ${PATTERN#a\\*}           | b?c
          ${PATTERN%\\?c}           | a*b
          ${PATTERN//?/x}          | xxxxx
          ${PATTERN/*/x}           | x
          [${UNSET/a/b}]           | []
          ${HOME//o/$EMPTY}        | /hme/x
          한${HOME}국               | 한/home/x국
          """)
  void asTheBuilderDoes(String word, String expected) {
    Expansion expansion = scope("").expand(word);
    assertThat(expansion.error()).isNull();
    assertThat(expansion.text()).isEqualTo(expected);
    assertThat(expansion.known()).isTrue();
  }

  @Test
  void theEscapeCharacterOfTheFileCounts() {
    Scope scope = scope("# escape=`\n");
    assertThat(scope.expand("`$HOME").text()).isEqualTo("$HOME");
    assertThat(scope.expand("c:\\a`\"b").text()).isEqualTo("c:\\a\"b");
  }

  @Test
  void itSaysWhichVariablesWereLookedUp() {
    Expansion expansion = scope("").expand("$HOME ${NOPE:-$EMPTY} \\$NO '$NO'");
    assertThat(expansion.used()).containsExactlyInAnyOrder("HOME", "EMPTY");
    assertThat(expansion.unset()).containsExactly("NOPE");
  }

  @Test
  void wordsAreSplitOutsideQuotes() {
    assertThat(scope("").expand("a$EMPTY \"b c\" d\\ e").words())
        .containsExactly("a", "b c", "d e");
    Dockerfile file = Dockerfile.parse("FROM scratch\nENV P=\"80 81\"\nEXPOSE $P");
    Instruction expose = file.instructions().getLast();
    assertThat(Scopes.of(file, Map.of()).before(expose).expand("$P").words())
        .containsExactly("80", "81");
  }

  @Test
  void anUnknownValueMakesTheResultUnknown() {
    Dockerfile file = Dockerfile.parse("ARG A=$TARGETARCH\nFROM a AS x\nFROM a");
    Scopes scopes = Scopes.of(file, Map.of());
    assertThat(scopes.globals().expand("$A").known()).isFalse();
    assertThat(scopes.globals().expand("${B:-x}").known()).isTrue();
    // the base image may set it
    assertThat(scopes.after(file.stages().getLast()).expand("${B:-x}").known()).isFalse();
    assertThat(Scopes.of(file, Map.of("TARGETARCH", "arm64")).globals().expand("$A").text())
        .isEqualTo("arm64");
  }

  @Test
  void quotesMeanNothingInABody() {
    assertThat(scope("").expandBody("it's \"$HOME\" \\$HOME").text())
        .isEqualTo("it's \"/home/x\" $HOME");
  }

  private static Scope scope(String top) {
    Dockerfile file =
        Dockerfile.parse(top + "FROM scratch\nENV HOME=/home/x EMPTY= PATTERN='a*b?c'\nUSER x\n");
    return Scopes.of(file, Map.of()).before(file.instructions().getLast());
  }
}
