// SPDX-License-Identifier: Apache-2.0
package drydock.soak;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.HostSystem;
import drydock.engine.ImageSummary;
import drydock.engine.Leaks;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Builds, runs, reads logs, stops and removes on the real engine for a quarter of an hour, over a line that is bad in every
/// way: `mvn -Psoak verify`, `-Dsoak.minutes=N`, `-Dsoak.seed=N`. In the end nothing may be left: no thread, no socket, no
/// file, no labelled object; and the state has to be the engine's. The exit code is 1 otherwise.
public final class Soak {
  private static final int LEARNERS = 2;

  private final Tally tally = new Tally();
  private final long seed = Long.getLong("soak.seed", System.nanoTime() % 1_000_000);
  private final double minutes = Double.parseDouble(System.getProperty("soak.minutes", "15"));
  private final Random random = new Random(seed);

  private Soak() {}

  public static void main(String[] args) throws Exception {
    Soak soak = new Soak();
    soak.run();
    soak.tally.unexpected().forEach(what -> System.out.println("UNEXPECTED " + what));
    int wrong = soak.tally.unexpected().size();
    System.out.printf(
        "soak: seed %d, %.1f minutes: %s; unexpected: %d%n",
        soak.seed, soak.minutes, soak.tally, wrong);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf("soak: seed %d, %.1f minutes, on %s%n", seed, minutes, RawDocker.HOST);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> tally.unexpected("uncaught in " + thread.getName(), e));
    Set<String> filesBefore = temporaryFiles();
    Leaks leaks = new Leaks();
    Path folder = Files.createTempDirectory("soak");
    try (Meddler meddler = new Meddler(folder, random, tally)) {
      try (DockerMonitor monitor = new DockerMonitor(finder(meddler.host()))) {
        work(monitor, folder);
        meddler.calmDown();
        settle(monitor);
      }
      eventually("no connection of Drydock's is left", () -> meddler.connections() == 0);
    } finally {
      delete(folder);
    }
    leaks.left(30).forEach(what -> tally.unexpected("left behind: " + what));
    Set<String> files = temporaryFiles();
    files.removeAll(filesBefore);
    files.forEach(file -> tally.unexpected("left behind: " + file));
    labelled().forEach(what -> tally.unexpected("left on the engine: " + what));
  }

  private static EngineFinder finder(String host) {
    return new EngineFinder(
        Map.of("DOCKER_HOST", host), Path.of("no-such-home"), HostSystem.WINDOWS);
  }

  private void work(DockerMonitor monitor, Path folder) throws IOException, InterruptedException {
    eventually("an engine", () -> monitor.status() instanceof EngineStatus.Ready);
    long until = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    List<Thread> learners = new ArrayList<>();
    for (int i = 1; i <= LEARNERS; i++) {
      String name = "drydock-soak-" + seed + "-" + i;
      Path context = Files.createDirectory(folder.resolve(name));
      learners.add(
          Thread.ofVirtual()
              .start(new Learner(name, monitor, context, new Random(seed + i), tally, until)));
    }
    for (Thread learner : learners) {
      while (!learner.join(java.time.Duration.ofSeconds(30))) {
        System.out.println("soak: " + tally);
      }
    }
  }

  /// The line is good now: removes what a cut request left, and waits until the state is the engine's.
  private void settle(DockerMonitor monitor) throws InterruptedException {
    eventually(
        "Drydock's state is the engine's",
        () -> monitor.status() instanceof EngineStatus.Ready r && seen(r.state()).equals(raw()));
    sweep(monitor.engine());
    eventually(
        "it is so after the sweep",
        () -> monitor.status() instanceof EngineStatus.Ready r && seen(r.state()).equals(raw()));
  }

  private void sweep(ContainerEngine engine) {
    try {
      for (Container container : engine.containers().list()) {
        if (soaks(container.labels())) {
          engine.containers().remove(container.id());
        }
      }
      for (ImageSummary image : engine.images().list()) {
        if (soaks(image.labels())) {
          engine.images().remove(image.tags().isEmpty() ? image.id() : image.tags().getFirst());
        }
      }
    } catch (EngineException e) {
      tally.unexpected("sweeping", e);
    }
  }

  private static boolean soaks(Map<String, String> labels) {
    return "soak".equals(labels.get(Ownership.WORKSPACE_LABEL));
  }

  private static Map<String, String> seen(EngineState state) {
    Map<String, String> all = new TreeMap<>();
    state.containers().forEach((id, c) -> all.put(id, c.status().name()));
    state.images().forEach((id, image) -> all.put(id, new TreeSet<>(image.tags()).toString()));
    return all;
  }

  private static Map<String, String> raw() {
    Map<String, String> all = new TreeMap<>();
    for (JsonNode row : RawDocker.get("/containers/json?all=1").json()) {
      all.put(row.path("Id").asText(), row.path("State").asText().toUpperCase(Locale.ROOT));
    }
    for (JsonNode row : RawDocker.get("/images/json").json()) {
      TreeSet<String> tags = new TreeSet<>();
      row.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
      tags.remove("<none>:<none>");
      all.put(row.path("Id").asText(), tags.toString());
    }
    return all;
  }

  private static List<String> labelled() {
    String filter =
        "filters=%7B%22label%22%3A%5B%22" + Ownership.WORKSPACE_LABEL + "%3Dsoak%22%5D%7D";
    List<String> all = new ArrayList<>();
    RawDocker.get("/containers/json?all=1&" + filter)
        .json()
        .forEach(n -> all.add("container " + n));
    RawDocker.get("/images/json?all=1&" + filter).json().forEach(n -> all.add("image " + n));
    return all;
  }

  private static Set<String> temporaryFiles() throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
    try (Stream<Path> all = Files.list(folder)) {
      TreeSet<String> names = new TreeSet<>();
      all.map(Path::toString)
          .filter(name -> !name.contains("hsperfdata")) // the virtual machine's own
          .forEach(names::add);
      return names;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void eventually(String what, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        tally.unexpected("never came true: " + what);
        return;
      }
      Thread.sleep(100);
    }
  }
}
