// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.cache.BuiltSteps;
import drydock.dockerfile.cache.CacheRecord;
import drydock.dockerfile.cache.LastBuild;
import drydock.dockerfile.cache.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheStoreTest {
  private static final long NOW = 2_000_000_000L;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("deeper").resolve("store.json");
  }

  private static CacheRecord with(CacheRecord record, String key, long used) {
    record.steps().add(new BuiltSteps.Built(key, "base", "operation", "identity of " + key, used));
    LastBuild.Step step =
        new LastBuild.Step(
            "stage-0/2",
            "COPY",
            "operation",
            List.of(new Part(Part.Kind.FILE, "ü \"quoted\"", "file 644 00", 3)),
            true,
            true);
    return new CacheRecord(record.steps(), new LastBuild(List.of(step), used));
  }

  private CacheRecord stored(String key, long used) throws IOException {
    CacheStore store = CacheStore.open(file, NOW);
    CacheRecord record = with(store.record("Dockerfile"), key, used);
    store.save("Dockerfile", record);
    return record;
  }

  @Test
  void whatIsSavedIsThereAgain() throws IOException {
    CacheRecord saved = stored("one", NOW);
    CacheRecord read = CacheStore.open(file, NOW).record("Dockerfile");
    assertThat(read.steps().all()).isEqualTo(saved.steps().all()).hasSize(1);
    assertThat(read.last()).isEqualTo(saved.last());
    assertThat(CacheStore.open(file, NOW).record("other").last()).isEqualTo(LastBuild.NONE);
  }

  @Test
  void whatAnotherWroteMeanwhileStays() throws IOException {
    stored("one", NOW);
    stored("two", NOW);
    assertThat(CacheStore.open(file, NOW).record("Dockerfile").steps().all())
        .extracting(BuiltSteps.Built::key)
        .containsExactly("one", "two");
  }

  @Test
  void whatIsOldIsForgotten() throws IOException {
    stored("old", NOW - Duration.ofDays(91).toSeconds());
    stored("new", NOW);
    assertThat(CacheStore.open(file, NOW).record("Dockerfile").steps().all())
        .extracting(BuiltSteps.Built::key)
        .containsExactly("new");
  }

  @Test
  void aBrokenFileCountsAsNone() throws IOException {
    stored("one", NOW);
    String good = Files.readString(file);
    for (String broken :
        List.of(
            "",
            "no json",
            "[]",
            good.substring(0, good.length() / 2),
            good.replace("\"version\":1", "\"version\":2"),
            good.replace("[[", "[{\"a\":[").replace("]]", "]}]"),
            "{\"version\":1,\"steps\":7,\"builds\":[1,{\"x\":2}]}",
            "{\"version\":1,\"steps\":[[1,2,3,4,\"x\"],null],\"builds\":{\"d\":{\"used\":\"x\"}}}")) {
      Files.writeString(file, broken);
      assertThat(CacheStore.open(file, NOW).record("Dockerfile").steps().all())
          .as(broken)
          .isEmpty();
    }
    stored("again", NOW);
    assertThat(CacheStore.open(file, NOW).record("Dockerfile").steps().all()).hasSize(1);
  }

  @Test
  void aFolderInItsPlaceCountsAsNone() throws IOException {
    Files.createDirectories(file);
    assertThat(CacheStore.open(file, NOW).record("Dockerfile").steps().all()).isEmpty();
  }

  @Test
  void theLeastUsedStepsGoFirst() {
    BuiltSteps steps = new BuiltSteps(2);
    for (String key : List.of("one", "two", "one", "three")) {
      steps.add(new BuiltSteps.Built(key, "b", "o", key, 0));
    }
    assertThat(steps.all()).extracting(BuiltSteps.Built::key).containsExactly("one", "three");
  }
}
