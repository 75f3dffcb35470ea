// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From the start of a process to its first frame that can be used, and the memory that it then takes: the app, and beside it
/// a window with one label. Each is a process of its own, in turns, with the same options as this one.
final class FrameBench {
  private static final int ROUNDS = 5;

  private FrameBench() {}

  /// What a child told.
  private record Figures(double millis, double megabytes) {}

  static void run() throws IOException, InterruptedException {
    child("bare"); // the files come into the system's cache
    child("app");
    List<Figures> bare = new ArrayList<>();
    List<Figures> app = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      bare.add(child("bare"));
      app.add(child("app"));
    }
    print("a window with one label", bare);
    print("the app", app);
    System.out.printf(
        Locale.ROOT,
        "frame: app / bare window: time %.2f, memory %.2f (medians of %d)%n",
        millis(app) / millis(bare),
        megabytes(app) / megabytes(bare),
        ROUNDS);
  }

  private static Figures child(String kind) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FirstFrame.class.getName(), kind));
    long start = System.currentTimeMillis();
    command.add(Long.toString(start));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told;
    try (InputStream out = process.getInputStream()) {
      told = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(kind + " ended with " + process.exitValue() + ": " + told);
    }
    String[] figures = told.substring(told.lastIndexOf('\n') + 1).split(" ", -1);
    return new Figures(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
  }

  private static void print(String what, List<Figures> all) {
    System.out.printf(
        Locale.ROOT,
        "frame: %s: first usable frame after %.0f ms, %.0f MB resident%n",
        what,
        millis(all),
        megabytes(all));
  }

  private static double millis(List<Figures> all) {
    return all.stream().mapToDouble(Figures::millis).sorted().toArray()[all.size() / 2];
  }

  private static double megabytes(List<Figures> all) {
    return all.stream().mapToDouble(Figures::megabytes).sorted().toArray()[all.size() / 2];
  }
}
