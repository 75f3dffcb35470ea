// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.build.BuildOptions;
import drydock.build.BuildRun;
import drydock.engine.BuildOutcome;
import drydock.engine.ContainerEngine;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Wall time of a build through our port beside `docker buildx build`: same engine, same folder, same state of the cache,
/// in turns. The target is a ratio of at most 1.0. Cold means that every step runs (`--no-cache`), warm that none does.
public final class BuildBench {
  private static final int PAIRS = 7;
  private static final double TARGET = 1.0;
  private static final String TAG = "drydock-bench:build";
  private static final String DOCKERFILE =
      """
      FROM busybox:1.37
      WORKDIR /app
      COPY . .
      RUN find . -type f | wc -l > count
      RUN echo done
      """;

  private BuildBench() {}

  static void run() throws IOException, InterruptedException {
    ContainerEngine engine = EngineFinder.ofThisSystem().find().engine();
    if (engine == null) {
      System.out.println("left out: no engine answers");
      return;
    }
    if (command(Path.of("."), List.of("docker", "buildx", "version")) != 0) {
      System.out.println("left out: \"docker buildx version\" does not work here");
      return;
    }
    Path root = Files.createTempDirectory("drydock-bench");
    try (engine) {
      Path small = context(root.resolve("small"), 2, 1_000);
      Path large = context(root.resolve("large"), 1_999, 25_000);
      measure(engine, "small, cold", small, true);
      measure(engine, "small, warm", small, false);
      measure(engine, "large, cold", large, true);
      measure(engine, "large, warm", large, false);
    } finally {
      delete(root);
    }
  }

  private static Path context(Path folder, int files, int bytes) throws IOException {
    Random random = new Random(files);
    byte[] content = new byte[bytes];
    for (int i = 0; i < files; i++) {
      Path file = folder.resolve("dir" + i / 100).resolve("file" + i + ".bin");
      Files.createDirectories(file.getParent());
      random.nextBytes(content);
      Files.write(file, content);
    }
    return Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE).getParent();
  }

  private static void measure(ContainerEngine engine, String name, Path folder, boolean noCache)
      throws IOException, InterruptedException {
    ours(engine, folder, noCache);
    buildx(folder, noCache);
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      ours.add(ours(engine, folder, noCache));
      theirs.add(buildx(folder, noCache));
    }
    double ratio = median(ours) / median(theirs);
    System.out.printf(
        Locale.ROOT,
        "build, %s: ours %.0f ms, docker buildx build %.0f ms, ratio %.2f (target at most %.1f: %s)%n",
        name,
        median(ours),
        median(theirs),
        ratio,
        TARGET,
        ratio <= TARGET ? "reached" : "missed");
  }

  private static double ours(ContainerEngine engine, Path folder, boolean noCache) {
    BuildOptions options =
        new BuildOptions(
            folder, "Dockerfile", List.of(TAG), null, Map.of(), noCache, Ownership.PLAIN);
    long start = System.nanoTime();
    BuildOutcome outcome = BuildRun.finished(engine, options).outcome();
    long end = System.nanoTime();
    if (!(outcome instanceof BuildOutcome.Success)) {
      throw new IllegalStateException(outcome.toString());
    }
    forget();
    return (end - start) / 1e6;
  }

  private static double buildx(Path folder, boolean noCache)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of("docker", "buildx", "build", "--progress=plain", "--load", "-t", TAG));
    Ownership.PLAIN
        .labels(Ownership.Kind.IMAGE)
        .forEach((k, v) -> line.addAll(List.of("--label", k + "=" + v)));
    if (noCache) {
      line.add("--no-cache");
    }
    line.add(".");
    long start = System.nanoTime();
    int code = command(folder, line);
    long end = System.nanoTime();
    if (code != 0) {
      throw new IllegalStateException("docker buildx build ended with " + code);
    }
    forget();
    return (end - start) / 1e6;
  }

  /// Removes the image, but not what is cached of it: the next one would leave it without a name.
  private static void forget() {
    RawDocker.delete("/images/" + TAG);
  }

  private static int command(Path folder, List<String> line)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  static void delete(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
