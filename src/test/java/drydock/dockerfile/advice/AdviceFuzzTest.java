// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.MutatedFiles;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.CheckCorpus;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Fix;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Advice about files that are broken in all ways: it does not fail, and what it points at is there.
class AdviceFuzzTest {
  private static final CheckContext KNOWN =
      CheckContext.NONE.withFiles(Set.of(".git/", "node_modules/", ".env"));

  @Test
  void mutatedFilesAreLookedAtToTheirEnd() {
    int found = 0;
    for (int seed = 0; seed < 60_000; seed++) {
      found += look(MutatedFiles.file(seed));
    }
    assertThat(found).isGreaterThan(10_000);
  }

  @Test
  void mutatedSamplesAreLookedAtToTheirEnd() throws IOException {
    Random random = new Random(5);
    String noise = "\\`\"'$#<>{}=-[],:/%?|&;() \t\r\n\u00A0é1";
    for (AdviceSamples.Sample sample : AdviceSamples.all()) {
      for (int i = 0; i < 60; i++) {
        StringBuilder text = new StringBuilder(sample.text());
        for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
          int at = random.nextInt(text.length());
          switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, noise.charAt(random.nextInt(noise.length())));
            default -> text.setLength(Math.max(1, at));
          }
        }
        look(text.toString());
      }
    }
  }

  @Test
  void theCorpusOfBuildChecksIsLookedAtToItsEnd() throws IOException {
    for (CheckCorpus.Sample sample : CheckCorpus.samples()) {
      look(sample.text());
    }
  }

  private static int look(String text) {
    Dockerfile file = Dockerfile.parse(text);
    int found = 0;
    for (Finding finding : Advice.of(file, KNOWN)) {
      found++;
      assertThat(finding.span().end()).as(text).isLessThanOrEqualTo(text.length());
      assertThat(finding.line()).as(text).isBetween(1, file.lines().count());
      Fix fix = finding.fix();
      if (fix != null) {
        assertThat(fix.applyTo(text)).as(text).isNotEqualTo(text);
      }
    }
    return found;
  }
}
