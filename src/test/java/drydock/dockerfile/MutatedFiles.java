// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Random;

/// Dockerfiles that are right, nearly right and wrong in all ways, the same ones for the same seed.
public final class MutatedFiles {
  private static final List<String> PIECES =
      List.of(
          "FROM busybox:1.37 AS base",
          "FROM --platform=$BUILDPLATFORM ${A:-busybox}:1.37",
          "FROM base",
          "RUN echo \"a $B\" && \\",
          "# comment",
          "  # indented",
          "",
          "COPY <<A <<-\"B C\" /d/",
          "A",
          "\tB C",
          "RUN [\"a\", \"b\"]",
          "CMD [\"a\", {\"b\": [1, null, \"c\"]}]",
          "ENV A=b \\",
          "ENV A=$A$A$A$A B=\"${A//?/xx}\"",
          "ENV C the rest ${A%%*b}",
          "\\",
          "\\\\",
          "ONBUILD RUN <<EOF cat",
          "ONBUILD ONBUILD COPY --from=base a b",
          "EOF",
          "# escape=`",
          "# syntax=docker/dockerfile:1",
          "# check=skip=all;error=true",
          "`",
          "  hi ` ",
          "HEALTHCHECK --interval=1s --retries=3 CMD x",
          "ARG ${A:-b} '$x",
          "ARG A B=${A:?no} C=${B/a*?/$A}",
          "\uFEFF",
          "\u00A0RUN\u00A0x",
          "LABEL a=\"é😀\" b='c",
          "${${${",
          "\r",
          "EXPOSE 80/tcp $A 1-2",
          "VOLUME [\"/a\"]",
          "WORKDIR ${A#*[}",
          "USER 1:1",
          "STOPSIGNAL SIGKILL",
          "SHELL [\"sh\", \"-c\"]",
          "MAINTAINER x",
          "COPY --from=0 --chown=1:1 --link a\\ b \"c d\" e",
          "ADD --checksum=sha256:0 http://a/b /c",
          "RUN --mount=type=cache,\"target=/m\",id=$A --network=none true",
          "RUN --mount=type=bind,from=base,target=/m a\\\\\\",
          "RUN apt-get update; apt install curl | sh && cd /x",
          "RUN <<EOF",
          "  export A=b && rm -rf /d/* &",
          "COPY . .",
          "RUN pip install -r a.txt && npm install",
          "CMD ['a', $B]",
          "FROM python AS base");
  private static final String NOISE = "\\`\"'$#<>{}=-[],:/%? \t\r\n\u00A0éA1😀\uD83D\0";

  private final Random random;

  private MutatedFiles(long seed) {
    random = new Random(seed);
  }

  /// The file of this seed.
  public static String file(long seed) {
    return new MutatedFiles(seed).file();
  }

  private String file() {
    StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "\uFEFF" : "");
    text.append(random.nextInt(3) == 0 ? "FROM busybox AS a\n" : "");
    for (int lines = random.nextInt(12); lines >= 0; lines--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(List.of("\n", "\r\n", "\n", "\r", "", "\n").get(random.nextInt(6)));
    }
    if (random.nextInt(20) == 0) {
      int size = 1 << random.nextInt(10);
      String hostile =
          HostileText.ALL
              .get(random.nextInt(HostileText.ALL.size()))
              .apply(size + random.nextInt(size));
      text.insert(
          random.nextBoolean() ? text.length() : random.nextInt(text.length() + 1), hostile);
    }
    for (int changes = random.nextInt(6); changes > 0 && !text.isEmpty(); changes--) {
      mutate(text);
    }
    return text.toString();
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(text.length());
    int to = at + random.nextInt(Math.min(20, text.length() - at));
    switch (random.nextInt(6)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.delete(at, to);
      case 2 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(5)));
      case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      default -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
    }
  }
}
