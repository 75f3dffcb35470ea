// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.engine.ContainerEngine;
import drydock.engine.Images;
import drydock.engine.StandIn;
import drydock.ui.files.FilesModel;
import drydock.ui.files.FilesView;
import drydock.ui.files.Slab;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// A layer of 100,000 files in its pane: how long until something is seen, and for how long the window stands still
/// meanwhile: the longest time between two frames.
final class FilesBench {
  private static final int FILES = 100_000;

  private final FilesModel model;
  private final FilesView view;
  private final Stage stage;
  private final Frames frames = new Frames();

  private FilesBench(Path saved, Path folder) {
    model =
        Fx.get(() -> new FilesModel(new FxBackground(), engine(saved), Clock.systemUTC(), folder));
    view = Fx.get(() -> new FilesView(model, () -> {}));
    stage = Fx.show(view.node(), 560, 480, Theme.LIGHT);
  }

  static void run() throws IOException {
    Path folder = Files.createTempDirectory("drydock-bench-");
    Path saved = new LargeImage(1, FILES).write(folder);
    FilesBench bench = new FilesBench(saved, folder.resolve("scratch"));
    try {
      bench.measure();
    } finally {
      Fx.run(bench.model::close);
      Fx.close(bench.stage);
      ArchiveBench.remove(folder);
    }
  }

  private void measure() {
    Fx.run(frames::start);
    Slab.Of image = new Slab.Of("sha256:large", "large:1", 0, List.of("COPY . ."));
    Fx.run(() -> model.show(new Slab.Layer(image, 0)));
    step("read and listed", () -> fire("#files-read"), () -> rows() > 0);
    step("all that is added", () -> wanted(1), () -> rows() > FILES);
    step("largest first", () -> ((ToggleButton) find("#files-by-size")).fire(), frames::later);
    step("filtered to some", () -> type("file19"), () -> rows() > 1 && rows() < FILES / 5);
    step("filtered to none", () -> type("no such"), () -> rows() == 0);
    step("all again", () -> type(""), () -> rows() > FILES);
    step("scrolled to the end", () -> table().scrollTo(rows() - 1), frames::later);
  }

  private void step(String what, Runnable action, BooleanSupplier done) {
    frames.reset();
    long busy = Fx.get(FilesBench::processorNanos);
    long start = System.nanoTime();
    Fx.run(action);
    Fx.await(what, 60, done);
    double millis = (System.nanoTime() - start) / 1e6;
    Fx.await("a frame", 60, frames::later);
    System.out.printf(
        Locale.ROOT,
        "files: %s: %.0f ms, longest time without a frame %.0f ms, JavaFX thread at work %.0f ms%n",
        what,
        millis,
        frames.longest.get() / 1e6,
        (Fx.get(FilesBench::processorNanos) - busy) / 1e6);
  }

  /// Of the thread that asks.
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void fire(String selector) {
    ((Button) find(selector)).fire();
  }

  private void type(String text) {
    ((TextField) find("#files-search")).setText(text);
  }

  private void wanted(int index) {
    ((ComboBox<?>) find("#files-wanted")).getSelectionModel().select(index);
  }

  private TableView<?> table() {
    return (TableView<?>) find("#files-table");
  }

  private int rows() {
    Node node = view.node().lookup("#files-table");
    return node instanceof TableView<?> table ? table.getItems().size() : 0;
  }

  private Node find(String selector) {
    return Objects.requireNonNull(view.node().lookup(selector), selector);
  }

  private static java.util.function.Supplier<ContainerEngine> engine(Path saved) {
    return () ->
        new StandIn.Engine() {
          @Override
          public Images images() {
            return new StandIn.OfImages() {
              @Override
              public void save(List<String> references, OutputStream out) {
                try {
                  Files.copy(saved, out);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            };
          }
        };
  }

  /// Counts the time between frames.
  private static final class Frames extends AnimationTimer {
    private final AtomicLong longest = new AtomicLong();
    private long last;
    private int seen;

    @Override
    public void handle(long now) {
      if (last > 0) {
        longest.accumulateAndGet(now - last, Math::max);
      }
      last = now;
      seen++;
    }

    void reset() {
      Fx.run(
          () -> {
            longest.set(0);
            last = 0;
            seen = 0;
          });
    }

    /// Whether some frames came.
    boolean later() {
      return seen > 5;
    }
  }
}
