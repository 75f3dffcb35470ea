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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The log pane under 50,000 coloured lines a second for six seconds, all 300,000 kept, in a window of 1200x800: frame
/// times on the JavaFX thread. Beside it, in the same run, a RichTextFX area that gets the same lines and colours, also one
/// batch a pulse.
final class LogBench {
  private static final int LINES_A_SECOND = 50_000;
  private static final int SECONDS = 6;
  private static final int TOTAL = LINES_A_SECOND * SECONDS;
  private static final int CHUNK = 100;
  private static final double TARGET_MILLIS = 20;
  private static final String STEP = "stage-0/1";
  private static final List<String> CHUNKS = chunks();

  private LogBench() {}

  /// @param p50 milliseconds between two frames
  /// @param cpuP99 milliseconds that the JavaFX thread worked in a frame, whatever else the machine did
  private record Result(
      String name,
      double p50,
      double p99,
      double fps,
      double cpuP50,
      double cpuP99,
      long heapMb,
      int lost) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-12s frame p50 %5.1f ms, p99 %6.1f ms, %4.1f frames/s (JavaFX thread at work p50 %.1f ms,"
              + " p99 %.1f ms), heap %d MB, lost lines %d",
          name,
          p50,
          p99,
          fps,
          cpuP50,
          cpuP99,
          heapMb,
          lost);
    }
  }

  /// Prints both results, their ratio and the target.
  static void run() throws Exception {
    System.out.printf(
        "log: %,d lines/s for %d s, %,d lines kept, load of this machine before: %.1f on %d cores%n",
        LINES_A_SECOND,
        SECONDS,
        TOTAL,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    Result ours = ours();
    System.out.println(ours);
    Result theirs = richText();
    System.out.println(theirs);
    System.out.printf(
        Locale.ROOT,
        "log pane / RichTextFX: p99 %.2f, heap %.2f; target p99 <= %.0f ms: %s%n",
        ours.p99() / theirs.p99(),
        (double) ours.heapMb() / theirs.heapMb(),
        TARGET_MILLIS,
        ours.p99() <= TARGET_MILLIS && ours.lost() == 0 ? "met" : "missed");
  }

  private static Result ours() throws Exception {
    Fx.start();
    LogModel model =
        new LogModel(new FxBackground(), Object::toString, Path.of("target", "log-bench"));
    LogView view = Fx.get(() -> new LogView(model, ""));
    Stage stage = Fx.show((Parent) view.node(), 1200, 800, Theme.LIGHT);
    model.begin("bench");
    model.accept(
        new BuildEvent.StepAnnounced(
            new BuildStep(
                STEP, BuildStep.Kind.INSTRUCTION, "RUN make", "stage-0", 1, 1, List.of(), null)));
    model.accept(new BuildEvent.StepStarted(STEP, Instant.now()));
    Result result =
        measure(
            "log pane",
            text ->
                model.accept(
                    new BuildEvent.StepOutput(STEP, new Output(Output.Channel.STDOUT, text))),
            () -> model.linesProperty().get(),
            model::clear);
    Fx.close(stage);
    return result;
  }

  private static Result richText() throws Exception {
    StyleClassedTextArea area =
        Fx.get(
            () -> {
              StyleClassedTextArea made = new StyleClassedTextArea();
              made.setEditable(false);
              made.getUndoManager().close();
              return made;
            });
    Stage stage = Fx.show(area, 1200, 800, Theme.LIGHT);
    Consumer<String> sink =
        new FxBackground()
            .batched(
                batch -> {
                  StringBuilder plain = new StringBuilder();
                  StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
                  for (String text : batch) {
                    append(text, plain, spans);
                  }
                  int start = area.getLength();
                  area.appendText(plain.toString());
                  area.setStyleSpans(start, spans.create());
                  area.moveTo(area.getLength());
                  area.requestFollowCaret();
                });
    Result result = measure("RichTextFX", sink, () -> area.getParagraphs().size() - 1, area::clear);
    Fx.close(stage);
    return result;
  }

  /// What a simple log of that kind does: escape sequences out, their codes as style classes.
  private static void append(
      String text, StringBuilder plain, StyleSpansBuilder<Collection<String>> spans) {
    Collection<String> style = Collections.emptyList();
    int at = 0;
    while (at < text.length()) {
      int escape = text.indexOf('\u001b', at);
      int end = escape < 0 ? text.length() : escape;
      plain.append(text, at, end);
      spans.add(style, end - at);
      if (escape < 0) {
        break;
      }
      int letter = text.indexOf('m', escape);
      String codes = text.substring(escape + 2, letter);
      style = codes.equals("0") ? Collections.emptyList() : List.of("sgr-" + codes);
      at = letter + 1;
    }
  }

  private static String line(int n) {
    return "\u001b[32m["
        + n
        + "]\u001b[0m CC drivers/net/module_"
        + n % 977
        + ".o \u001b[1;33mwarning:\u001b[0m unused variable 'x"
        + n % 31
        + "' in function \u001b[36mdo_something\u001b[0m(int)\n";
  }

  /// Measures after a second of the same that is not counted, for the compiler to warm up.
  private static Result measure(
      String name, Consumer<String> sink, IntSupplier shown, Runnable clear) throws Exception {
    feed(sink, LINES_A_SECOND);
    awaitUpTo(20, () -> shown.getAsInt() >= LINES_A_SECOND);
    Fx.run(clear);
    Thread.sleep(1000);
    Frames frames = Fx.get(Frames::new);
    Fx.run(frames::start);
    feed(sink, TOTAL);
    awaitUpTo(20, () -> shown.getAsInt() >= TOTAL);
    Fx.run(frames::stop);
    int lines = Fx.get(shown::getAsInt);
    double[] millis = Frames.sorted(frames.millis);
    double[] work = Frames.sorted(frames.work);
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    return new Result(
        name,
        percentile(millis, 0.5),
        percentile(millis, 0.99),
        1000 * millis.length / Arrays.stream(millis).sum(),
        percentile(work, 0.5),
        percentile(work, 0.99),
        heap,
        TOTAL - lines);
  }

  /// A second's worth of output, made beforehand: what is measured is the log, not its source.
  private static List<String> chunks() {
    List<String> chunks = new ArrayList<>();
    for (int n = 0; n < LINES_A_SECOND; n += CHUNK) {
      StringBuilder chunk = new StringBuilder();
      for (int i = n; i < n + CHUNK; i++) {
        chunk.append(line(i));
      }
      chunks.add(chunk.toString());
    }
    return chunks;
  }

  /// As fast as a process that writes so many lines a second.
  private static void feed(Consumer<String> sink, int lines) throws InterruptedException {
    long began = System.nanoTime();
    for (int n = 0; n < lines; n += CHUNK) {
      sink.accept(CHUNKS.get(n / CHUNK % CHUNKS.size()));
      long due = began + (long) ((n + CHUNK) * 1e9 / LINES_A_SECOND);
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
      }
    }
  }

  private static void awaitUpTo(int seconds, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (!Fx.<Boolean>get(done::getAsBoolean) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  private static double percentile(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * part))];
  }

  /// Times between frames, by the clock at which each is handled, and the thread's work in them.
  private static final class Frames extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long last;
    private long lastWork;

    @Override
    public void handle(long now) {
      long at = System.nanoTime();
      long worked = threads.getCurrentThreadCpuTime();
      if (last != 0) {
        millis.add((at - last) / 1e6);
        work.add((worked - lastWork) / 1e6);
      }
      last = at;
      lastWork = worked;
    }

    static double[] sorted(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
  }
}
