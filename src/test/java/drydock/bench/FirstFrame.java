// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.app.Composition;
import drydock.app.Places;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.ui.kit.Fonts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// One measurement of [FrameBench], in a process of its own: shows a window, prints after how many milliseconds it was
/// there to be used and how many megabytes are resident two seconds later, and ends.
public final class FirstFrame extends Application {
  private static final int SETTLED_SECONDS = 2;

  private @Nullable Composition app;
  private @Nullable Path home;

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) throws IOException {
    BooleanSupplier usable =
        getParameters().getRaw().getFirst().equals("app") ? app(stage) : bare(stage);
    long began = Long.parseLong(getParameters().getRaw().get(1));
    new AnimationTimer() {
      private long usableAt;
      private long millis;

      @Override
      public void handle(long now) {
        if (usableAt != 0 && millis == 0) {
          millis = System.currentTimeMillis() - began; // the pulse before drew it
        } else if (usableAt == 0 && usable.getAsBoolean()) {
          usableAt = now;
        } else if (millis != 0 && now - usableAt > SETTLED_SECONDS * 1_000_000_000L) {
          stop();
          end(millis);
        }
      }
    }.start();
  }

  private static BooleanSupplier bare(Stage stage) {
    Label label = new Label("Hello");
    stage.setScene(new Scene(label, 1280, 800));
    stage.show();
    return () -> label.getWidth() > 0;
  }

  /// Usable: a lesson can be chosen.
  private BooleanSupplier app(Stage stage) throws IOException {
    Path folder = Files.createTempDirectory("drydock-bench");
    home = folder;
    Fonts.load();
    Composition made =
        new Composition(
            stage,
            new Places(
                folder.resolve("settings"), folder.resolve("work"), folder.resolve("scratch")),
            EngineFinder.ofThisSystem(),
            PackReader.bundled(),
            Clock.systemUTC(),
            _ -> {});
    app = made;
    made.window().show();
    return () -> stage.getScene().getRoot().lookup("#lesson-open-first-dockerfile") != null;
  }

  private void end(long millis) {
    try {
      System.out.printf(Locale.ROOT, "%d %.1f%n", millis, residentMegabytes());
      if (app != null) {
        app.close();
      }
      if (home != null) {
        BuildBench.delete(home);
      }
      System.exit(0);
    } catch (IOException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static double residentMegabytes() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(l -> l.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
  }
}
