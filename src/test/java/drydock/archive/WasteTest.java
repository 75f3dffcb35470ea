// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasteTest {
  private static final long LATER = LayerTar.TIME.toEpochMilli() + 60_000;

  @TempDir Path folder;

  private List<Waste> waste(LayerTar... layers) throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, layers)) {
      return archive.waste();
    }
  }

  @Test
  void aWholeFolderIsRemoved() throws IOException {
    assertThat(
            waste(
                new LayerTar()
                    .folder("src")
                    .file("src/a", "12345")
                    .folder("src/x")
                    .file("src/x/b", "1"),
                new LayerTar().whiteout("src")))
        .containsExactly(
            new Waste.Removed(
                new Waste.Files(0, 1, "/src", 2, List.of("/src/a", "/src/x/b"), 6), true));
  }

  @Test
  void aFileIsOverwrittenAndThenRemoved() throws IOException {
    assertThat(
            waste(
                new LayerTar().folder("d").file("d/a", "12345"),
                new LayerTar().file("d/a", "123"),
                new LayerTar().whiteout("d/a")))
        .containsExactly(
            new Waste.Overwritten(new Waste.Files(0, 1, "/d", 1, List.of("/d/a"), 5)),
            new Waste.Removed(new Waste.Files(1, 2, "/d", 1, List.of("/d/a"), 3), false));
  }

  @Test
  void onlyTheModeChanges() throws IOException {
    assertThat(
            waste(
                new LayerTar().file("app/a", "12345").file("app/b/c", "1").file("app/d", "12"),
                new LayerTar()
                    .file("app/a", "12345", e -> e.setMode(0755))
                    .file("app/b/c", "1", e -> e.setMode(0755))
                    .file("app/d", "12", e -> e.setUserId(1000))))
        .containsExactly(
            new Waste.Retouched(
                new Waste.Files(0, 1, "/app", 2, List.of("/app/a", "/app/b/c"), 6),
                Set.of(Aspect.MODE)),
            new Waste.Retouched(
                new Waste.Files(0, 1, "/app", 1, List.of("/app/d"), 2), Set.of(Aspect.OWNER)));
  }

  @Test
  void sameSizeIsLookedAtMoreClosely() throws IOException {
    assertThat(
            waste(
                new LayerTar().file("same", "12345").file("other", "123"),
                new LayerTar()
                    .file("same", "12345", e -> e.setModTime(LATER))
                    .file("other", "456", e -> e.setModTime(LATER))))
        .containsExactly(
            new Waste.Retouched(
                new Waste.Files(0, 1, "/", 1, List.of("/same"), 5), Set.of(Aspect.TIME)),
            new Waste.Overwritten(new Waste.Files(0, 1, "/", 1, List.of("/other"), 3)));
  }

  @Test
  void copiedThenMoved() throws IOException {
    assertThat(
            waste(
                new LayerTar().folder("tmp").file("tmp/app", "12345").file("tmp/other", "67890"),
                new LayerTar()
                    .whiteout("tmp/app")
                    .file("usr/bin/zzz", "abcde")
                    .file("usr/bin/server", "12345")
                    .whiteout("tmp/other")))
        .containsExactlyInAnyOrder(
            new Waste.Moved(
                new Waste.Files(0, 1, "/tmp", 1, List.of("/tmp/app"), 5), "/usr/bin/server"),
            new Waste.Removed(new Waste.Files(0, 1, "/tmp", 1, List.of("/tmp/other"), 5), false));
  }

  @Test
  void cachesAreKnown() throws IOException {
    assertThat(
            waste(
                new LayerTar()
                    .folder("var/lib/apt/lists")
                    .file("var/lib/apt/lists/x", "12345")
                    .folder("var/cache/apt/archives")
                    .file("var/cache/apt/archives/y", "123"),
                new LayerTar().whiteout("var/lib/apt/lists/x").whiteout("var/cache/apt")))
        .containsExactly(
            new Waste.Cache(
                new Waste.Files(
                    0,
                    1,
                    "/var",
                    2,
                    List.of("/var/lib/apt/lists/x", "/var/cache/apt/archives/y"),
                    8),
                PackageManager.APT));
  }

  @Test
  void whatHasAnotherNameIsNotLost() throws IOException {
    assertThat(
            waste(
                new LayerTar().file("a", "12345").hardLink("b", "a"), new LayerTar().whiteout("a")))
        .isEmpty();
    assertThat(
            waste(
                new LayerTar().file("a", "12345").hardLink("b", "a"),
                new LayerTar().whiteout("a").whiteout("b")))
        .hasSize(1);
  }

  @Test
  void nothingIsLostBySeeing() throws IOException {
    assertThat(
            waste(
                new LayerTar().folder("a").file("a/b", "1").file("empty", ""),
                new LayerTar().folder("a").file("a/c", "2").whiteout("empty")))
        .isEmpty();
  }
}
