// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.ui.editor.EditorModel;
import drydock.ui.editor.EditorView;
import drydock.ui.editor.FindingSource;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Typing in the middle of a Dockerfile of 5,000 lines: the work of one key, and that work with the
/// layout after it, in processor time of the JavaFX thread, which a busy machine does not falsify.
/// A frame is 16.7 ms.
public final class EditorBench {
  private static final int KEYS = 300;
  private static final int WARM_UP = 100;

  private EditorBench() {}

  /// A line for people.
  public static String run() throws IOException {
    Path folder = Files.createTempDirectory("drydock-bench");
    Path file = folder.resolve("Dockerfile");
    try {
      Files.writeString(
          file,
          "FROM busybox:1.37\n" + "RUN echo \"$HOME\" && test 1 -ne 2 # what\n".repeat(4_999));
      Workspace workspace = new Workspace(folder);
      EditorModel model =
          Fx.get(() -> new EditorModel(workspace, new FxBackground(), FindingSource.NONE));
      EditorView view = Fx.get(() -> new EditorView(model));
      Stage stage = Fx.show(Fx.get(() -> new StackPane(view.node())), 900, 700, Theme.LIGHT);
      Fx.await("the text", 20, () -> text(stage.getScene()).getLength() > 100_000);
      String result = Fx.get(() -> type(stage.getScene()));
      Fx.get(model::saveAllNow);
      Fx.close(stage);
      return result;
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static CodeArea text(Scene scene) {
    return scene.lookup("#editor-text") instanceof CodeArea area ? area : new CodeArea();
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String type(Scene scene) {
    CodeArea area = text(scene);
    area.moveTo(2_500, 10);
    area.requestFollowCaret();
    scene.getRoot().layout();
    double[] keys = new double[KEYS];
    double[] frames = new double[KEYS];
    for (int i = -WARM_UP; i < KEYS; i++) {
      long start = now();
      area.replaceSelection("x");
      long typed = now();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      if (i >= 0) {
        keys[i] = (typed - start) / 1e6;
        frames[i] = (now() - start) / 1e6;
      }
    }
    Arrays.sort(keys);
    Arrays.sort(frames);
    return String.format(
        Locale.ROOT,
        "editor, 5,000 lines: key %.1f ms (p99 %.1f), with layout %.1f ms (p99 %.1f) of 16.7",
        keys[KEYS / 2],
        keys[KEYS * 99 / 100],
        frames[KEYS / 2],
        frames[KEYS * 99 / 100]);
  }
}
