// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreDrillTest {
  @TempDir Path folder;

  private ImageArchive archive() throws IOException {
    return SavedImages.open(
        folder,
        new LayerTar().folder("a").folder("a/b").file("a/b/c", "one").symlink("bin", "a/b"),
        new LayerTar().folder("a").folder("a/b").file("a/b/c", "two", e -> e.setMode(0600)),
        new LayerTar().whiteout("a/b/c"),
        new LayerTar().file("a/b/c", "three"),
        new LayerTar().whiteout("a"),
        new LayerTar().file("a/b/c", "four"),
        new LayerTar().folder("a").opaque("a").file("a/x", "1"),
        new LayerTar().file("a/b/c", "five"),
        new LayerTar().file("a", "a file"),
        new LayerTar().symlink("round", "/round").file("top", "1"));
  }

  @Test
  void everyWayToAppearAndToGo() throws IOException {
    try (ImageArchive archive = archive()) {
      CoreDrill drill = archive.drill("/a/b/c");
      assertThat(drill.layers())
          .extracting(CoreDrillTest::words)
          .containsExactly(
              "added 3",
              "changed 3 [MODE]",
              "removed",
              "added 5",
              "removed with /a",
              "added 4",
              "hidden by /a",
              "added 4",
              "displaced by /a",
              "nothing");
      assertThat(drill.seen()).isEqualTo(-1);
      assertThat(drill.path()).isEqualTo("/a/b/c");
      assertThat(drill.leadsTo()).isEqualTo("/a/b/c");
    }
  }

  @Test
  void linksAreFollowed() throws IOException {
    try (ImageArchive archive =
        SavedImages.open(
            folder,
            new LayerTar().folder("usr").folder("usr/bin").file("usr/bin/sh", "sh"),
            new LayerTar().symlink("bin", "../../usr/bin").symlink("round", "/round"))) {
      CoreDrill drill = archive.drill("bin//./sh");
      assertThat(drill.path()).isEqualTo("/bin/sh");
      assertThat(drill.leadsTo()).isEqualTo("/usr/bin/sh");
      assertThat(drill.layers()).extracting(CoreDrillTest::words).containsOnly("nothing");
      assertThat(archive.drill(drill.leadsTo()).seen()).isZero();
      assertThat(archive.drill("/bin").seen()).isEqualTo(1);
      assertThat(archive.drill("/round/x").leadsTo()).isEmpty();
      assertThat(archive.drill("/no/such").layers()).hasSize(2);
      assertThat(archive.drill("/").seen()).isEqualTo(-1);
    }
  }

  private static String words(CoreDrill.Said said) {
    return switch (said) {
      case CoreDrill.Nothing _ -> "nothing";
      case CoreDrill.Unknown _ -> "unknown";
      case CoreDrill.Added s -> "added " + s.entry().size();
      case CoreDrill.Changed s -> "changed " + s.entry().size() + " " + List.copyOf(s.aspects());
      case CoreDrill.Removed _ -> "removed";
      case CoreDrill.RemovedWith s -> "removed with " + s.folder();
      case CoreDrill.Hidden s -> "hidden by " + s.folder();
      case CoreDrill.Displaced s -> "displaced by " + s.by().path();
    };
  }
}
