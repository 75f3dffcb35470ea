// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.dockerfile.BuildPlan;
import drydock.ui.editor.EditorModel;
import drydock.ui.editor.EditorView;
import drydock.ui.editor.FindingSource;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Files of unusual sizes in the editor: the most that the JavaFX thread works for one frame while such a file opens, and
/// what a key costs with the layout after it, in processor time; then what a Dockerfile of 20,000 lines costs the plan and
/// its picture.
final class ExtremesBench {
  private static final int KEYS = 60;
  private static final int WARM_UP = 20;

  private ExtremesBench() {}

  static void run() throws Exception {
    Map<String, String> cases = new LinkedHashMap<>();
    // the first case warms up

    cases.put("Dockerfile of 100 lines", dockerfile(100));
    cases.put("Dockerfile of 20,000 lines", dockerfile(20_000));
    for (int lines : new int[] {10_000, 20_000, 40_000}) {
      cases.put(
          "text of " + lines + " lines",
          "x = 1 # a line of text, neither short nor very long\n".repeat(lines));
    }
    cases.put("text of long lines", ("x".repeat(400) + "\n").repeat(5_000));
    for (int length : new int[] {1_000, Workspace.MAX_LINE}) {
      cases.put("line of " + length, "begin\n" + "a=1; ".repeat(length / 5) + "\nend\n");
    }
    for (Map.Entry<String, String> one : cases.entrySet()) {
      String name = one.getKey().startsWith("Dockerfile") ? "Dockerfile" : "file.txt";
      System.out.println(measure(one.getKey(), name, one.getValue()));
    }
    String text = dockerfile(20_000);
    BuildPlan plan = BuildPlan.of(text, Map.of());
    for (int i = 0; i < 5; i++) {
      long start = now();
      plan = BuildPlan.of(text, Map.of());
      long planned = now();
      BuildPicture.of(plan, BuildFacts.of("x:dev"), 600);
      if (i == 4) {
        System.out.printf(
            Locale.ROOT,
            "plan of 20,000 lines: %.0f ms, its picture %.0f ms%n",
            (planned - start) / 1e6,
            (now() - planned) / 1e6);
      }
    }
  }

  private static String dockerfile(int lines) {
    return "FROM busybox:1.37\n" + "RUN echo \"$HOME\" && test 1 -ne 2 # what\n".repeat(lines - 1);
  }

  private static String measure(String what, String name, String text) throws IOException {
    Path folder = Files.createTempDirectory("drydock-bench");
    Path file = Files.writeString(folder.resolve(name), text);
    try {
      Workspace workspace = new Workspace(folder);
      Work work = Fx.get(Work::new);
      Fx.run(work::start);
      EditorModel model =
          Fx.get(() -> new EditorModel(workspace, new FxBackground(), FindingSource.NONE));
      EditorView view = Fx.get(() -> new EditorView(model));
      Stage stage = Fx.show(Fx.get(() -> new StackPane(view.node())), 900, 700, Theme.LIGHT);
      Fx.await("the text", 60, () -> area(stage).getLength() >= text.length());
      Fx.await("calm", 60, () -> work.calm > 20);
      Fx.run(work::stop);
      double[] keys = Fx.get(() -> type(stage));
      Fx.get(model::saveAllNow);
      Fx.close(stage);
      return String.format(
          Locale.ROOT,
          "%-28s opens with %4.0f ms at most for a frame, key %.1f ms (p99 %.1f)",
          what,
          work.most,
          keys[KEYS / 2],
          keys[KEYS * 99 / 100]);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static CodeArea area(Stage stage) {
    return stage.getScene().lookup("#editor-text") instanceof CodeArea area ? area : new CodeArea();
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double[] type(Stage stage) {
    CodeArea area = area(stage);
    int paragraph = area.getParagraphs().size() == 4 ? 1 : area.getParagraphs().size() / 2;
    area.moveTo(paragraph, Math.min(10, area.getParagraphLength(paragraph)));
    area.requestFollowCaret();
    var root = Objects.requireNonNull(stage.getScene()).getRoot();
    root.layout();
    double[] keys = new double[KEYS];
    for (int i = -WARM_UP; i < KEYS; i++) {
      long start = now();
      area.replaceSelection("x");
      root.applyCss();
      root.layout();
      if (i >= 0) {
        keys[i] = (now() - start) / 1e6;
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  /// What the JavaFX thread works between two frames.
  private static final class Work extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long last;
    private double most;
    private int calm;

    @Override
    public void handle(long now) {
      long worked = threads.getCurrentThreadCpuTime();
      if (last != 0) {
        double millis = (worked - last) / 1e6;
        most = Math.max(most, millis);
        calm = millis > 16 ? 0 : calm + 1;
      }
      last = worked;
    }
  }
}
