// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Output;
import drydock.engine.StreamListener;
import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs that are too large for the memory that they may have.
class LogOverflowTest {
  private static final Spill.Room PLENTY = new Spill.Room(1 << 30, 0);

  @TempDir Path folder;
  private final List<LogModel> models = new ArrayList<>();

  @AfterEach
  void close() {
    models.forEach(LogModel::close);
  }

  private LogModel model(Background background, LogModel.Bounds bounds, Spill.Room room) {
    LogModel model =
        new LogModel(
            background,
            Object::toString,
            System::nanoTime,
            bounds,
            () -> new Spill(folder.resolve("scratch"), room));
    models.add(model);
    return model;
  }

  private LogModel small(Spill.Room room) {
    return model(new DirectBackground(), new LogModel.Bounds(100, 1 << 20, Long.MAX_VALUE), room);
  }

  private static Stream<String> lines(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + " " + i);
  }

  private List<String> saved(LogModel model) throws IOException {
    Path file = folder.resolve("build.log");
    model.save(file);
    assertThat(model.statusProperty().get()).isEqualTo("Saved as " + file + ".");
    return Files.readAllLines(file);
  }

  private static Script twoSteps(LogModel model) {
    model.begin("t");
    return new Script(model)
        .announce(Script.step("a/1", "RUN a", 1, 1), Script.step("b/1", "RUN b", 1, 2));
  }

  @Test
  void theSavedFileHasEveryLineInItsPlace() throws IOException {
    LogModel model = small(PLENTY);
    Script script = twoSteps(model);
    for (int i = 0; i < 3000; i++) {
      script.out("a/1", "a " + i + "\n").out("b/1", "b " + i + "\n");
    }
    assertThat(model.linesProperty().get()).isLessThanOrEqualTo(101);
    assertThat(saved(model))
        .containsExactlyElementsOf(
            Stream.of(
                    Stream.of("○ [a 1/1] RUN a  waiting"),
                    lines("a", 3000),
                    Stream.of("○ [b 1/1] RUN b  waiting"),
                    lines("b", 3000))
                .flatMap(s -> s)
                .toList());
  }

  @Test
  void manyCharactersGoAsManyLinesDo() throws IOException {
    LogModel model =
        model(
            new DirectBackground(),
            new LogModel.Bounds(Integer.MAX_VALUE, 100_000, Long.MAX_VALUE),
            PLENTY);
    Script script = twoSteps(model);
    List<String> written = lines("x".repeat(5000), 200).toList();
    written.forEach(line -> script.out("a/1", line + "\n"));
    assertThat(model.rows().characters()).isLessThanOrEqualTo(101_000);
    assertThat(saved(model)).containsSubsequence(written);
  }

  @Test
  void theNextLogBeginsEmptyAndTheFileOfTheLastOneIsGone() throws IOException {
    LogModel model = small(PLENTY);
    Script script = twoSteps(model);
    lines("old", 500).forEach(line -> script.out("a/1", line + "\n"));
    twoSteps(model);
    script.out("a/1", "new\n");
    assertThat(model.rows()).noneMatch(Row.Note.class::isInstance);
    assertThat(saved(model)).noneMatch(line -> line.contains("old")).contains("new");
    model.clear();
    lines("later", 500).forEach(line -> script.out("a/1", line + "\n"));
    assertThat(saved(model)).noneMatch(line -> line.equals("new")).contains("later 0");
    model.close();
    try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatCannotBeKeptIsToldAndCounted() throws IOException {
    Spill.Room noneLeft = new Spill.Room(1 << 30, Long.MAX_VALUE / 2);
    LogModel model = small(noneLeft);
    Script script = twoSteps(model);
    lines("a", 500).forEach(line -> script.out("a/1", line + "\n"));
    Row.Note note = (Row.Note) model.rows().getFirst();
    int gone = 500 - (model.linesProperty().get() - 1);
    assertThat(note.warning()).isTrue();
    assertThat(note.text())
        .startsWith(gone + " older lines are not shown any more, and " + gone + " are lost: fewer")
        .contains("left free on the disk");
    assertThat(saved(model))
        .startsWith("○ [a 1/1] RUN a  waiting")
        .anyMatch(line -> line.startsWith("[" + gone + " lines are missing here: fewer than"))
        .doesNotContain("a 0")
        .contains("a 499");
  }

  @Test
  void aFullFileKeepsTheBeginningOfTheLog() throws IOException {
    LogModel model = small(new Spill.Room(2000, 0));
    Script script = twoSteps(model);
    lines("a", 2000).forEach(line -> script.out("a/1", line + "\n"));
    assertThat(model.rows().getFirst().text()).contains("packed, are not kept");
    List<String> saved = saved(model);
    int hole = 1;
    while (!saved.get(hole).startsWith("[")) {
      hole++;
    }
    int missing =
        Integer.parseInt(saved.get(hole).replaceAll("^\\[([0-9,]+) .*", "$1").replace(",", ""));
    assertThat(hole).isGreaterThan(10);
    assertThat(saved.subList(1, hole)).containsExactlyElementsOf(lines("a", hole - 1).toList());
    assertThat(saved.get(hole + 1)).isEqualTo("a " + (hole - 1L + missing));
  }

  @Test
  void aFolderThatCannotBeMadeLosesTheOldLinesOnly() throws IOException {
    Files.writeString(folder.resolve("scratch"), "a file");
    LogModel model = small(PLENTY);
    Script script = twoSteps(model);
    lines("a", 500).forEach(line -> script.out("a/1", line + "\n"));
    assertThat(model.rows().getFirst().text()).contains("lost: there is a file of that name");
    assertThat(saved(model)).contains("a 499");
  }

  @Test
  void aStreamThatIsFasterThanTheWindowWaits() throws IOException {
    long limit = 200_000;
    LogModel model = model(new FxBackground(), new LogModel.Bounds(1000, 1 << 20, limit), PLENTY);
    AtomicReference<StreamListener<Output>> stream = new AtomicReference<>();
    CountDownLatch ready = new CountDownLatch(1);
    Fx.run(
        () ->
            model.follow(
                listener -> {
                  stream.set(listener);
                  ready.countDown();
                  return () -> {};
                }));
    Fx.await("the stream", 20, () -> ready.getCount() == 0);
    int chunks = 2000;
    int perChunk = 50;
    long chunkWeight = 0;
    for (int i = 0; i < chunks; i++) {
      StringBuilder chunk = new StringBuilder();
      for (int n = 0; n < perChunk; n++) {
        chunk.append("line ").append(i * perChunk + n).append('\n');
      }
      chunkWeight = chunk.length() + 50L * perChunk;
      stream.get().onNext(new Output(Output.Channel.STDOUT, chunk.toString()));
    }
    stream.get().onEnd(null);
    Fx.await("the end", 60, () -> !model.runningProperty().get());
    long atOnce = model.gate().most();
    // what waits for the disk comes on top once: the JavaFX thread hands it on when it takes a
    // batch
    assertThat(atOnce).isBetween(chunkWeight, 2 * limit + 4 * chunkWeight);
    assertThat(2L * chunks * perChunk * 50)
        .as("all of it would have been far more")
        .isGreaterThan(10 * atOnce);
    Path file = folder.resolve("all.log");
    Fx.run(() -> model.save(file));
    Fx.await("the file", 60, () -> !model.statusProperty().get().isEmpty());
    List<String> saved = Files.readAllLines(file);
    assertThat(saved.subList(0, chunks * perChunk))
        .containsExactlyElementsOf(lines("line", chunks * perChunk).toList());
    assertThat(model.gate().waiting()).as("nothing is left to wait for").isZero();
  }

  @Test
  void theGateOpensByItself() {
    Gate gate = new Gate(10, java.time.Duration.ofMillis(20));
    gate.add(11);
    gate.pass();
    assertThat(gate.waiting()).isEqualTo(11);
    gate.remove(1);
    long before = System.nanoTime();
    new Gate(10, java.time.Duration.ofHours(1)).pass();
    assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
  }
}
