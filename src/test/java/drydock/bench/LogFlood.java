// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.engine.BuildEvent;
import drydock.engine.BuildStep;
import drydock.engine.Output;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.ui.log.LogModel;
import drydock.ui.log.LogView;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.stage.Stage;

/// One RUN that writes without end, as fast as the log takes it: 200 MB, or as many as `-Ddrydock.bench.flood=2000` says.
/// How long it takes, how much memory at most, how smooth the window is meanwhile, and whether the saved file has all.
final class LogFlood {
  private static final int CHUNK = 1 << 15;
  private static final String STEP = "stage-0/1";

  private LogFlood() {}

  static void run() throws Exception {
    long bytes = Long.getLong("drydock.bench.flood", 200) * 1_000_000;
    Path folder = Files.createTempDirectory(Path.of("target"), "flood");
    Path file = folder.resolve("flood.log");
    Fx.start();
    LogModel model = Fx.get(() -> new LogModel(new FxBackground(), Object::toString, folder));
    LogView view = Fx.get(() -> new LogView(model, ""));
    Stage stage = Fx.show((Parent) view.node(), 1200, 800, Theme.LIGHT);
    try (Heap heap = new Heap()) {
      Longest frames = Fx.get(Longest::new);
      Fx.run(frames::start);
      long began = System.nanoTime();
      long lines = write(model, bytes);
      Fx.await("the last line", 600, () -> !model.runningProperty().get());
      double seconds = (System.nanoTime() - began) / 1e9;
      long saving = System.nanoTime();
      Fx.run(() -> model.save(file));
      Fx.await("the file", 600, () -> !model.statusProperty().get().isEmpty());
      double saved = (System.nanoTime() - saving) / 1e9;
      Fx.run(frames::stop);
      System.out.printf(
          Locale.ROOT,
          "log: %,d MB in %,d lines taken in %.1f s (%.0f MB/s), saved in %.1f s;"
              + " heap at most %d MB of %d MB after collections, resident %d MB, most work for a frame %.0f ms; file complete: %s%n",
          bytes / 1_000_000,
          lines,
          seconds,
          bytes / 1e6 / seconds,
          saved,
          heap.most() >> 20,
          Runtime.getRuntime().maxMemory() >> 20,
          resident(),
          frames.millis,
          complete(file, lines));
    } finally {
      Fx.close(stage);
      Fx.run(model::close);
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static long write(LogModel model, long bytes) {
    model.begin("flood");
    model.accept(
        new BuildEvent.StepAnnounced(
            new BuildStep(
                STEP, BuildStep.Kind.INSTRUCTION, "RUN make", "stage-0", 1, 1, List.of(), null)));
    model.accept(new BuildEvent.StepStarted(STEP, Instant.now()));
    long lines = 0;
    long written = 0;
    while (written < bytes) {
      StringBuilder chunk = new StringBuilder(CHUNK + 200);
      while (chunk.length() < CHUNK) {
        chunk.append(line(lines++)).append('\n');
      }
      written += chunk.length();
      model.accept(
          new BuildEvent.StepOutput(STEP, new Output(Output.Channel.STDOUT, chunk.toString())));
    }
    model.accept(new BuildEvent.Finished(new drydock.engine.BuildOutcome.Cancelled()));
    return lines;
  }

  private static String line(long n) {
    return n
        + " CC drivers/net/module_"
        + n % 977
        + ".o: warning: unused variable in do_something(int)";
  }

  private static String complete(Path file, long lines) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      in.readLine(); // the step's header
      for (long n = 0; n < lines; n++) {
        String line = in.readLine();
        if (!line(n).equals(line)) {
          return "no, line " + n + " is " + line;
        }
      }
      return "yes";
    }
  }

  /// Of this process, in MB; 0 where the system does not say.
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  /// The most that the JavaFX thread worked between two frames, in processor time, whatever else the machine did.
  private static final class Longest extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long last;
    private double millis;

    @Override
    public void handle(long now) {
      long worked = threads.getCurrentThreadCpuTime();
      if (last != 0) {
        millis = Math.max(millis, (worked - last) / 1e6);
      }
      last = worked;
    }
  }
}
