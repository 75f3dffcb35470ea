// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Completion;
import drydock.dockerfile.assist.Hover;
import drydock.dockerfile.assist.Proposal;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What help is told beside the file.
class DockerfileHelpTest {
  @TempDir Path folder;
  private final Map<String, Image> details = new HashMap<>();
  private @Nullable EngineState state;
  private DockerfileHelp help;

  @BeforeEach
  void open() throws WorkspaceException {
    DockerfileChecks checks =
        new DockerfileChecks(
            new DirectBackground(),
            new Workspace(folder),
            Map::of,
            new DockerfileChecks.Known(() -> state, () -> details, (_, _) -> {}));
    help = new DockerfileHelp(folder, checks, () -> state);
  }

  private Assist assist(String text) {
    return help.help("Dockerfile").apply(Dockerfile.parse(text));
  }

  private List<Proposal> proposals(String text) {
    Completion completion = assist(text).completion(text.length());
    return completion.proposals();
  }

  private void have(ImageSummary... images) {
    Map<String, ImageSummary> all = new HashMap<>();
    for (ImageSummary image : images) {
      all.put(image.id(), image);
    }
    state = new EngineState(Samples.INFO, all, Map.of(), Map.of(), Map.of(), Instant.EPOCH);
  }

  private static ImageSummary image(String id, long size, String... tags) {
    return new ImageSummary(id, List.of(tags), List.of(), Instant.EPOCH, size, Map.of(), List.of());
  }

  @Test
  void imagesOfTheEngineByNameWithTheirSize() {
    assertThat(proposals("FROM ")).extracting(Proposal::label).startsWith("scratch");
    have(
        image("sha256:1", 4_430_000, "busybox:1.37", "app:dev"),
        image("sha256:2", 1, "<none>:<none>"),
        image("sha256:3", 1));
    assertThat(proposals("FROM "))
        .extracting(Proposal::label)
        .startsWith("app:dev", "busybox:1.37", "scratch");
    assertThat(proposals("FROM b").getFirst().detail()).isEqualTo("4.4 MB");
  }

  @Test
  void filesOfTheFolderWithWhatIsLeftOut() throws IOException {
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(folder.resolve("src/main.py"), "");
    Files.writeString(folder.resolve("secret.key"), "");
    Files.writeString(folder.resolve(".dockerignore"), "*.key\n");
    assertThat(proposals("FROM a\nCOPY s"))
        .extracting(Proposal::label, Proposal::isMarked)
        .containsExactly(tuple("src/", false), tuple("secret.key", true));
    assertThat(proposals("FROM a\nCOPY src/")).extracting(Proposal::label).contains("main.py");
    assertThat(proposals("FROM a\nCOPY ../")).isEmpty();
    Files.createSymbolicLink(folder.resolve("out"), folder.getParent());
    assertThat(proposals("FROM a\nCOPY out/")).isEmpty();
  }

  @Test
  void theBaseImagesEnvironment() {
    ImageSummary app = image("sha256:app", 1, "app:1");
    have(app);
    details.put(
        app.id(),
        new Image(
            app,
            "linux",
            "amd64",
            new Image.Config(
                List.of("HOME=/data"), List.of(), List.of(), "", "", List.of(), Map.of())));
    String text = "FROM app:1\nUSER $HOME";
    Hover hover = Objects.requireNonNull(assist(text).hover(text.length() - 1));
    assertThat(hover.text()).contains("/data", "base image");
  }
}
