// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.check.CheckCorpus;
import drydock.engine.BuildEvent;
import drydock.engine.EngineTest;
import drydock.engine.RawBuild;
import drydock.engine.RawDocker;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The warnings of a real builder for the corpus of build checks, against those recorded and against Drydock's own. Engines
/// before 27 check nothing, others than 28 have slightly other rules.
@EngineTest
class BuildChecksEngineTest {
  @Test
  void theBuilderWarnsOfWhatDrydockWarnsOf() throws IOException {
    String version = RawDocker.get("/version").json().path("Version").asText();
    Assumptions.assumeTrue(version.startsWith("28."), "the warnings are those of Docker 28");
    SoftAssertions all = new SoftAssertions();
    List<CheckCorpus.Sample> samples = CheckCorpus.samples();
    for (CheckCorpus.Sample sample : samples) {
      Set<String> warnings = warnings(sample.text());
      all.assertThat(warnings).as("recorded for\n" + sample.text()).isEqualTo(sample.warnings());
      all.assertThat(CheckCorpus.ours(sample.text()))
          .as("Drydock's for\n" + sample.text())
          .isEqualTo(warnings);
    }
    all.assertAll();
    assertThat(samples).hasSizeGreaterThan(200);
  }

  private static Set<String> warnings(String text) throws IOException {
    TraceDecoder decoder = new TraceDecoder();
    Set<String> warnings = new TreeSet<>();
    for (BuildEvent event : BuildAnswers.decode(decoder, RawBuild.of(text).lines())) {
      if (event instanceof BuildEvent.Warning warning) {
        warnings.add(
            CheckCorpus.line(
                warning.lines().getFirst().first(),
                warning.lines().getLast().last(),
                warning.rule() + ": " + warning.message()));
      }
    }
    return warnings;
  }
}
