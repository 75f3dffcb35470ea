// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes that are no build checks: what the builder refuses, and what comes from pasting.
class MistakesTest {
  @Test
  void whatTheBuilderRefusesIsFoundWithItsSuggestion() {
    assertThat(fixed("FROM a\nCPOY x /\n")).isEqualTo("FROM a\nCOPY x /\n");
    assertThat(fixed("FROM a\nCOPY --form=b x /\n")).isEqualTo("FROM a\nCOPY --from=b x /\n");
    assertThat(fixed("FROM a\napt-get update\n")).isEqualTo("FROM a\nRUN apt-get update\n");
  }

  @Test
  void everyTeachableErrorHasItsCodeAndLine() {
    assertError("FROM a # x", "from-arguments", 1);
    assertError("FROM a\nCOPY x", "destination-missing", 2);
    assertError("RUN x", "before-from", 1);
    assertError("FROM a AS x\nFROM a AS x\nCOPY --from=x / /", "circular-stages", 0);
    assertError("FROM a\nCOPY --from=7 x /", "stage-index", 2);
    assertError("FROM a\nRUN <<EOF\nx\n", "unterminated-heredoc", 2);
  }

  @Test
  void aNoBreakSpaceIsNamed() {
    Finding finding = only("FROM a\nRUN\u00A0echo x\n");
    assertThat(finding.code()).isEqualTo("no-break-space");
    assertThat(finding.message()).contains("unknown instruction");
    assertThat(fixed("FROM a\nRUN\u00A0echo x\n")).isEqualTo("FROM a\nRUN echo x\n");
  }

  @Test
  void typographicQuotesAreFoundWhereStraightOnesAreMeant() {
    String bad = "FROM a\nCMD [\u201Cecho\u201D, \u201Cx\u201D]\n";
    Finding finding = of(bad, "smart-quotes").getFirst();
    assertThat(finding.line()).isEqualTo(2);
    assertThat(Objects.requireNonNull(finding.fix()).applyTo(bad))
        .isEqualTo("FROM a\nCMD [\"echo\", \"x\"]\n");
    assertThat(of("FROM a\nENV x=\u2018a b\u2019\n", "smart-quotes")).hasSize(1);
    assertThat(of("FROM a\nRUN echo \u201Ca b\u201D\n", "smart-quotes")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nRUN echo \"He said \u201Chi\u201D\"\n",
        "FROM a\nLABEL x=it\u2019s\n",
        "FROM a\n# \u201Cquoted\u201D\nRUN x\n",
        "FROM a\nCOPY <<E /x\n\u201Cquoted\u201D\nE\n"
      })
  void typographicQuotesInTextAreText(String text) {
    assertThat(of(text, "smart-quotes")).isEmpty();
  }

  @Test
  void aComposeFileIsNamedOnce() {
    Finding finding = only("version: '3'\n\nservices:\n  web:\n    image: nginx\n");
    assertThat(finding.code()).isEqualTo("compose-file");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message()).isNotBlank();
  }

  @Test
  void aShellScriptIsNamedOnce() {
    assertThat(only("#!/bin/sh\nset -e\ncd /x\nmake\n").code()).isEqualTo("shell-script");
    assertThat(only("#!/usr/bin/env bash\nfoo\n").code()).isEqualTo("shell-script");
    assertThat(only("apt-get update\napt-get install x\n").code()).isEqualTo("shell-script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nCOPY <<E /compose.yaml\nservices:\nE\n",
        "# services:\nFROM a\n",
        "#!/usr/bin/env -S docker build\nFROM a\n",
        "FROM a\ncd /x\n",
        "FORM a\nRUN x\n",
        "\n"
      })
  void aDockerfileIsNoOtherFile(String text) {
    assertThat(Checks.of(Dockerfile.parse(text), CheckContext.NONE))
        .extracting(Finding::code)
        .doesNotContain("compose-file", "shell-script");
  }

  @Test
  void findingsStandInTheOrderOfTheFile() {
    assertThat(
            Checks.of(
                Dockerfile.parse("FROM a as X\nWORKDIR y\nCPOY x /\nENV a b\n"), CheckContext.NONE))
        .extracting(Finding::code)
        .containsExactly(
            "FromAsCasing",
            "StageNameCasing",
            "WorkdirRelativePath",
            "unknown-instruction",
            "LegacyKeyValueFormat");
  }

  private static void assertError(String text, String code, int line) {
    assertThat(of(text + "\n", code))
        .as(text)
        .first()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
        .satisfies(finding -> assertThat(finding.message()).isNotBlank())
        .satisfies(finding -> assertThat(finding.explanation()).isNotBlank())
        .satisfies(
            finding -> {
              if (line > 0) {
                assertThat(finding.line()).isEqualTo(line);
              }
            });
  }

  private static Finding only(String text) {
    List<Finding> findings = Checks.of(Dockerfile.parse(text), CheckContext.NONE);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static String fixed(String text) {
    return Objects.requireNonNull(only(text).fix()).applyTo(text);
  }

  private static List<Finding> of(String text, String code) {
    return Checks.of(Dockerfile.parse(text), CheckContext.NONE).stream()
        .filter(finding -> finding.code().equals(code))
        .toList();
  }
}
