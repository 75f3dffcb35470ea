// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineTest;
import drydock.engine.RawBuild;
import drydock.engine.RawDocker;
import java.io.IOException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The corpus against a real builder. Its sentences are those of Docker 28; other versions word some of them differently,
/// so only what they accept is compared.
@EngineTest
class CorpusEngineTest {
  @Test
  void theBuilderSaysWhatTheCorpusSays() throws IOException {
    String version = RawDocker.get("/version").json().path("Version").asText();
    Assumptions.assumeTrue(version.startsWith("28."), "the sentences are those of Docker 28");
    SoftAssertions all = new SoftAssertions();
    for (Corpus.Sample sample : Corpus.samples()) {
      all.assertThat(RawBuild.of(sample.text()).error())
          .as(sample.text())
          .isEqualTo(sample.sentence());
    }
    all.assertAll();
    assertThat(all.wasSuccess()).isTrue();
  }
}
