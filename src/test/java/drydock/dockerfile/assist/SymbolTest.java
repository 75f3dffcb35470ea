// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Span;
import org.junit.jupiter.api.Test;

/// Renaming shows which names belong together: `|` is the caret, and the new name is `new`.
class SymbolTest {
  @Test
  void aStageAndAllThatStartFromItOrTakeFilesFromIt() {
    assertThat(
            renamed(
                """
                FROM golang AS bu|ild
                FROM build AS test
                RUN --mount=type=bind,from=build,target=/x --mount=from=other true
                FROM scratch
                COPY --from=Build /a /b
                COPY --from=builder /a /b
                COPY --from=0 /a /b
                """))
        .isEqualTo(
            """
            FROM golang AS new
            FROM new AS test
            RUN --mount=type=bind,from=new,target=/x --mount=from=other true
            FROM scratch
            COPY --from=new /a /b
            COPY --from=builder /a /b
            COPY --from=0 /a /b
            """);
    assertThat(renamed("FROM a AS b\nFROM b\nONBUILD COPY --from=|b x y"))
        .isEqualTo("FROM a AS new\nFROM new\nONBUILD COPY --from=new x y");
    assertThat(renamed("FROM a AS b\nFROM |b")).isEqualTo("FROM a AS new\nFROM new");
    assertThat(renamed("FROM a AS b\nFROM c\nRUN --mount=\"type=bind,from=|b\" x"))
        .isEqualTo("FROM a AS new\nFROM c\nRUN --mount=\"type=bind,from=new\" x");
  }

  @Test
  void aGlobalArgumentAndTheLinesThatPassItOn() {
    assertThat(
            renamed(
                """
                ARG V|=1
                ARG W=$V
                FROM a:${V} AS x
                ARG V
                RUN echo $V "${V:-2}" '$V' \\$V $VV
                FROM b
                ARG V
                LABEL v=$V
                FROM c
                RUN echo $V
                FROM d
                ARG V=other
                RUN echo $V
                """))
        .isEqualTo(
            """
            ARG new=1
            ARG W=$new
            FROM a:${new} AS x
            ARG new
            RUN echo $new "${new:-2}" '$V' \\$V $VV
            FROM b
            ARG new
            LABEL v=$new
            FROM c
            RUN echo $V
            FROM d
            ARG V=other
            RUN echo $V
            """);
    assertThat(renamed("ARG V=1\nFROM d\nARG V=other\nRUN echo $V|"))
        .isEqualTo("ARG V=1\nFROM d\nARG new=other\nRUN echo $new");
  }

  @Test
  void anEnvHidesAnArgument() {
    assertThat(renamed("FROM a\nARG V|=1\nENV V=$V\nRUN echo $V"))
        .isEqualTo("FROM a\nARG new=1\nENV V=$new\nRUN echo $V");
    assertThat(renamed("FROM a\nARG V=1\nENV V|=$V\nRUN echo $V\nENV V=2 W=$V\n"))
        .isEqualTo("FROM a\nARG V=1\nENV new=$V\nRUN echo $new\nENV new=2 W=$new\n");
    assertThat(renamed("FROM a\nARG V|=1\nCMD echo $V"))
        .isEqualTo("FROM a\nARG new=1\nCMD echo $V");
    assertThat(renamed("FROM a\nENV V|=1\nARG V=2\nRUN echo $V\nCMD echo $V"))
        .isEqualTo("FROM a\nENV new=1\nARG V=2\nRUN echo $V\nCMD echo $new");
    assertThat(renamed("FROM a\nENV V|=1\nARG V\nUSER $V"))
        .isEqualTo("FROM a\nENV new=1\nARG new\nUSER $new");
  }

  @Test
  void aStageHasTheVariablesOfItsBase() {
    assertThat(
            renamed("FROM a AS b\nENV V|=1\nONBUILD RUN echo $V\nFROM b\nUSER $V\nFROM a\nUSER $V"))
        .isEqualTo(
            "FROM a AS b\nENV new=1\nONBUILD RUN echo $new\nFROM b\nUSER $new\nFROM a\nUSER $V");
    assertThat(renamed("FROM a\nONBUILD ARG V|=1\nONBUILD RUN echo $V"))
        .isEqualTo("FROM a\nONBUILD ARG new=1\nONBUILD RUN echo $new");
  }

  @Test
  void whatTheShellReplacesAndWhatNot() {
    String arg = "FROM a\nARG V|\nRUN ";
    assertThat(renamed(arg + "a \"$V\" '\"$V\"' \"'$V'\" \\$V \\\\$V"))
        .endsWith("RUN a \"$new\" '\"$V\"' \"'$new'\" \\$V \\\\$new");
    assertThat(renamed(arg + "a $(b '$V' \"$V\") `c $V` $((V + 1)) ${#V} ${X:-$V}"))
        .endsWith("RUN a $(b '$V' \"$new\") `c $new` $((new + 1)) ${#new} ${X:-$new}");
    assertThat(renamed(arg + "V=2 && export V; make V=3; if V=4; then V=5 x; fi; a # $V"))
        .endsWith("RUN new=2 && export new; make V=3; if new=4; then new=5 x; fi; a # $V");
    assertThat(renamed(arg + "a \\\n # $V\n && b $V")).endsWith("RUN a \\\n # $V\n && b $new");
    assertThat(renamed(arg + "[\"a\", \"$V\"]")).endsWith("RUN [\"a\", \"$V\"]");
    assertThat(renamed(arg + "[\"/bin/sh\", \"-ec\", \"a $V\"]"))
        .endsWith("RUN [\"/bin/sh\", \"-ec\", \"a $new\"]");
    assertThat(renamed("FROM a\nARG V|\nSHELL [\"powershell\", \"-c\"]\nRUN $V"))
        .endsWith("RUN $V");
  }

  @Test
  void heredocs() {
    String arg = "FROM a\nARG V|\n";
    assertThat(renamed(arg + "RUN <<E\na $V '$V'\ncat <<'X'\n$V\nX\ncat <<Y\n'$V'\nY\nE\n"))
        .endsWith("RUN <<E\na $new '$V'\ncat <<'X'\n$V\nX\ncat <<Y\n'$new'\nY\nE\n");
    assertThat(renamed(arg + "RUN <<E\n#!/usr/bin/env python\nprint('$V', $V)\nE\n"))
        .endsWith("print('$V', $V)\nE\n");
    assertThat(renamed(arg + "RUN cat <<E <<'F'\n'$V'\nE\n$V\nF\n"))
        .endsWith("RUN cat <<E <<'F'\n'$new'\nE\n$V\nF\n");
    assertThat(renamed(arg + "RUN bash <<'E'\necho $V '$V'\nE\n"))
        .endsWith("RUN bash <<'E'\necho $new '$V'\nE\n");
    assertThat(renamed(arg + "COPY <<E <<'F' /x/\n'$V' \\$V\nE\n$V\nF\n"))
        .endsWith("COPY <<E <<'F' /x/\n'$new' \\$V\nE\n$V\nF\n");
  }

  @Test
  void whatTheBuilderReplacesAndWhatNot() {
    String arg = "FROM a\nARG V|\n";
    assertThat(renamed(arg + "COPY --chown='$V' --from=$V $V \"${V}x\" '$V' /$V/"))
        .endsWith("COPY --chown='$new' --from=$V $new \"${new}x\" '$V' /$new/");
    assertThat(renamed(arg + "COPY [\"$V\", \"/$V\"]")).endsWith("COPY [\"$new\", \"/$new\"]");
    assertThat(renamed(arg + "RUN --mount=type=cache,target=/$V,id=\"$V\" true"))
        .endsWith("RUN --mount=type=cache,target=/$new,id=\"$new\" true");
    assertThat(renamed(arg + "LABEL a=$V b='$V' \"$V\"=c"))
        .endsWith("LABEL a=$new b='$V' \"$new\"=c");
    assertThat(renamed(arg + "WORKDIR /a/$V \\\n/$V\nEXPOSE $V/tcp\nVOLUME $V [\"$V\"]"))
        .endsWith("WORKDIR /a/$new \\\n/$new\nEXPOSE $new/tcp\nVOLUME $new [\"$new\"]");
    assertThat(renamed("# escape=`\n" + arg + "WORKDIR C:\\$V `$V"))
        .endsWith("WORKDIR C:\\$new `$V");
  }

  @Test
  void namesThatWouldChangeTheFileAreRefused() {
    assertThat(refusal("FROM a AS b|\nFROM alpine", "alpine")).contains("alpine");
    assertThat(refusal("FROM a AS b|\nFROM c AS d", "d")).contains("line 2");
    assertThat(refusal("FROM a AS b|", "9x")).contains("small letter");
    assertThat(refusal("FROM a AS b|", "scratch")).contains("scratch");
    assertThat(refusal("ARG B=b\nFROM a AS b|\nFROM $B", "x")).contains("reached");
    assertThat(refusal("FROM a\nARG V|\nENV W=1", "W")).contains("line 3");
    assertThat(refusal("FROM a\nARG V|\nRUN W=1; echo $W $V", "W"))
        .contains("means something else");
    assertThat(refusal("FROM a\nARG V|", "TARGETARCH")).contains("TARGETARCH");
    assertThat(refusal("FROM a\nARG V|", "a-b")).contains("underscore");
    assertThat(refusal("FROM a\nARG TARGETARCH|", "X")).contains("TARGETARCH");
    assertThat(refusal("FROM a\nENV PATH|=/x", "X")).contains("PATH");
    assertThat(refusal("FROM a\nRUN echo| $V", "X")).contains("no name");
    assertThat(refusal("FROM| a\nFROM b\nCOPY --from=0 x y", "X")).contains("no name");
  }

  @Test
  void definitionIsTheNearestAbove() {
    assertThat(definition("ARG V=1\nFROM a\nARG V\nRUN echo $V|")).isEqualTo(3);
    assertThat(definition("FROM a AS b\nFROM c\nCOPY --from=|b x y")).isEqualTo(1);
    assertThat(definition("FROM a\nFROM c\nCOPY --from=0| x y")).isEqualTo(1);
    assertThat(definition("FROM a\nENV V=1\nENV V=2\nUSER $|V\nENV V=3")).isEqualTo(3);
    assertThat(definition("FROM a\nRUN echo $U|")).isZero();
  }

  private static int definition(String marked) {
    Caret caret = Caret.in(marked);
    Span span = caret.assist().definition(caret.offset());
    return span == null ? 0 : caret.assist().file().lines().line(span.start());
  }

  private static String renamed(String marked) {
    Caret caret = Caret.in(marked);
    return switch (caret.assist().rename(caret.offset(), "new")) {
      case Rename.Change change -> {
        String text = change.fix().applyTo(caret.text());
        Dockerfile.parse(text);
        yield text;
      }
      case Rename.Refusal refusal -> throw new AssertionError(refusal.sentence());
    };
  }

  private static String refusal(String marked, String name) {
    Caret caret = Caret.in(marked);
    return switch (caret.assist().rename(caret.offset(), name)) {
      case Rename.Change change -> change.fix().applyTo(caret.text());
      case Rename.Refusal refusal -> refusal.sentence();
    };
  }
}
