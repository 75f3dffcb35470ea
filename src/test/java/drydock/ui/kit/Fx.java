// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Tests' way to JavaFX: starts the headless toolkit once, runs code on its thread, shows a view, takes its picture.
public final class Fx {
  private static final Set<EventType<MouseEvent>> BUTTON =
      Set.of(
          MouseEvent.MOUSE_PRESSED,
          MouseEvent.MOUSE_DRAGGED,
          MouseEvent.MOUSE_RELEASED,
          MouseEvent.MOUSE_CLICKED);
  private static boolean started;

  private Fx() {}

  /// Starts the toolkit, once; all other methods do it themselves.
  public static synchronized void start() {
    if (started) {
      return;
    }
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Fonts.load();
          Platform.setImplicitExit(false);
          up.countDown();
        });
    try {
      if (!up.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("JavaFX did not start within 30 s");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    started = true;
  }

  /// Runs `work` on the JavaFX thread and waits for its result.
  public static <T> T get(Callable<T> work) {
    start();
    FutureTask<T> task = new FutureTask<>(work);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    }
  }

  public static void run(Runnable work) {
    Fx.<Boolean>get(
        () -> {
          work.run();
          return true;
        });
  }

  /// Shows a view in a stage of its own at (0,0), dressed in `theme`; laid out when this returns.
  public static Stage show(Parent view, double width, double height, Theme theme) {
    return get(
        () -> {
          StackPane root = new StackPane(view);
          Scene scene = new Scene(root, width, height);
          theme.apply(scene);
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.setX(0);
          stage.setY(0);
          stage.show();
          root.applyCss();
          root.layout();
          return stage;
        });
  }

  public static void close(Stage stage) {
    run(stage::close);
  }

  /// Writes what a stage shows to `target/pictures/<name>.png`.
  public static Path picture(Stage stage, String name) {
    Path file = Path.of("target", "pictures", name + ".png");
    run(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          try {
            Files.createDirectories(file.getParent());
            Png.write(stage.getScene().snapshot(null), file);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    return file;
  }

  /// Presses and releases a key on what has the focus.
  public static void key(Stage stage, KeyCode code) {
    run(
        () -> {
          var target =
              stage.getScene().getFocusOwner() == null
                  ? stage.getScene().getRoot()
                  : stage.getScene().getFocusOwner();
          for (var type : new EventType<?>[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
            @SuppressWarnings("unchecked")
            var keyType = (EventType<KeyEvent>) type;
            target.fireEvent(new KeyEvent(keyType, "", "", code, false, false, false, false));
          }
        });
  }

  /// What the mouse does at a place of a node, in the node's own measure. While it only moves, no
  /// button is down; while it drags, and when it lets go after that, it has left where it was pressed.
  public static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
    mouse(node, type, x, y, false);
  }

  public static void mouse(
      Node node, EventType<MouseEvent> type, double x, double y, boolean shift) {
    run(
        () -> {
          boolean button = BUTTON.contains(type);
          boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
          boolean still = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_CLICKED;
          Point2D inScene = node.localToScene(x, y);
          Point2D onScreen = node.localToScreen(x, y);
          node.fireEvent(
              new MouseEvent(
                  type,
                  inScene.getX(),
                  inScene.getY(),
                  onScreen.getX(),
                  onScreen.getY(),
                  button ? MouseButton.PRIMARY : MouseButton.NONE,
                  button ? 1 : 0,
                  shift,
                  false,
                  false,
                  false,
                  down,
                  false,
                  false,
                  false,
                  false,
                  still,
                  null));
        });
  }

  /// Waits until `condition`, looked at on the JavaFX thread, holds.
  public static void await(String what, int seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!Fx.<Boolean>get(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + seconds + " s: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
