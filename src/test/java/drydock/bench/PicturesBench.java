// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.diagram.picture.LayersPicture;
import drydock.diagram.picture.LifePicture;
import drydock.diagram.picture.LimitsPicture;
import drydock.diagram.picture.NamespacesPicture;
import drydock.diagram.picture.NetworkPicture;
import drydock.diagram.picture.StackPicture;
import drydock.ui.kit.Background;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// The pictures of a [LargeEngine]: how long one takes to be laid out and to open in the pane, and
/// how evenly frames come while 50 things a second happen. Beside it, in the same run, a bare window
/// with as many boxes and texts, one of which changes as often.
final class PicturesBench {
  private static final int PER_SECOND = 50;
  private static final int SECONDS = 8;
  private static final double WIDTH = 620;
  private static final double HEIGHT = 900;
  private static final double OPEN_TARGET = 1_000;

  /// Of 50 frames a second each has so many milliseconds. Processor time, since other programs may
  /// keep the machine busy.
  private static final double FRAME_TARGET = 20;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PicturesBench() {}

  /// What a series of frames was like.
  ///
  /// @param second how many a second
  /// @param p99 milliseconds from one to the next
  /// @param work milliseconds of processor time of one, of the thread that is busier
  /// @param mostWork the same at the 99th percentile
  private record Frames(double second, double p99, double work, double mostWork) {}

  static void run() throws InterruptedException {
    LargeEngine engine = new LargeEngine();
    Map<PictureModel.Kind, Supplier<DoubleFunction<Scene>>> pictures =
        new EnumMap<>(PictureModel.Kind.class);
    pictures.put(
        PictureModel.Kind.BUILD,
        () -> of(engine.build(), (f, w) -> BuildPicture.of(f, BuildFacts.of("large:1"), w)));
    pictures.put(PictureModel.Kind.LAYERS, () -> of(engine.layers(), LayersPicture::of));
    pictures.put(PictureModel.Kind.STACK, () -> of(engine.stack(), StackPicture::of));
    pictures.put(
        PictureModel.Kind.NAMESPACES, () -> of(engine.namespaces(), NamespacesPicture::of));
    pictures.put(PictureModel.Kind.LIMITS, () -> of(engine.limits(), LimitsPicture::of));
    pictures.put(PictureModel.Kind.NETWORK, () -> of(engine.network(), NetworkPicture::of));
    pictures.put(PictureModel.Kind.LIFE, () -> of(engine.life(), LifePicture::of));
    Stage first = open(new Pane()); // the toolkit is up
    Fx.close(first);
    for (Map.Entry<PictureModel.Kind, Supplier<DoubleFunction<Scene>>> each : pictures.entrySet()) {
      measure(each.getKey(), each.getValue(), engine);
    }
  }

  private interface Picture<F> {
    Scene of(F facts, double width);
  }

  private static <F> DoubleFunction<Scene> of(F facts, Picture<F> picture) {
    return width -> picture.of(facts, width);
  }

  private static void measure(
      PictureModel.Kind kind, Supplier<DoubleFunction<Scene>> picture, LargeEngine engine)
      throws InterruptedException {
    Background background = new FxBackground();
    PictureModel model = Fx.get(() -> new PictureModel(background));
    PicturePane pane = Fx.get(() -> new PicturePane(model, true));
    Stage stage = open(pane.node());
    long fx = Fx.get(() -> Thread.currentThread().threadId());
    long work = work(fx);
    long start = System.nanoTime();
    Fx.run(
        () -> {
          model.show(kind, picture.get());
          model.kindProperty().set(kind);
        });
    frame();
    double opened = (System.nanoTime() - start) / 1e6;
    double opening = (work(fx) - work) / 1e6;
    Scene scene = picture.get().apply(WIDTH);
    double[] laidOut = new double[15];
    for (int i = 0; i < laidOut.length; i++) {
      DoubleFunction<Scene> facts = picture.get();
      long from = THREADS.getCurrentThreadCpuTime();
      Scene laid = facts.apply(WIDTH);
      laidOut[i] = (THREADS.getCurrentThreadCpuTime() - from) / 1e6;
      scene = laid.elements().size() > scene.elements().size() ? laid : scene;
    }
    Arrays.sort(laidOut);
    Consumer<DoubleFunction<Scene>> sink =
        background.batched(batch -> model.show(kind, batch.getLast()));
    Frames frames =
        frames(
            () -> {
              engine.tick();
              sink.accept(picture.get());
            });
    System.gc();
    double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    Fx.picture(stage, "large-" + kind.name().toLowerCase(Locale.ROOT));
    Fx.close(stage);
    double[] bare = new double[1];
    Frames plain = bare(scene.elements().size(), bare);
    System.out.printf(
        Locale.ROOT,
        "pictures: %-10s %4d elements, laid out in %5.1f ms, opens in %4.0f ms (work %4.0f; bare"
            + " %3.0f, target %.0f: %s), work for a frame %4.1f ms (p99 %5.1f; bare %4.1f, p99"
            + " %5.1f; target %.0f: %s), %4.1f frames/s (p99 %5.1f ms; bare %4.1f, p99 %5.1f), heap"
            + " %.0f MB%n",
        kind.name().toLowerCase(Locale.ROOT),
        scene.elements().size(),
        laidOut[laidOut.length / 2],
        opened,
        opening,
        bare[0],
        OPEN_TARGET,
        opening < OPEN_TARGET ? "reached" : "missed",
        frames.work,
        frames.mostWork,
        plain.work,
        plain.mostWork,
        FRAME_TARGET,
        frames.work <= FRAME_TARGET ? "reached" : "missed",
        frames.second,
        frames.p99,
        plain.second,
        plain.p99,
        heap);
  }

  /// As many boxes with a text each, without a picture.
  private static Frames bare(int number, double[] opened) throws InterruptedException {
    List<Text> texts = new ArrayList<>();
    Pane pane = new Pane();
    long start = System.nanoTime();
    for (int i = 0; i < number; i++) {
      double x = i % 6 * 100;
      double y = Math.floorDiv(i, 6) * 40.0;
      Rectangle box = new Rectangle(x, y, 94, 34);
      box.setArcWidth(12);
      box.setArcHeight(12);
      box.setFill(Color.LIGHTGRAY);
      Text text = new Text(x + 8, y + 20, "service-" + i);
      texts.add(text);
      pane.getChildren().addAll(box, text);
    }
    Stage stage = open(new ScrollPane(pane));
    frame();
    opened[0] = (System.nanoTime() - start) / 1e6;
    int[] tick = new int[1];
    Frames frames =
        frames(
            () ->
                Fx.run(
                    () -> texts.get(tick[0]++ * 37 % texts.size()).setText("changed " + tick[0])));
    Fx.close(stage);
    return frames;
  }

  private static Stage open(javafx.scene.Parent view) {
    return Fx.show(view, WIDTH, HEIGHT, Theme.LIGHT);
  }

  /// Waits until what is there now has been drawn.
  private static void frame() throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(2);
    Fx.run(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                  stop();
                }
              }
            }.start());
    drawn.await();
  }

  /// Counts frames while something happens often.
  private static Frames frames(Runnable change) throws InterruptedException {
    List<Double> gaps = new ArrayList<>();
    List<Double> works = new ArrayList<>();
    long fx = Fx.get(() -> Thread.currentThread().threadId());
    long renderer = thread("QuantumRenderer");
    long[] last = new long[3];
    AnimationTimer timer =
        Fx.get(
            () ->
                new AnimationTimer() {
                  @Override
                  public void handle(long now) {
                    long at = System.nanoTime();
                    long work = THREADS.getThreadCpuTime(fx);
                    long render = THREADS.getThreadCpuTime(renderer);
                    if (last[0] != 0) {
                      gaps.add((at - last[0]) / 1e6);
                      works.add(Math.max(work - last[1], render - last[2]) / 1e6);
                    }
                    last[0] = at;
                    last[1] = work;
                    last[2] = render;
                  }
                });
    Fx.run(timer::start);
    long start = System.nanoTime();
    for (int i = 1; i <= PER_SECOND * SECONDS; i++) {
      change.run();
      long wait = start + i * (1_000_000_000L / PER_SECOND) - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      }
    }
    Fx.run(timer::stop);
    double[] times = sorted(gaps);
    double[] work = sorted(works);
    return new Frames(
        times.length / Arrays.stream(times).sum() * 1000,
        times[times.length * 99 / 100],
        work[work.length / 2],
        work[work.length * 99 / 100]);
  }

  private static double[] sorted(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /// Of the threads that draw.
  private static long work(long fx) {
    return THREADS.getThreadCpuTime(fx) + THREADS.getThreadCpuTime(thread("QuantumRenderer"));
  }

  private static long thread(String name) {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(t -> t != null && t.getThreadName().startsWith(name))
        .findFirst()
        .orElseThrow()
        .getThreadId();
  }
}
