// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.cache.CauseWords;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.StepKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

/// What predictions that came out wrong were made from, in a file that never grows large.
record PredictionLog(Path folder, Clock clock) {
  private static final long LARGEST = 1 << 20;
  private static final int MOST_PARTS = 50;

  void add(Comparison comparison, List<StepKey> keys) throws IOException {
    if (comparison.wrong().isEmpty()) {
      return;
    }
    Path file = folder.resolve("predictions.log");
    Files.createDirectories(folder);
    if (Files.exists(file) && Files.size(file) > LARGEST) {
      Files.delete(file);
    }
    try (PrintWriter out =
        new PrintWriter(
            Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      for (Comparison.Row row : comparison.wrong()) {
        out.println(clock.instant() + " " + row.prediction().step().key() + " " + row.result());
        row.prediction().causes().forEach(cause -> out.println("  " + CauseWords.of(cause)));
        keys.stream()
            .filter(key -> key.step().equals(row.prediction().step()))
            .flatMap(key -> key.parts().stream())
            .limit(MOST_PARTS)
            .forEach(part -> out.println("  " + part));
      }
    }
  }
}
