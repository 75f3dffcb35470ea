// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The form is that of the results beside BuildKit's parser tests; the files are our own.
class TreeDumpTest {
  @Test
  void eachInstructionInItsForm() {
    assertThat(dump("From a AS b")).isEqualTo("(from \"a\" \"AS\" \"b\")");
    assertThat(dump("FROM --platform=\"linux/amd64\" a"))
        .isEqualTo("(from [\"--platform=linux/amd64\"] \"a\")");
    assertThat(dump("RUN echo \"hi\"")).isEqualTo("(run \"echo \\\"hi\\\"\")");
    assertThat(dump("RUN [\"a\", \"\\u0041\\n\"]")).isEqualTo("(run \"a\" \"A\\n\")");
    assertThat(dump("CMD ['a']")).isEqualTo("(cmd \"['a']\")");
    assertThat(dump("CMD []")).isEqualTo("(cmd)");
    assertThat(dump("RUN [ -f x ] && y")).isEqualTo("(run \"[ -f x ] && y\")");
    assertThat(dump("ENV a=b c=\"d e\""))
        .isEqualTo("(env \"a\" \"b\" \"=\" \"c\" \"\\\"d e\\\"\" \"=\")");
    assertThat(dump("ENV a b=c  d")).isEqualTo("(env \"a\" \"b=c  d\" \"\")");
    assertThat(dump("LABEL a 'b c'")).isEqualTo("(label \"a\" \"'b c'\" \"\")");
    assertThat(dump("ARG a b='c d'")).isEqualTo("(arg \"a\" \"b='c d'\")");
    assertThat(dump("COPY \"a b\" /c")).isEqualTo("(copy \"\\\"a\" \"b\\\"\" \"/c\")");
    assertThat(dump("COPY a\\ b /c")).isEqualTo("(copy \"a\\\\\" \"b\" \"/c\")");
    assertThat(dump("ADD [\"a b\", \"/c\"]")).isEqualTo("(add \"a b\" \"/c\")");
    assertThat(dump("WORKDIR /a \"b\" c")).isEqualTo("(workdir \"/a \\\"b\\\" c\")");
    assertThat(dump("EXPOSE 80\t443")).isEqualTo("(expose \"80\" \"443\")");
    assertThat(dump("VOLUME /a [\"b\"]")).isEqualTo("(volume \"/a\" \"[\\\"b\\\"]\")");
    assertThat(dump("HEALTHCHECK --retries=3 CMD a  b"))
        .isEqualTo("(healthcheck [\"--retries=3\"] \"CMD\" \"a  b\")");
    assertThat(dump("HEALTHCHECK cmd [\"a\", \"b\"]"))
        .isEqualTo("(healthcheck \"cmd\" \"a\" \"b\")");
    assertThat(dump("HEALTHCHECK")).isEqualTo("(healthcheck)");
    assertThat(dump("ONBUILD COPY --from=x a b"))
        .isEqualTo("(onbuild (copy [\"--from=x\"] \"a\" \"b\"))");
    assertThat(dump("MAINTAINER A <b>")).isEqualTo("(maintainer \"A <b>\")");
    assertThat(dump("Foo bar")).isEqualTo("(foo \"\")");
    assertThat(dump("\\\n")).isEqualTo("(\"\")");
    assertThat(dump("USER é😀\u00A0\u0001x")).isEqualTo("(user \"é😀\\u00a0\\x01x\")");
  }

  @Test
  void continuationsCommentsAndHeredocs() {
    assertThat(dump("RUN a \\  \n\n  # c \\\n  b \\\\\nUSER c\\"))
        .isEqualTo("(run \"a   b \\\\\\\\\")\n(user \"c\")");
    assertThat(dump("COPY <<A <<-\"B\" /d/\nFROM x\nA\n\tB\nUSER me"))
        .isEqualTo("(copy \"<<A\" \"<<-\\\"B\\\"\" \"/d/\")\n(user \"me\")");
  }

  private static String dump(String text) {
    return TreeDump.of(Dockerfile.parse(text));
  }
}
