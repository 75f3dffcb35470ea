// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts that nobody types and a program may: too long, too deep, too many, or made to explode.
/// Each grows with its number, about 10 to 60 characters for one more.
final class HostileText {
  static final List<IntFunction<String>> ALL =
      List.of(
          // one long line, about and beyond what Go's line scanner takes
          n -> "RUN " + "x".repeat(40 * n),
          n -> "RUN " + "x".repeat(65_529 + n % 4),
          n -> "RUN " + "é".repeat(32_764 + n % 3),
          n -> "RUN " + "😀".repeat(16_381 + n % 3) + "a".repeat(n % 5),
          n -> "# " + "\t \u00A0".repeat(10 * n) + "x",
          n -> "x".repeat(40 * n) + " y",
          // brackets
          n -> "ENV A=" + "${".repeat(20 * n),
          n -> "ENV A=" + "${A:-".repeat(n) + "}".repeat(n),
          n -> "ENV A=" + "${A".repeat(10 * n) + "}",
          n -> "ENV A=\"" + "$\"\"".repeat(10 * n),
          n -> "LABEL A=" + "${A//".repeat(n) + "/".repeat(n) + "}".repeat(n),
          n -> "CMD " + "[".repeat(20 * n) + "]".repeat(20 * n),
          n -> "CMD [" + "{\"a\": [1, -2.5e3, null, true, \"\\u00e9\"]}, ".repeat(n) + "1]",
          n -> "CMD [" + "\"a b\", ".repeat(5 * n) + "\"c\"]",
          n -> "SHELL [" + "\"\\uD83D\", ".repeat(5 * n) + "\"\"]",
          // heredocs
          n -> "COPY " + "<<E ".repeat(n) + "/d\n" + "E\n".repeat(n),
          n -> "RUN <<A cat\n$a \"b\n\tA\nA\n".repeat(n),
          n -> "ADD <<-\"E F\" " + "<< ".repeat(5 * n) + "/d\n\tE F\n",
          n -> "RUN " + "<<".repeat(10 * n) + "\n",
          // values that double, or grow by a product
          n -> "ENV A=aaaa\n" + "ENV A=$A$A\n".repeat(n),
          n ->
              "ENV A0=$A$A$A$A\n" + each(n, i -> "ARG A" + (i + 1) + "=${A" + i + "}$A" + i + "\n"),
          n -> "ENV A=" + "x".repeat(20 * n) + "\n" + "LABEL a=$A$A$A$A$A$A$A$A\n".repeat(n),
          n -> "ENV A=" + "x".repeat(20 * n) + "\nENV A=${A//?/$A}\nENV B=${A//x/$A$A}",
          n -> "ENV A=" + "x".repeat(20 * n) + "\n" + "ENV B=${A//" + "*x?".repeat(n) + "y/$A}",
          n -> "ENV A=" + "x".repeat(20 * n) + "\n" + "LABEL B=${A%%*x*y*}${A##*y}\n".repeat(n),
          n ->
              "ARG A=x\nENV A=" + "$A".repeat(10 * n) + "\nWORKDIR $A/$A\nEXPOSE $A\nUSER ${A:?no}",
          n -> "ENV " + each(n, i -> "V" + i + "=$V" + (i - 1) + " "),
          n -> each(n, i -> "ENV NAME_OF_" + i + "=x\nLABEL a=$NAME_0F_" + i + "\n"),
          // stages
          n -> "FROM a AS s0\n" + each(n, i -> "FROM s" + i + " AS s" + (i + 1) + "\nWORKDIR $A\n"),
          n -> each(n, i -> "FROM a AS s" + i + "\nCOPY --from=s" + (i * 7 + 1) % n + " a b\n"),
          n ->
              each(
                  n,
                  i -> "FROM a AS s" + i + "\nRUN --mount=from=s" + (i + 1) % n + ",target=/a b\n"),
          n -> "FROM a AS b\n" + "ONBUILD ENV A=$A$A\n".repeat(n) + "FROM b\n".repeat(n),
          n ->
              "FROM a\n".repeat(n)
                  + "COPY --from="
                  + n
                  + " a b\n"
                  + "COPY --from=0 a b\n".repeat(n),
          n -> "FROM " + "a/".repeat(20 * n) + "b:" + "c".repeat(n) + "@sha256:" + "d".repeat(n),
          n -> "FROM " + "a-.".repeat(10 * n) + "\nFROM --platform=" + "linux/(".repeat(n) + ") x",
          // flags and operands
          n -> "RUN " + "--mount=type=cache,target=/x,id=$A \\\n".repeat(n) + "x",
          n -> "RUN --mount=" + "\"type\"=bind,from=a,\"target=/\"\"m\",".repeat(n) + " x",
          n -> "COPY " + "--exclude=*.md --chown=$A ".repeat(n) + "a b",
          n -> "COPY --chmod=" + "u+rwx,go=u-w,".repeat(n) + "a+x a b",
          n -> "ADD --checksum=sha256:0 " + "http://a/$B ".repeat(n) + "/d",
          n ->
              "HEALTHCHECK --retries="
                  + "9".repeat(40 * n)
                  + " --interval="
                  + "1h".repeat(n)
                  + " CMD x",
          n ->
              "HEALTHCHECK --timeout="
                  + "1.".repeat(n)
                  + " --retries="
                  + "9\\\n".repeat(10 * n)
                  + " CMD x",
          n -> "EXPOSE " + "1-65535/tcp $A 1:2 ".repeat(n),
          n -> "STOPSIGNAL SIG" + "RTMIN+1".repeat(5 * n),
          n -> "ONBUILD ".repeat(5 * n) + "RUN x",
          n -> "VOLUME " + "[\"/a\"] ".repeat(n) + "\nMAINTAINER " + "\u201Cx\u201D ".repeat(n),
          // lines
          n -> "\\\n".repeat(20 * n),
          n -> "RUN a \\\n" + "  # comment\n\n && \"b\" $C \\\n".repeat(n),
          n -> "# check=skip=" + "All,".repeat(10 * n) + ";error=true;".repeat(n),
          n -> "# escape=`\n# syntax=a/b:1.7-labs\n".repeat(n),
          n -> "# name is what it is\n".repeat(2 * n) + "ARG name",
          n -> "\r\n\r\r\n \r\t\n\u0085\u2028RUN x\u2029\u000B\f\n".repeat(n),
          // characters
          n -> "RUN " + "\uD83D".repeat(10 * n) + "\uDE00".repeat(10 * n),
          n -> "ENV " + "𝒳é_\u0301=$𝒳é\u200B\u202E ".repeat(n),
          n -> "RUN " + "\0\uFEFF\u001C\uFFFD\uFFFF".repeat(5 * n),
          n -> "\uFEFFFROM a\n".repeat(n));

  private HostileText() {}

  private static String each(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }
}
