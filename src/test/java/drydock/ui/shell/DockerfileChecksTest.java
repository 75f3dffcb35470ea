// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.Finding;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Samples;
import drydock.ui.kit.DirectBackground;
import drydock.workspace.Workspace;
import drydock.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the checks are told beside the file.
class DockerfileChecksTest {
  /// CopyIgnoredFile is an experiment of this engine's, so that it has to be asked for.
  private static final String COPIES =
      "# check=experimental=all\nFROM scratch\nCOPY secret.txt /\n";

  @TempDir Path folder;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Image> details = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable EngineState state;
  private DockerfileChecks checks;

  @BeforeEach
  void open() throws WorkspaceException {
    checks =
        new DockerfileChecks(
            new DirectBackground(),
            new Workspace(folder),
            () -> texts,
            new DockerfileChecks.Known(
                () -> state, () -> details, (_, reference) -> asked.add(reference)));
  }

  private List<String> codes(String text) {
    return checks.now("Dockerfile").apply(Dockerfile.parse(text)).stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void whatTheContextLeavesOutIsReadFromTheDiskOrFromTheEditor() throws IOException {
    assertThat(codes(COPIES)).isEmpty();
    Files.writeString(folder.resolve(".dockerignore"), "*.txt\n");
    assertThat(codes(COPIES)).containsExactly("CopyIgnoredFile");
    texts.put(".dockerignore", "*.md\n");
    assertThat(codes(COPIES)).as("edited, and not saved yet").isEmpty();
    Files.writeString(folder.resolve("Dockerfile.dockerignore"), "secret.txt\n");
    assertThat(codes(COPIES)).as("the file's own rules come first").isNotEmpty();
  }

  @Test
  void rulesThatCannotBeReadLeaveNothingOut() throws IOException {
    Files.writeString(folder.resolve(".dockerignore"), "[\n");
    assertThat(codes(COPIES)).isEmpty();
    Files.write(folder.resolve(".dockerignore"), new byte[] {0, 1, 2});
    assertThat(codes(COPIES)).isEmpty();
  }

  @Test
  void whatTheEngineKnowsOfABaseImageIsUsedAndAskedFor() {
    String text = "FROM app:1\nENV A=$KNOWN B=$OTHER\n";
    ImageSummary app =
        new ImageSummary(
            "sha256:app", List.of("app:1"), List.of(), Instant.EPOCH, 1, Map.of(), List.of());
    assertThat(codes(text)).as("without an engine").isEmpty();
    state =
        new EngineState(
            Samples.INFO, Map.of(app.id(), app), Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    assertThat(codes(text)).isEmpty();
    assertThat(asked).contains("app:1");
    details.put(
        app.id(),
        new Image(
            app,
            "linux",
            "amd64",
            new Image.Config(
                List.of("KNOWN=1", "broken"), List.of(), List.of(), "", "", List.of(), Map.of())));
    assertThat(checks.now("Dockerfile").apply(Dockerfile.parse(text)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("$OTHER"));
  }
}
