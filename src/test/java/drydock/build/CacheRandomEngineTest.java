// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Comparison.Result;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineTest;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random edits of random small Dockerfiles: how many steps go as foretold. `-Ddrydock.seed=N`
/// makes other ones, `-Ddrydock.edits=N` more.
@EngineTest
class CacheRandomEngineTest {
  private static final long SEED = Long.getLong("drydock.seed", 4);
  private static final int EDITS = Integer.getInteger("drydock.edits", 200);
  private static final int EDITS_OF_ONE = 20;
  private static final Duration LONGEST = Duration.ofMinutes(4);

  @TempDir Path root;

  @Test
  void ninetyNineOfAHundredStepsGoAsForetold() throws IOException {
    Instant begin = Instant.now();
    int right = 0;
    int open = 0;
    int edits = 0;
    int wrongSteps = 0;
    List<String> wrong = new ArrayList<>();
    try (ContainerEngine engine =
        Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine())) {
      boolean heredocs = engine.info().api().newest().atLeast(1, 42);
      for (int n = 0; edits < EDITS; n++) {
        Path folder = Files.createDirectory(root.resolve("p" + n));
        try (CacheTrial trial = new CacheTrial(engine, folder, root.resolve("caches"))) {
          RandomProject project = new RandomProject(trial, new Random(SEED * 1000 + n), heredocs);
          project.write();
          trial.build();
          for (int k = 0; k < EDITS_OF_ONE && edits < EDITS; k++, edits++) {
            String before = trial.read("Dockerfile");
            project.edit();
            project.write();
            Comparison comparison = trial.build();
            right += comparison.count(Result.RIGHT);
            open += comparison.count(Result.OPEN);
            wrongSteps += comparison.wrong().size();
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
        if (Duration.between(begin, Instant.now()).compareTo(LONGEST) > 0) {
          break;
        }
      }
    }
    String report =
        "cache: %d random edits, %d steps right, %d wrong, %d open, %d s"
            .formatted(
                edits, right, wrongSteps, open, Duration.between(begin, Instant.now()).toSeconds());
    System.out.println(report);
    wrong.stream().limit(3).forEach(System.out::println);
    assertThat(right / (double) (right + wrongSteps)).as(report).isGreaterThanOrEqualTo(0.99);
  }
}
