// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class HoverTest {
  @Test
  void instructionsAndFlags() {
    assertThat(hover("fr|om a").title()).isEqualTo("FROM");
    assertThat(hover("fr|om a").usage()).startsWith("FROM image");
    assertThat(hover("FROM a\nONBUILD CO|PY a b").title()).isEqualTo("COPY");
    assertThat(hover("FROM a\nCOPY --ch|mod=755 a b").title()).isEqualTo("--chmod");
    assertThat(hover("FROM a\nCOPY --ch|mod=755 a b").text()).contains("1.2");
    assertThat(hover("FROM a\nADD --ch|own=1 a b").text()).contains("owns");
    assertThat(hover("FROM a\nRUN --mount=type=cache,sharing=lo|cked,target=/x a").title())
        .isEqualTo("sharing");
    assertThat(hover("# syntax=do|cker/dockerfile:1\nFROM a").title()).isEqualTo("# syntax");
  }

  @Test
  void aVariableHasItsValueOfThisPlace() {
    String file = "ARG V=1\nFROM a\nARG V\nENV E=$V\n";
    assertThat(hover(file + "USER $|E").text()).startsWith("Here it is: 1").contains("line 4");
    assertThat(hover("FROM a\nENV E=1\nENV E|=2").text()).startsWith("Here it is: 2");
    assertThat(hover("FROM a\nENV E=1\nENV E=2$E|").text()).startsWith("Here it is: 1");
    assertThat(hover("FROM a\nENV E=1\nCMD echo $E|\nENV E=2").text()).startsWith("Here it is: 2");
    assertThat(hover("ARG |V=1\nFROM a").text()).startsWith("Here it is: 1");
    assertThat(hover("FROM a\nARG V|").text()).contains("--build-arg V");
    assertThat(hover("FROM a\nARG TARGETARCH|").text()).contains("arm64");
    assertThat(hover("FROM a\nENV E=$PATH|").text()).contains("base image brings");
  }

  @Test
  void whyAVariableIsNotKnown() {
    assertThat(hover("FROM a\nUSER $|V").text()).contains("No line above");
    assertThat(hover("FROM a\nRUN echo $|V").text()).contains("shell");
    assertThat(hover("FROM a\nRUN echo $TARGETARCH|").text()).contains("Add ARG TARGETARCH");
    assertThat(hover("FROM a\nARG V=1\nCMD echo $V|").text()).contains("gone");
    assertThat(hover("FROM a\nARG V=1\nONBUILD USER $V|").text()).contains("built on this one");
  }

  @Test
  void stagesAndImages() {
    String file = "FROM golang AS build\nRUN x\nRUN y\nFROM scratch\nCOPY --from=bu|ild a b\n";
    assertThat(hover(file).title()).isEqualTo("build");
    assertThat(hover(file).usage()).isEqualTo("FROM golang");
    assertThat(hover(file).text()).contains("line 1", "2 steps", "one more place");
    assertThat(hover("FROM scr|atch").text()).contains("nothing in it");
    assertThat(hover("ARG T=1.37\nFROM bus|ybox:$T").title()).isEqualTo("busybox:1.37");
    assertThat(hover("FROM bus|ybox:1.37").text()).contains("on this engine", "4 MB");
    assertThat(hover("FROM bus|ybox:9").text()).contains("not on this engine");
  }

  @Test
  void heredocs() {
    assertThat(hover("FROM a\nCOPY <<E|OF /x\nEOF").text()).contains("replaces variables");
    assertThat(hover("FROM a\nCOPY <<\"E|OF\" /x\nEOF").text()).contains("exactly");
    assertThat(hover("FROM a\nRUN <<E|OF\nEOF").text()).contains("set -e");
  }

  @Test
  void nothingElsewhere() {
    assertThat(none("FROM a\nRUN apt|-get")).isTrue();
    assertThat(none("FROM a\n|\n")).isTrue();
    assertThat(none("FROM a\n# com|ment\n")).isTrue();
    assertThat(none("FOO| a")).isTrue();
  }

  private static boolean none(String marked) {
    Caret caret = Caret.in(marked);
    return caret.assist().hover(caret.offset()) == null;
  }

  private static Hover hover(String marked) {
    Caret caret = Caret.in(marked);
    return Objects.requireNonNull(caret.assist().hover(caret.offset()), marked);
  }
}
