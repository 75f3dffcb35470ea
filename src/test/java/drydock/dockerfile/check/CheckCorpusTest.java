// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// What we say the builder warns of is what it warns of. `BuildChecksEngineTest` holds the same files against a real one.
class CheckCorpusTest {
  @Test
  void theWarningsAreTheBuilders() throws IOException {
    List<CheckCorpus.Sample> samples = CheckCorpus.samples();
    assertThat(samples).hasSizeGreaterThan(200);
    SoftAssertions all = new SoftAssertions();
    for (CheckCorpus.Sample sample : samples) {
      all.assertThat(CheckCorpus.ours(sample.text()))
          .as(sample.text())
          .isEqualTo(sample.warnings());
    }
    all.assertAll();
  }

  @Test
  void theCorpusHasEveryRuleThatATextAloneCanBreak() throws IOException {
    Set<String> seen =
        CheckCorpus.samples().stream()
            .flatMap(sample -> sample.warnings().stream())
            .map(warning -> warning.replaceAll("^\\S+ |:.*", ""))
            .collect(Collectors.toSet());
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values())
                .filter(
                    rule ->
                        rule != Rule.COPY_IGNORED_FILE && rule != Rule.INVALID_BASE_IMAGE_PLATFORM)
                .map(Rule::code)
                .toList());
  }

  @Test
  void everyFindingHasAPlaceAndAnExplanation() throws IOException {
    for (CheckCorpus.Sample sample : CheckCorpus.samples()) {
      for (Finding finding : Checks.of(Dockerfile.parse(sample.text()), CheckContext.NONE)) {
        assertThat(finding.explanation()).as(finding.code()).isNotBlank();
        assertThat(finding.span().length()).as(sample.text() + finding).isPositive();
        assertThat(finding.span().end()).isLessThanOrEqualTo(sample.text().length());
        assertThat(finding.endLine()).isGreaterThanOrEqualTo(finding.line());
      }
    }
  }

  /// A fix may uncover something else, but what it was made for is gone.
  @Test
  void aFixRemovesItsFinding() throws IOException {
    int fixes = 0;
    for (CheckCorpus.Sample sample : CheckCorpus.samples()) {
      List<Finding> before = findings(sample.text());
      for (Finding finding : before) {
        Fix fix = finding.fix();
        if (fix == null) {
          continue;
        }
        fixes++;
        String fixed = fix.applyTo(sample.text());
        List<Finding> after = findings(fixed);
        assertThat(after)
            .as(sample.text() + "\n" + fixed)
            .noneMatch(f -> f.line() == finding.line() && f.message().equals(finding.message()));
        assertThat(after.stream().filter(f -> f.severity() == Severity.ERROR).count())
            .as(sample.text() + "\n" + fixed)
            .isLessThanOrEqualTo(
                before.stream().filter(f -> f.severity() == Severity.ERROR).count());
      }
    }
    assertThat(fixes).isGreaterThan(60);
  }

  private static List<Finding> findings(String text) {
    return Checks.of(Dockerfile.parse(text), CheckContext.NONE);
  }
}
