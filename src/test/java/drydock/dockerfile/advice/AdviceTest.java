// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each piece of advice speaks where it should, shows the learner's line better, and is silent
/// where it would be wrong.
class AdviceTest {
  @ParameterizedTest
  @EnumSource(Topic.class)
  void speaksOrIsSilentAsItsSamplesSay(Topic topic) throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (AdviceSamples.Sample sample : AdviceSamples.of(topic)) {
      List<Finding> found = of(sample.text(), sample.context(), topic);
      all.assertThat(found).as(sample.text()).hasSize(sample.speaks() ? 1 : 0);
      if (sample.speaks() && found.size() == 1) {
        Finding finding = found.getFirst();
        Fix fix = finding.fix();
        all.assertThat(finding.line()).as(sample.text()).isEqualTo(sample.line());
        all.assertThat(finding.better()).as(sample.text()).isEqualTo(sample.better());
        all.assertThat(fix == null ? null : fix.applyTo(sample.text()))
            .as(sample.text())
            .isEqualTo(sample.fixed());
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void isHeldBackByThreeSamplesAtLeast(Topic topic) throws IOException {
    List<AdviceSamples.Sample> samples = AdviceSamples.of(topic);
    assertThat(samples.stream().filter(AdviceSamples.Sample::speaks))
        .as("samples about which %s speaks", topic.code())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(samples.stream().filter(s -> !s.speaks()))
        .as("samples about which %s is silent", topic.code())
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void noSampleIsRefusedByTheBuilder() throws IOException {
    for (AdviceSamples.Sample sample : AdviceSamples.all()) {
      assertThat(errors(sample.text(), sample.context())).as(sample.text()).isEmpty();
    }
  }

  @Test
  void aFixRemovesWhatWasSaidAndBringsNothingNew() throws IOException {
    for (AdviceSamples.Sample sample : AdviceSamples.all()) {
      String fixed = sample.fixed();
      if (fixed != null) {
        List<String> before = codes(sample.text(), sample.context());
        List<String> after = codes(fixed, sample.context());
        assertThat(after).as(fixed).doesNotContain(sample.code());
        assertThat(after.stream().filter(code -> !before.contains(code)))
            .as(sample.text() + "\n" + fixed)
            .isSubsetOf(
                Arrays.stream(Topic.values())
                    .map(Topic::code)
                    .toList()); // advice about the next thing may come up, no warning and no error
      }
    }
  }

  @Test
  void everyPieceIsWholeWhereverItIsSaid() throws IOException {
    for (AdviceSamples.Sample sample : AdviceSamples.all()) {
      for (Finding finding : Advice.of(Dockerfile.parse(sample.text()), sample.context())) {
        assertThat(finding.severity()).isEqualTo(Severity.ADVICE);
        assertThat(finding.message()).isNotBlank().doesNotContain("{0}", "{1}", "  ");
        assertThat(finding.explanation())
            .isNotBlank()
            .endsWith(".")
            .doesNotContain("{0}", "{1}", "  ");
        assertThat(finding.better()).as(finding.code() + "\n" + sample.text()).isNotBlank();
        assertThat(Stream.of(Lesson.values()).map(Lesson::id)).contains(finding.lesson());
        assertThat(finding.span().length()).isPositive();
        assertThat(finding.span().end()).isLessThanOrEqualTo(sample.text().length());
      }
    }
  }

  @Test
  void codesAreDistinctAndPlain() {
    assertThat(Arrays.stream(Topic.values()).map(Topic::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"))
        .hasSizeGreaterThanOrEqualTo(24);
  }

  @Test
  void aCommentAboveAnInstructionSkipsAdviceForItAlone() {
    String text = "FROM debian:13\n# drydock: skip=cd-lost\nRUN cd /a\nRUN cd /b\n";
    assertThat(of(text, CheckContext.NONE, Topic.CD_LOST))
        .extracting(Finding::line)
        .containsExactly(4);
    String all = text.replace("skip=cd-lost", "skip=all");
    assertThat(of(all, CheckContext.NONE, Topic.CD_LOST))
        .extracting(Finding::line)
        .containsExactly(4);
    String other = text.replace("skip=cd-lost", "skip=setting-lost");
    assertThat(of(other, CheckContext.NONE, Topic.CD_LOST)).hasSize(2);
  }

  @Test
  void aCommentAtTheTopSkipsAdviceForTheFile() {
    String text =
        """
        # syntax=docker/dockerfile:1
        # drydock: skip=cd-lost, unpinned-base

        FROM a
        RUN cd /a
        """;
    assertThat(Advice.of(Dockerfile.parse(text), CheckContext.NONE)).isEmpty();
    assertThat(Dockerfile.parse(text).directive("syntax")).isEqualTo("docker/dockerfile:1");
  }

  @Test
  void nothingIsSaidOfWhatTheBuilderRefuses() {
    assertThat(Advice.of(Dockerfile.parse("FROM debian:13\nADD --x=y a /b\n"), CheckContext.NONE))
        .isEmpty();
    assertThat(Advice.of(Dockerfile.parse("services:\n  web:\n    image: x\n"), CheckContext.NONE))
        .isEmpty();
    assertThat(Advice.of(Dockerfile.parse("# escape=`\nFROM a\nADD a C:\\a\n"), CheckContext.NONE))
        .isEmpty();
  }

  @Test
  void allFindingsComeInTheOrderOfTheFile() {
    String text = "FROM alpine\nADD a /a\nWORKDIR x\nRUN cd /y\nCPOY x /\nENV a b\n";
    assertThat(Findings.of(Dockerfile.parse(text), CheckContext.NONE))
        .extracting(Finding::code)
        .containsExactly(
            "unpinned-base",
            "add-for-copy",
            "WorkdirRelativePath",
            "cd-lost",
            "unknown-instruction",
            "LegacyKeyValueFormat");
  }

  private static List<Finding> of(String text, CheckContext context, Topic topic) {
    return Advice.of(Dockerfile.parse(text), context).stream()
        .filter(finding -> finding.code().equals(topic.code()))
        .toList();
  }

  private static List<String> codes(String text, CheckContext context) {
    return Findings.of(Dockerfile.parse(text), context).stream().map(Finding::code).toList();
  }

  private static List<Finding> errors(String text, CheckContext context) {
    return Findings.of(Dockerfile.parse(text), context).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }
}
