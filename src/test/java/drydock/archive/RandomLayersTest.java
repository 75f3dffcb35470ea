// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Layers of random files, folders and markers, laid on one another by a map of paths: slow, and plain enough to be
/// believed.
class RandomLayersTest {
  private static final int ROUNDS = 300;
  private static final int LAYERS = 6;
  private static final List<String> NAMES = List.of("a", "b", "c");

  @TempDir Path folder;

  /// What is seen of a path.
  ///
  /// @param layer that it is from
  /// @param size -1 for a folder
  private record Seen(int layer, int size) {}

  private final TreeMap<String, Seen> seen = new TreeMap<>();
  private Random random = new Random();

  @Test
  void treesAndDrillsAgreeWithAMapOfPaths() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      random = new Random(round);
      seen.clear();
      List<LayerTar> tars = new ArrayList<>();
      List<Map<String, Seen>> states = new ArrayList<>();
      for (int i = 0; i < LAYERS; i++) {
        tars.add(layer(i));
        states.add(new TreeMap<>(seen));
      }
      try (ImageArchive archive = SavedImages.open(folder, tars.toArray(LayerTar[]::new))) {
        for (int i = 0; i < LAYERS; i++) {
          Map<String, Seen> below = i == 0 ? Map.of() : states.get(i - 1);
          check(archive.tree(i), below, states.get(i), "round " + round + ", layer " + i);
        }
        checkDrills(archive, states.getLast(), "round " + round);
      }
    }
  }

  private LayerTar layer(int number) {
    LayerTar tar = new LayerTar();
    Map<String, Seen> own = new TreeMap<>();
    Set<String> gone = new TreeSet<>();
    Set<String> emptied = new TreeSet<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String path = path();
      switch (random.nextInt(5)) {
        case 0 -> {
          tar.whiteout(path);
          gone.add(path);
        }
        case 1 -> {
          tar.opaque(path);
          emptied.add(path);
        }
        case 2 -> {
          tar.folder(path);
          own.put(path, new Seen(number, -1));
        }
        default -> {
          int size = random.nextInt(9);
          tar.file(path, "x".repeat(size));
          own.put(path, new Seen(number, size));
          emptied.add(path);
        }
      }
    }
    seen.keySet().removeAll(gone);
    seen.keySet().removeIf(p -> under(p, gone) || under(p, emptied));
    seen.putAll(own);
    return tar;
  }

  private String path() {
    StringBuilder path = new StringBuilder(NAMES.get(random.nextInt(NAMES.size())));
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path.append('/').append(NAMES.get(random.nextInt(NAMES.size())));
    }
    return path.toString();
  }

  private static boolean under(String path, Set<String> folders) {
    return folders.stream().anyMatch(f -> path.startsWith(f + "/"));
  }

  private static void check(
      FileTree tree, Map<String, Seen> before, Map<String, Seen> after, String what) {
    assertThat(FileTreeTest.nodes(tree.only(Filter.SEEN)).stream().map(FileNode::path))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(withFolders(after.keySet()));
    for (FileNode node : FileTreeTest.nodes(tree)) {
      String path = node.path().substring(1);
      Seen was = before.get(path);
      Seen is = after.get(path);
      if (was != null || is != null) {
        assertThat(changes(was, is)).as(what + " " + path).contains(node.change());
        Seen shown = is == null ? Objects.requireNonNull(was) : is;
        assertThat(node.layer()).as(what + " " + path).isEqualTo(shown.layer());
      }
    }
    Sums sums = tree.root().sums();
    List<Seen> files = after.values().stream().filter(s -> s.size() >= 0).toList();
    assertThat(sums.files()).as(what).isEqualTo(files.size());
    assertThat(sums.bytes()).as(what).isEqualTo(files.stream().mapToLong(Seen::size).sum());
  }

  private static Set<Change> changes(@Nullable Seen was, @Nullable Seen is) {
    if (was == null) {
      return Set.of(Change.ADDED);
    }
    if (is == null) {
      return Set.of(Change.REMOVED);
    }
    boolean folders = was.size() < 0 && is.size() < 0;
    if (folders) {
      return Set.of(Change.NONE, Change.OPAQUE);
    }
    return Set.of(was.equals(is) ? Change.NONE : Change.CHANGED);
  }

  private static Set<String> withFolders(Set<String> paths) {
    Set<String> all = new TreeSet<>();
    for (String path : paths) {
      for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        all.add("/" + path.substring(0, end));
      }
    }
    return all;
  }

  private static void checkDrills(ImageArchive archive, Map<String, Seen> top, String what)
      throws IOException {
    for (String name : NAMES) {
      for (String path : List.of(name, name + "/a", name + "/b/c")) {
        Seen expected = top.get(path);
        assertThat(archive.drill(path).seen())
            .as(what + " " + path)
            .isEqualTo(expected == null ? -1 : expected.layer());
      }
    }
  }
}
