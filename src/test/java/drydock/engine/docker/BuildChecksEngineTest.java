// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.check.CheckCorpus;
import drydock.engine.BuildEvent;
import drydock.engine.EngineTest;
import drydock.engine.RawDocker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
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
    RawDocker.Answer answer = RawDocker.request("POST", "/build?version=2", context(text));
    TraceDecoder decoder = new TraceDecoder();
    Set<String> warnings = new TreeSet<>();
    List<String> lines = answer.text().lines().filter(line -> line.startsWith("{")).toList();
    for (BuildEvent event : BuildAnswers.decode(decoder, lines)) {
      if (event instanceof BuildEvent.Warning warning) {
        warnings.add(
            CheckCorpus.line(
                warning.lines().getFirst().first(),
                warning.lines().getLast().last(),
                warning.rule() + ": " + warning.message()));
      }
    }
    for (String line : lines) {
      String image = Json.parse(line).path("aux").path("ID").asText();
      if (!image.isEmpty()) {
        remove(image);
      }
    }
    return warnings;
  }

  /// An image that the test has made: no tag names it.
  private static void remove(String id) {
    RawDocker.Answer image = RawDocker.get("/images/" + id + "/json");
    if (image.status() == 200 && image.json().path("RepoTags").isEmpty()) {
      RawDocker.delete("/images/" + id);
    }
  }

  /// A context with the Dockerfile and one file `f`.
  private static byte[] context(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      add(tar, "Dockerfile", text.getBytes(StandardCharsets.UTF_8));
      add(tar, "f", new byte[] {'x'});
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
