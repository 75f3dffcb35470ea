// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import drydock.ui.editor.EditorModel;
import drydock.ui.editor.EditorView;
import drydock.ui.editor.LineNote;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Typing in the middle of a file of 5,000 lines, as a person does, with frames and pauses between
/// the keys: as plain text, and as a Dockerfile with colours, findings, notes at the lines and a
/// failed build. Measured are the work of one key, and that work with the layout after it, in
/// processor time of the JavaFX thread, which a busy machine does not falsify.
public final class EditorBench {
  private static final int LINES = 5_000;
  private static final int KEYS = 400;
  private static final int WARM_UP = 300;

  /// Keys without a pause: then everything is read and checked again.
  private static final int BURST = 20;

  private static final int KEY_MILLIS = 20;
  private static final int PAUSE_MILLIS = 350;

  private EditorBench() {}

  /// A line for people.
  public static String run() throws IOException {
    return String.format(
        Locale.ROOT,
        "editor, 5,000 lines: %s%neditor, 5,000 lines: %s",
        measure("as plain text     ", "notes.txt"),
        measure("with everything on", "Dockerfile"));
  }

  /// Every tenth line gives reason for a finding.
  private static String text() {
    StringBuilder text = new StringBuilder("FROM busybox:1.37\n");
    for (int i = 2; i < LINES; i++) {
      text.append(
          switch (i % 10) {
            case 0 -> "ENV NAME" + i + " value\n";
            case 4 -> "COPY --chown=1:1 . . # what\n";
            default -> "RUN echo \"$HOME\" && test 1 -ne 2 # what\n";
          });
    }
    return text.toString();
  }

  private static String measure(String what, String name) throws IOException {
    Path folder = Files.createTempDirectory("drydock-bench");
    Path file = folder.resolve(name);
    try {
      Files.writeString(file, text());
      Workspace workspace = new Workspace(folder);
      EditorModel model =
          Fx.get(
              () ->
                  new EditorModel(
                      workspace,
                      new FxBackground(),
                      _ -> dockerfile -> Checks.of(dockerfile, CheckContext.NONE)));
      EditorView view = Fx.get(() -> new EditorView(model));
      Stage stage = Fx.show(Fx.get(() -> new StackPane(view.node())), 900, 700, Theme.LIGHT);
      Fx.await("the text", 20, () -> area(stage).getLength() > 100_000);
      boolean dockerfile = name.equals("Dockerfile");
      if (dockerfile) {
        Fx.await("findings", 20, () -> model.problems().all().size() >= LINES / 10 - 1);
        Fx.run(() -> mark(model));
      }
      String result = what + " " + type(stage);
      if (dockerfile) {
        result += Fx.get(() -> ", with " + model.problems().all().size() + " findings");
      }
      Fx.get(model::saveAllNow);
      Fx.close(stage);
      return result;
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static void mark(EditorModel model) {
    Map<Integer, LineNote> notes = new HashMap<>();
    for (int line = 2; line < LINES; line += 2) {
      notes.put(line, new LineNote(LineNote.Role.RAN, "0.1 s"));
    }
    model.setLineNotes("Dockerfile", notes);
    model.setErrors("Dockerfile", Map.of(2_490, "RUN exited with code 7"));
  }

  private static CodeArea area(Stage stage) {
    return scene(stage).lookup("#editor-text") instanceof CodeArea area ? area : new CodeArea();
  }

  private static Scene scene(Stage stage) {
    return Objects.requireNonNull(stage.getScene());
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String type(Stage stage) {
    CodeArea area = Fx.get(() -> area(stage));
    Fx.run(
        () -> {
          area.requestFocus();
          area.moveTo(LINES / 2, 10);
          area.requestFollowCaret();
        });
    pause(PAUSE_MILLIS);
    double[] keys = new double[KEYS];
    double[] frames = new double[KEYS];
    for (int i = -WARM_UP; i < KEYS; i++) {
      int at = i;
      Fx.run(
          () -> {
            Parent root = scene(stage).getRoot();
            long start = now();
            press(area, at % BURST == BURST - 1 ? "\b" : "x");
            long typed = now();
            root.applyCss();
            root.layout();
            if (at >= 0) {
              keys[at] = (typed - start) / 1e6;
              frames[at] = (now() - start) / 1e6;
            }
          });
      pause(i % BURST == 0 ? PAUSE_MILLIS : KEY_MILLIS);
    }
    Arrays.sort(keys);
    Arrays.sort(frames);
    return String.format(
        Locale.ROOT,
        "key %.1f ms (p99 %.1f), with layout %.1f ms (p99 %.1f) of 16.7",
        keys[KEYS / 2],
        keys[KEYS * 99 / 100],
        frames[KEYS / 2],
        frames[KEYS * 99 / 100]);
  }

  private static void press(CodeArea area, String character) {
    KeyCode code = character.equals("\b") ? KeyCode.BACK_SPACE : KeyCode.X;
    String typed = character.equals("\b") ? KeyEvent.CHAR_UNDEFINED : character;
    area.fireEvent(key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code));
    area.fireEvent(key(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED));
    area.fireEvent(key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code));
  }

  private static KeyEvent key(
      javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
    return new KeyEvent(type, character, "", code, false, false, false, false);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
