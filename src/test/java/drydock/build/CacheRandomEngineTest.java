// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Comparison.Result;
import drydock.dockerfile.cache.Truth;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineInfo;
import drydock.engine.EngineTest;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random edits of random small Dockerfiles: how many steps go as foretold. `-Ddrydock.seed=N`
/// makes other ones, `-Ddrydock.edits=N` more.
@EngineTest
class CacheRandomEngineTest {
  private static final long SEED = Long.getLong("drydock.seed", 4);
  private static final int EDITS = Integer.getInteger("drydock.edits", 200);
  private static final int EDITS_OF_ONE = 20;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Instant begin = Instant.now();
  private final List<CacheTrial> trials = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final EnumMap<Result, Integer> results = new EnumMap<>(Result.class);
  private int edits;
  private int reused;

  @TempDir Path root;

  /// Only at the end: with the containerd image store a build may still want what another one's
  /// image took along.
  @AfterEach
  void removeImages() {
    trials.forEach(CacheTrial::close);
  }

  @Test
  void ninetyNineOfAHundredStepsGoAsForetold() throws IOException {
    try (ContainerEngine engine =
        Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine())) {
      for (int n = 0; !isEnough(); n++) {
        edit(engine, n);
      }
    }
    int right = results.getOrDefault(Result.RIGHT, 0);
    int open = results.getOrDefault(Result.OPEN, 0);
    int misses =
        results.getOrDefault(Result.RAN_INSTEAD, 0)
            + results.getOrDefault(Result.REUSED_INSTEAD, 0);
    String report =
        "cache: %d random edits; of %d steps behind FROM %d right (%d reused), %d wrong, %d open; %d s"
            .formatted(
                edits,
                right + misses + open,
                right,
                reused,
                misses,
                open,
                Duration.between(begin, Instant.now()).toSeconds());
    System.out.println(report);
    wrong.stream().limit(3).forEach(System.out::println);
    assertThat(right / (double) (right + misses)).as(report).isGreaterThanOrEqualTo(0.99);
    assertThat(open).as(report).isLessThan((right + misses + open) / 5);
    assertThat(reused).as(report).isBetween(right / 10, right * 9 / 10);
  }

  private boolean isEnough() {
    return edits >= EDITS || Duration.between(begin, Instant.now()).compareTo(LONGEST) > 0;
  }

  private void edit(ContainerEngine engine, int n) throws IOException {
    Path folder = Files.createDirectory(root.resolve("p" + n));
    CacheTrial trial = new CacheTrial(engine, folder, root.resolve("caches"));
    trials.add(trial);
    boolean heredocs = engine.info().api().newest().atLeast(1, 42);
    // Docker 28.5 with the containerd store loses layers of a base image whose name went to another
    boolean otherBases = engine.info().storage().store() == EngineInfo.ImageStore.GRAPH_DRIVER;
    RandomProject project =
        new RandomProject(trial, new Random(SEED * 1000 + n), heredocs, otherBases);
    project.write();
    trial.build();
    for (int k = 0; k < EDITS_OF_ONE && !isEnough(); k++) {
      edits++;
      String before = trial.read("Dockerfile");
      project.edit();
      project.write();
      Comparison comparison = trial.build();
      count(comparison);
      if (!comparison.wrong().isEmpty()) {
        wrong.add(
            "%d/%d %s\n%s\n%s\nafter\n%s"
                .formatted(
                    n,
                    k,
                    project.lastEdit(),
                    CachePairsEngineTest.told(comparison),
                    trial.read("Dockerfile"),
                    before));
      }
    }
  }

  private void count(Comparison comparison) {
    for (Comparison.Row row : comparison.steps()) {
      if (!row.prediction().step().instruction().equals("FROM")) {
        results.merge(row.result(), 1, Integer::sum);
        reused += row.result() == Result.RIGHT && row.truth() == Truth.REUSED ? 1 : 0;
      }
    }
  }
}
