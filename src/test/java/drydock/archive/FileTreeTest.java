// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir Path folder;

  private static LayerTar base() {
    return new LayerTar()
        .folder("etc")
        .file("etc/motd", "welcome")
        .file("etc/same", "same")
        .folder("cache")
        .file("cache/a", "12345")
        .folder("cache/deep")
        .file("cache/deep/b", "123")
        .folder("data")
        .file("data/old", "old")
        .symlink("link", "etc/motd")
        .folder("opt")
        .file("opt/tool", "tool");
  }

  private static LayerTar change() {
    return new LayerTar()
        .folder("etc")
        .file("etc/motd", "hello, world")
        .file("etc/new", "new!")
        .whiteout("cache")
        .folder("data")
        .opaque("data")
        .file("data/fresh", "fresh")
        .symlink("link", "etc/new")
        .file("opt/tool", "tool", e -> e.setMode(0755))
        .file("implied/only/file", "1");
  }

  @Test
  void whatALayerDoes() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, base(), change())) {
      FileTree tree = archive.tree(1);
      assertThat(lines(tree.only(Filter.LAYER)))
          .containsExactly(
              "REMOVED /cache FOLDER []",
              "REMOVED /cache/a FILE []",
              "REMOVED /cache/deep FOLDER []",
              "REMOVED /cache/deep/b FILE []",
              "OPAQUE /data FOLDER []",
              "ADDED /data/fresh FILE []",
              "REMOVED /data/old FILE []",
              "NONE /etc FOLDER []",
              "CHANGED /etc/motd FILE [CONTENT]",
              "ADDED /etc/new FILE []",
              "ADDED /implied FOLDER []",
              "ADDED /implied/only FOLDER []",
              "ADDED /implied/only/file FILE []",
              "CHANGED /link SYMLINK [TARGET]",
              "NONE /opt FOLDER []",
              "CHANGED /opt/tool FILE [MODE]");
      assertThat(tree.layer()).isEqualTo(1);
      assertThat(tree.unknown()).isEmpty();
      assertThat(tree.find("/etc/same").orElseThrow().layer()).isEqualTo(0);
      assertThat(tree.find("/etc/motd").orElseThrow().layer()).isEqualTo(1);
      assertThat(tree.find("/implied").orElseThrow().layer()).isEqualTo(-1);
      assertThat(tree.find("/nowhere")).isEmpty();
    }
  }

  @Test
  void whatIsSeen() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, base(), change())) {
      assertThat(archive.tree(1).only(Filter.SEEN))
          .extracting(FileTreeTest::paths)
          .isEqualTo(
              List.of(
                  "/data",
                  "/data/fresh",
                  "/etc",
                  "/etc/motd",
                  "/etc/new",
                  "/etc/same",
                  "/implied",
                  "/implied/only",
                  "/implied/only/file",
                  "/link",
                  "/opt",
                  "/opt/tool"));
      assertThat(paths(archive.tree(0))).hasSize(12).contains("/cache/deep/b");
      assertThat(lines(archive.tree(0))).allMatch(l -> l.startsWith("ADDED"));
    }
  }

  @Test
  void foldersAddUp() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, base(), change())) {
      FileTree tree = archive.tree(1);
      assertThat(tree.root().sums()).isEqualTo(new Sums(7, 30, 3, 10, 3, 16, 3, 11));
      assertThat(tree.find("/cache").orElseThrow().sums())
          .isEqualTo(new Sums(0, 0, 0, 0, 0, 0, 2, 8));
      assertThat(tree.only(Filter.LAYER.text("motd")).root().sums()).isEqualTo(tree.root().sums());
    }
  }

  @Test
  void orderAndFilter() throws IOException {
    try (ImageArchive archive = SavedImages.open(folder, base(), change())) {
      FileTree tree = archive.tree(1);
      assertThat(tree.children(tree.root(), Order.SIZE))
          .extracting(FileNode::name)
          .containsExactly("etc", "cache", "data", "opt", "implied", "link");
      assertThat(paths(tree.only(Filter.ALL.text("DEEP"))))
          .containsExactly("/cache", "/cache/deep", "/cache/deep/b");
      assertThat(paths(tree.only(Filter.ALL.text("etc/m")))).containsExactly("/etc", "/etc/motd");
      assertThat(paths(tree.only(new Filter("", EnumSet.of(Change.CHANGED)))))
          .containsExactly("/etc", "/etc/motd", "/link", "/opt", "/opt/tool");
      assertThat(tree.only(Filter.ALL.text("no such")).size()).isZero();
    }
  }

  @Test
  void everyAspect() throws IOException {
    LayerTar above =
        new LayerTar()
            .file("etc/motd", "welcome", e -> e.setUserId(1000))
            .file("etc/same", "same", e -> e.setModTime(0))
            .file(
                "opt/tool",
                "tool",
                e -> e.addPaxHeader("SCHILY.xattr.security.capability", "net_bind"))
            .file("data/old", "old")
            .folder("cache", e -> e.setGroupId(33))
            .folder("opt", e -> e.setModTime(0));
    try (ImageArchive archive = SavedImages.open(folder, base(), above)) {
      assertThat(lines(archive.tree(1).only(Filter.LAYER)))
          .containsExactly(
              "CHANGED /cache FOLDER [OWNER]",
              "NONE /data FOLDER []",
              "CHANGED /data/old FILE []",
              "NONE /etc FOLDER []",
              "CHANGED /etc/motd FILE [OWNER]",
              "CHANGED /etc/same FILE [TIME]",
              "NONE /opt FOLDER []",
              "CHANGED /opt/tool FILE [ATTRIBUTES]");
      assertThat(archive.waste()).hasSize(4).allMatch(w -> w instanceof Waste.Retouched);
    }
  }

  @Test
  void oneKindInPlaceOfAnother() throws IOException {
    LayerTar above = new LayerTar().file("cache", "a file now").folder("link").file("link/in", "1");
    try (ImageArchive archive = SavedImages.open(folder, base(), above)) {
      assertThat(lines(archive.tree(1).only(Filter.LAYER)))
          .containsExactly(
              "CHANGED /cache FILE [KIND]",
              "REMOVED /cache/a FILE []",
              "REMOVED /cache/deep FOLDER []",
              "REMOVED /cache/deep/b FILE []",
              "CHANGED /link FOLDER [KIND]",
              "ADDED /link/in FILE []");
    }
  }

  @Test
  void markersCountWhereverTheyStand() throws IOException {
    LayerTar after = new LayerTar().folder("data").file("data/fresh", "1").opaque("data");
    LayerTar again = new LayerTar().file("cache/a", "back").whiteout("cache/a").whiteout("none");
    try (ImageArchive archive = SavedImages.open(folder, base(), after, again)) {
      assertThat(lines(archive.tree(1).only(Filter.LAYER)))
          .containsExactly(
              "OPAQUE /data FOLDER []", "ADDED /data/fresh FILE []", "REMOVED /data/old FILE []");
      assertThat(lines(archive.tree(2).only(Filter.LAYER)))
          .containsExactly("NONE /cache FOLDER []", "CHANGED /cache/a FILE [CONTENT]");
    }
  }

  @Test
  void thePathThatComesTwiceCountsAsItComesLast() throws IOException {
    LayerTar twice = new LayerTar().file("a", "first").file("./a", "second one");
    try (ImageArchive archive = SavedImages.open(folder, twice)) {
      assertThat(archive.files(0).entries()).hasSize(2);
      assertThat(archive.files(0).find("/a").orElseThrow().size()).isEqualTo(10);
      assertThat(archive.tree(0).root().sums().bytes()).isEqualTo(10);
      assertThat(ImageArchiveTest.text(archive, 0, "a")).isEqualTo("second one");
    }
  }

  @Test
  void theRootMayBeOpaque() throws IOException {
    LayerTar above = new LayerTar().file(".wh..wh..opq", "").file("a", "1");
    try (ImageArchive archive = SavedImages.open(folder, base(), above)) {
      assertThat(paths(archive.tree(1).only(Filter.SEEN))).containsExactly("/a");
    }
  }

  private static List<String> paths(FileTree tree) {
    return nodes(tree).stream().map(FileNode::path).toList();
  }

  private static List<String> lines(FileTree tree) {
    return nodes(tree).stream()
        .map(n -> n.change() + " " + n.path() + " " + n.entry().kind() + " " + n.aspects())
        .toList();
  }

  /// All but the root, from top to bottom.
  static List<FileNode> nodes(FileTree tree) {
    List<FileNode> nodes = new ArrayList<>();
    add(tree, tree.root(), nodes);
    assertThat(tree.size()).isEqualTo(nodes.size());
    return nodes;
  }

  private static void add(FileTree tree, FileNode node, List<FileNode> to) {
    List<FileNode> children = tree.children(node, Order.NAME);
    assertThat(node.children()).isEqualTo(children.size());
    for (FileNode child : children) {
      to.add(child);
      add(tree, child, to);
    }
  }
}
