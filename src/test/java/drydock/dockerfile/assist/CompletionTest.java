// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
  @Test
  void aFileBeginsWithFrom() {
    assertThat(labels("|").getFirst()).isEqualTo("FROM");
    assertThat(labels("|"))
        .contains("ARG", "# syntax", "FROM go multi-stage")
        .doesNotContain("RUN");
    assertThat(labels("f|").getFirst()).isEqualTo("FROM");
    assertThat(taking("f|", "FROM")).isEqualTo("FROM ");
    assertThat(labels("\n|")).doesNotContain("# syntax");
    assertThat(labels("ARG A=1\n|")).startsWith("FROM", "ARG");
  }

  @Test
  void afterFromComeStepsInTheirUsualOrder() {
    assertThat(labels("FROM a\n|")).startsWith("RUN", "COPY", "WORKDIR");
    assertThat(labels("FROM a\n|")).contains("RUN apt-get install");
    assertThat(labels("FROM a\nC|")).startsWith("COPY", "CMD");
    assertThat(labels("FROM a\nMAIN|")).containsExactly("MAINTAINER");
    assertThat(taking("FROM a\nC|O x y", "COPY")).isEqualTo("FROM a\nCOPY x y");
    assertThat(labels("FROM a\n  r|")).startsWith("RUN");
    assertThat(proposal("FROM a\nCMD x\nC|", "CMD").detail()).contains("2");
    assertThat(labels("FROM a\n# comment |")).isEmpty();
  }

  @Test
  void lettersInOrderComeAfterBegins() {
    assertThat(labels("FROM a\nWD|")).containsExactly("WORKDIR");
    assertThat(labels("FROM a\nHC|")).startsWith("HEALTHCHECK");
    assertThat(labels("FROM a\napt|")).containsExactly("RUN apt-get install");
    assertThat(labels("FROM a\nxyz|")).isEmpty();
  }

  @Test
  void theFilesOwnWayOfWritingIsKept() {
    assertThat(taking("from a\nr|", "run")).isEqualTo("from a\nrun ");
    assertThat(taking("from a\napt|", "run apt-get install"))
        .startsWith("from a\nrun apt-get update \\\n");
    assertThat(taking("# escape=`\nFROM a\napt|", "RUN apt-get install"))
        .contains("RUN apt-get update `\n");
    assertThat(taking("from a |", "as")).isEqualTo("from a as ");
    assertThat(taking("FROM a |", "AS")).isEqualTo("FROM a AS ");
  }

  @Test
  void onbuildTakesInstructionsButThree() {
    assertThat(labels("FROM a\nONBUILD |"))
        .contains("RUN", "COPY")
        .doesNotContain("FROM", "ONBUILD", "MAINTAINER");
    assertThat(taking("FROM a\nONBUILD c|", "COPY")).isEqualTo("FROM a\nONBUILD COPY ");
    assertThat(labels("FROM a\nONBUILD COPY --ch|")).containsExactly("--chown", "--chmod");
  }

  @Test
  void flagsThatAreNotGivenYetWithTheirVersion() {
    assertThat(labels("FROM a\nCOPY --|")).startsWith("--from", "--chown", "--chmod", "--link");
    assertThat(labels("FROM a\nCOPY --link --|")).doesNotContain("--link");
    assertThat(labels("FROM a\nCOPY --exclude=a --ex|")).containsExactly("--exclude");
    assertThat(labels("FROM a\nCOPY --| --from=b x y")).doesNotContain("--from");
    assertThat(proposal("FROM a\nCOPY --li|", "--link").detail()).contains("1.4");
    assertThat(taking("FROM a\nCOPY --li|", "--link")).isEqualTo("FROM a\nCOPY --link");
    assertThat(taking("FROM a\nCOPY --fr|", "--from")).isEqualTo("FROM a\nCOPY --from=");
    assertThat(taking("FROM a\nRUN --mou|x=type=cache true", "--mount"))
        .isEqualTo("FROM a\nRUN --mount=type=cache true");
    assertThat(labels("FROM a\nCOPY x --|")).isEmpty();
    assertThat(labels("FROM a\nCOPY --par|")).isEmpty();
    assertThat(labels("# syntax=docker/dockerfile:1\nFROM a\nCOPY --par|"))
        .containsExactly("--parents");
  }

  @Test
  void valuesOfFlags() {
    assertThat(labels("FROM a\nRUN --network=|")).containsExactly("default", "none", "host");
    assertThat(labels("FROM a\nHEALTHCHECK --interval=|")).contains("30s");
    assertThat(labels("FROM --platform=$B|")).startsWith("BUILDPLATFORM");
    assertThat(labels("FROM --platform=linux/arm|")).containsExactly("linux/arm64", "linux/arm/v7");
    assertThat(labels("FROM a\nCOPY --link=|")).containsExactly("true", "false");
    assertThat(labels("FROM a\nCOPY --chmod=|")).contains("755");
  }

  @Test
  void fieldsOfMounts() {
    assertThat(labels("FROM a\nRUN --mount=|")).startsWith("type", "source", "target");
    assertThat(labels("FROM a\nRUN --mount=type=|"))
        .containsExactly("bind", "cache", "tmpfs", "secret", "ssh");
    assertThat(labels("FROM a\nRUN --mount=type=cache,|"))
        .startsWith("target", "id", "sharing")
        .doesNotContain("type");
    assertThat(labels("FROM a\nRUN --mount=type=cache,sharing=l|")).containsExactly("locked");
    assertThat(taking("FROM a\nRUN --mount=type=cache,ta|,id=x true", "target"))
        .isEqualTo("FROM a\nRUN --mount=type=cache,target=,id=x true");
    assertThat(labels("FROM a AS one\nFROM b\nRUN --mount=from=|")).startsWith("one");
    assertThat(labels("FROM a\nRUN --mount=source=s|")).containsExactly("src/", "secret.key");
    assertThat(labels("FROM a\nRUN --mount=type=secret,|")).contains("env", "required");
    assertThat(labels("FROM a\nRUN \\\n  --mount=type=ca|")).containsExactly("cache");
  }

  @Test
  void stagesAboveAndImages() {
    String file = "FROM a AS One\nFROM b\nFROM c AS three\n";
    assertThat(labels(file + "FROM |"))
        .startsWith("three", "one", "busybox:1.37", "python:3.13-slim", "scratch", "--platform");
    assertThat(labels(file + "COPY --from=|")).startsWith("1", "one", "busybox:1.37");
    assertThat(labels(file + "COPY --from=t|")).isEmpty();
    assertThat(labels("FROM py|").getFirst()).isEqualTo("python:3.13-slim");
    assertThat(taking("FROM py|thon", "python:3.13-slim")).isEqualTo("FROM python:3.13-slim");
    assertThat(labels("FROM slim|")).containsExactly("python:3.13-slim");
  }

  @Test
  void variablesWithTheirValues() {
    String file = "ARG V=1\nFROM a:$V\nARG V\nENV HOME=/h OTHER=x\n";
    assertThat(labels(file + "WORKDIR $|")).startsWith("OTHER", "HOME", "V", "PATH");
    assertThat(proposal(file + "WORKDIR $|", "HOME").detail()).isEqualTo("= /h");
    assertThat(taking(file + "WORKDIR $HO|", "HOME")).endsWith("WORKDIR $HOME");
    assertThat(taking(file + "WORKDIR ${HO|", "HOME")).endsWith("WORKDIR ${HOME}");
    assertThat(taking(file + "WORKDIR ${HO|M}/x", "HOME")).endsWith("WORKDIR ${HOME}/x");
    assertThat(taking(file + "WORKDIR ${H|:-y}", "HOME")).endsWith("WORKDIR ${HOME:-y}");
    assertThat(labels("ARG V=1\nFROM a:$|")).startsWith("V").contains("TARGETARCH");
    assertThat(labels(file + "RUN echo \"$|\"")).contains("V", "HOME");
    assertThat(labels(file + "RUN a \\\n  && echo $H|")).startsWith("HOME");
    assertThat(labels(file + "COPY <<E /x\n$H|\nE\n")).startsWith("HOME");
    assertThat(labels(file + "RUN <<E\necho $H|\nE\n")).startsWith("HOME");
    assertThat(labels("ARG V=1\nFROM a\nARG |")).startsWith("V", "BUILDPLATFORM");
  }

  @Test
  void noVariablesWhereNothingReplacesThem() {
    String file = "FROM a\nARG V=1\nENV E=2\n";
    assertThat(labels(file + "CMD echo $|")).contains("E").doesNotContain("V");
    assertThat(labels(file + "CMD [\"a\", \"$|\"]")).isEmpty();
    assertThat(labels(file + "RUN echo '$|'")).isEmpty();
    assertThat(labels(file + "RUN echo \\$|")).isEmpty();
    assertThat(labels(file + "COPY --from=$|")).isEmpty();
    assertThat(labels(file + "COPY <<'E' /x\n$|\nE\n")).isEmpty();
    assertThat(labels("# escape=`\n" + file + "USER `$|")).isEmpty();
    assertThat(labels("# escape=`\n" + file + "WORKDIR \\$|")).contains("E");
  }

  @Test
  void pathsOfTheContextOneFolderAtATime() {
    assertThat(labels("FROM a\nCOPY |")).startsWith("src/", "app.py", "secret.key", "--from");
    assertThat(labels("FROM a\nCOPY |")).doesNotContain("my file");
    assertThat(taking("FROM a\nCOPY s|", "src/")).isEqualTo("FROM a\nCOPY src/");
    assertThat(labels("FROM a\nCOPY src/|")).containsExactly("main.py", "lib/");
    assertThat(taking("FROM a\nCOPY ./src/m|x /y", "main.py"))
        .isEqualTo("FROM a\nCOPY ./src/main.py /y");
    assertThat(taking("FROM a\nCOPY s|/main.py /y", "src"))
        .isEqualTo("FROM a\nCOPY src/main.py /y");
    assertThat(labels("FROM a\nCOPY app.py /|")).isEmpty();
    assertThat(labels("FROM a\nCOPY ../|")).isEmpty();
    assertThat(taking("FROM a\nCOPY [\"a|\"]", "app.py")).isEqualTo("FROM a\nCOPY [\"app.py\"]");
    assertThat(labels("FROM a AS b\nFROM a\nCOPY --from=b |")).doesNotContain("app.py");
  }

  @Test
  void whatIsLeftOutOfTheContextIsMarkedWithItsRule() {
    Proposal key = proposal("FROM a\nCOPY s|", "secret.key");
    assertThat(key.isMarked()).isTrue();
    assertThat(key.detail()).contains("*.key");
    assertThat(proposal("FROM a\nCOPY s|", "src/").isMarked()).isFalse();
    assertThat(proposal("FROM a\nCOPY src/|", "lib/").isMarked()).isTrue();
  }

  @Test
  void listsSignalsAndPorts() {
    assertThat(labels("FROM a\nCMD |")).containsExactly("[\"program\", \"argument\"]");
    assertThat(taking("FROM a\nCMD [|", "[\"program\", \"argument\"]"))
        .isEqualTo("FROM a\nCMD [\"program\", \"argument\"]");
    assertThat(labels("FROM a\nSHELL |").getFirst()).contains("pipefail");
    assertThat(labels("FROM a\nSTOPSIGNAL sigk|")).containsExactly("SIGKILL");
    assertThat(labels("FROM a\nEXPOSE 80/|")).containsExactly("tcp", "udp");
    assertThat(labels("FROM a\nHEALTHCHECK |")).startsWith("CMD", "NONE", "--interval");
    assertThat(labels("FROM a\nHEALTHCHECK CMD |")).containsExactly("[\"program\", \"argument\"]");
    assertThat(labels("FROM a\nLABEL source|")).contains("org.opencontainers.image.source");
  }

  @Test
  void directivesAtTheTopOnly() {
    assertThat(taking("# syn|", "syntax")).isEqualTo("# syntax=");
    assertThat(taking("#syntax=d|", "docker/dockerfile:1"))
        .isEqualTo("#syntax=docker/dockerfile:1");
    assertThat(labels("# syntax=a\n# |")).containsExactly("escape", "check");
    assertThat(labels("# check=|")).containsExactly("skip", "error", "experimental");
    assertThat(taking("# check=skip=JSON|", "JSONArgsRecommended"))
        .isEqualTo("# check=skip=JSONArgsRecommended");
    assertThat(labels("# check=skip=StageNameCasing,Stage|")).isEmpty();
    assertThat(labels("# check=skip=all;e|")).startsWith("error", "experimental");
    assertThat(labels("# escape=|")).containsExactly("`", "\\");
    assertThat(labels("FROM a\n# syn|")).isEmpty();
  }

  @Test
  void nothingWhereNothingCanBeSaid() {
    assertThat(labels("FROM a\nRUN apt-|")).isEmpty();
    assertThat(labels("FROM a\nRUN a \\|\n b")).isEmpty();
    assertThat(labels("FROM a\nRUN a \\\n# f|\n b")).isEmpty();
    assertThat(labels("FROM a\nRUN <<E\nR|\nE")).isEmpty();
  }

  @Test
  void aSnippetHasPlacesToFillIn() {
    Snippet snippet = proposal("FROM a\napt|", "RUN apt-get install").insert();
    assertThat(snippet.text()).doesNotContain("${");
    assertThat(snippet.stops()).hasSize(1);
    assertThat(snippet.stops().getFirst().span().of(snippet.text())).isEqualTo("curl");
    Snippet parsed = Snippet.parse("a$0 ${2:x} ${1:yy} ${HOME} $x");
    assertThat(parsed.text()).isEqualTo("a x yy ${HOME} $x");
    assertThat(parsed.stops()).extracting(Snippet.Stop::number).containsExactly(1, 2, 0);
  }

  private static List<String> labels(String marked) {
    return Caret.in(marked).labels();
  }

  private static String taking(String marked, String label) {
    return Caret.in(marked).taking(label);
  }

  private static Proposal proposal(String marked, String label) {
    return Caret.in(marked).completion().proposals().stream()
        .filter(p -> p.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
