// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.archive.Bounds;
import drydock.archive.Change;
import drydock.archive.FileTree;
import drydock.archive.Filter;
import drydock.archive.ImageArchive;
import drydock.archive.Order;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Listing a saved image of 100 layers and 100,000 files, beside `tar -tv` of the same archive and of its layers, which
/// tar finds unpacked from the archive already. Both in turn, so that a busy machine slows down both.
final class ArchiveBench {
  private static final int LAYERS = 100;
  private static final int FILES = 1_000;
  private static final int ROUNDS = 15;
  private static final double TARGET = 1.2;

  private final Path folder;
  private final Path saved;

  private ArchiveBench(Path folder) throws IOException {
    this.folder = folder;
    this.saved = new LargeImage(LAYERS, FILES).write(folder);
  }

  private interface Work {
    void run() throws Exception;
  }

  static void run() throws Exception {
    Path folder = Files.createTempDirectory("drydock-bench-");
    try {
      ArchiveBench bench = new ArchiveBench(folder);
      bench.compare();
      bench.inside();
    } finally {
      remove(folder);
    }
  }

  private void compare() throws Exception {
    double[] tar = new double[ROUNDS];
    double[] taking = new double[ROUNDS];
    double[] listing = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      tar[i] = milliseconds(this::tar);
      ImageArchive[] archive = new ImageArchive[1];
      taking[i] = milliseconds(() -> archive[0] = open());
      listing[i] = milliseconds(() -> list(archive[0]));
      archive[0].close();
    }
    System.out.printf(
        Locale.ROOT,
        "%d layers, %,d files, %,d MB%n%-36s %8s %8s %8s  ms%n",
        LAYERS,
        LAYERS * FILES,
        Files.size(saved) >> 20,
        "",
        "first",
        "p50",
        "max");
    double tars = print("tar -tv of archive and layers", tar);
    print("taking the archive in", taking);
    double first = listing[0] / tar[0];
    double ratio = print("listing all layers", listing) / tars;
    System.out.printf(
        Locale.ROOT,
        "listing takes %.2f times as long as tar, the first time %.2f; target at most %.1f: %s%n",
        ratio,
        first,
        TARGET,
        ratio <= TARGET ? "reached" : "missed");
  }

  /// What a view asks for once all layers are listed.
  private void inside() throws Exception {
    long before = live();
    try (ImageArchive archive = open()) {
      list(archive);
      long listed = live();
      FileTree top = archive.tree(LAYERS - 1);
      System.out.printf(
          Locale.ROOT,
          "heap: %.1f MB, with a tree %.1f MB%n",
          (listed - before) / 1e6,
          (live() - before) / 1e6);
      row("tree after the last layer", () -> archive.tree(LAYERS - 1));
      row("filter by text", () -> top.only(Filter.ALL.text("e7_3")));
      row("filter by change", () -> top.only(new Filter("", Set.of(Change.ADDED))));
      row("largest first", () -> top.children(top.root(), Order.SIZE).getFirst());
      row("core drill", () -> archive.drill("/usr/share/package7_3/file5"));
      row("waste", archive::waste);
    }
  }

  private ImageArchive open() throws IOException {
    return ImageArchive.read(out -> Files.copy(saved, out), folder.resolve("spool"), Bounds.USUAL);
  }

  private static void list(ImageArchive archive) throws IOException {
    int files = 0;
    for (int i = 0; i < LAYERS; i++) {
      files += archive.files(i).entries().size();
    }
    if (files < LAYERS * FILES) {
      throw new IllegalStateException("only " + files + " files");
    }
  }

  private void tar() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "sh", "-c", "tar -tvf saved.tar && for f in layers/*; do tar -tvf $f; done")
            .directory(folder.toFile())
            .start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("tar failed");
    }
  }

  private static void row(String name, Work work) throws Exception {
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = milliseconds(work);
    }
    print(name, times);
  }

  private static double milliseconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /// @return the median
  private static double print(String name, double[] times) {
    double first = times[0];
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    System.out.printf(
        Locale.ROOT, "%-36s %8.1f %8.1f %8.1f%n", name, first, median, sorted[sorted.length - 1]);
    return median;
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
