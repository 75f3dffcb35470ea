// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// Edits and the disk.
class EditorFilesTest extends EditorFixture {
  @Test
  void editsAreMarkedAndSaveThemselves() {
    Fx.run(
        () -> {
          OpenFile file = current();
          assertThat(file.dirty().get()).isFalse();
          area().insertText(0, "# hello\n");
          assertThat(file.dirty().get()).isTrue();
          assertThat(folder.resolve("Dockerfile")).hasContent(DOCKERFILE);
          background.pass();
          assertThat(file.dirty().get()).isFalse();
          assertThat(folder.resolve("Dockerfile")).hasContent("# hello\n" + DOCKERFILE);
        });
  }

  @Test
  void everythingIsOnTheDiskBeforeABuild() {
    List<String> log = new ArrayList<>();
    Fx.run(
        () -> {
          area().replaceText("FROM a\n");
          model.open("app.py");
          area().replaceText("b\n");
          model.saveAll(() -> log.add("build"));
        });
    assertThat(log).containsExactly("build");
    assertThat(folder.resolve("Dockerfile")).hasContent("FROM a\n");
    assertThat(folder.resolve("app.py")).hasContent("b\n");
  }

  @Test
  void aSaveThatFailsSaysSoAndNothingIsBuilt() throws IOException {
    List<String> log = new ArrayList<>();
    Files.delete(folder.resolve("Dockerfile"));
    Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("/elsewhere"));
    Fx.run(
        () -> {
          area().replaceText("mine");
          model.saveAll(() -> log.add("build"));
          assertThat(current().dirty().get()).isTrue();
          assertThat(question()).contains("Dockerfile” is not a file of this workspace");
          assertThat(model.saveAllNow()).isFalse();
        });
    assertThat(log).isEmpty();
  }

  @Test
  void aChangeFromOutsideIsLoadedIntoACleanFile() throws IOException {
    Fx.run(() -> area().moveTo(4, 2));
    write("Dockerfile", DOCKERFILE.replace("/app\n", "/srv\n"));
    Fx.run(
        () -> {
          model.checkDisk();
          assertThat(area().getText()).contains("WORKDIR /srv");
          assertThat(current().dirty().get()).isFalse();
          assertThat(area().getCurrentParagraph()).isEqualTo(4);
          assertThat(view.node().lookup("#editor-prompt").isVisible()).isFalse();
        });
  }

  @Test
  void ofTwoVersionsOursCanBeKept() throws IOException {
    quarrel();
    Fx.run(() -> fire("#editor-prompt-yes"));
    assertThat(folder.resolve("Dockerfile")).hasContent("mine\n");
    assertThat(folder.resolve("Dockerfile.theirs")).hasContent("theirs\n");
    Fx.run(() -> assertThat(question()).contains("Dockerfile.theirs"));
    Fx.run(() -> assertThat(current().dirty().get()).isFalse());
  }

  @Test
  void ofTwoVersionsTheirsCanBeTaken() throws IOException {
    quarrel();
    Fx.run(
        () -> {
          fire("#editor-prompt-no");
          assertThat(area().getText()).isEqualTo("theirs\n");
        });
    assertThat(folder.resolve("Dockerfile.mine")).hasContent("mine\n");
    assertThat(folder.resolve("Dockerfile")).hasContent("theirs\n");
  }

  private void quarrel() throws IOException {
    Fx.run(() -> area().replaceText("mine\n"));
    write("Dockerfile", "theirs\n");
    List<String> log = new ArrayList<>();
    Fx.run(
        () -> {
          model.saveAll(() -> log.add("build"));
          assertThat(question()).contains("changed by another program");
        });
    assertThat(log).isEmpty();
    assertThat(folder.resolve("Dockerfile")).hasContent("theirs\n");
  }

  @Test
  void aFileDeletedOutsideClosesUnlessItHasEdits() throws IOException {
    Fx.run(() -> model.open("app.py"));
    Files.delete(folder.resolve("app.py"));
    Fx.run(
        () -> {
          model.checkDisk();
          assertThat(model.open()).extracting(OpenFile::name).doesNotContain("app.py");
          assertThat(question()).contains("app.py was deleted");
          model.open("Dockerfile");
          area().replaceText("mine\n");
        });
    Files.delete(folder.resolve("Dockerfile"));
    Fx.run(
        () -> {
          model.checkDisk();
          fire("#editor-prompt-yes");
        });
    assertThat(folder.resolve("Dockerfile")).hasContent("mine\n");
  }

  @Test
  void filesAreMadeRenamedAndDeletedInsideThePane() {
    Fx.run(
        () -> {
          action("editor-new").run();
          ((TextField) view.node().lookup("#editor-prompt-text")).setText("src/run.sh");
          fire("#editor-prompt-yes");
          assertThat(model.currentFileProperty().get()).isEqualTo("src/run.sh");
          area().replaceText("echo\n");
          action("editor-rename").run();
          ((TextField) view.node().lookup("#editor-prompt-text")).setText("go.sh");
          fire("#editor-prompt-yes");
          assertThat(model.currentFileProperty().get()).isEqualTo("go.sh");
          assertThat(area().getText()).isEqualTo("echo\n");
          action("editor-delete").run();
          assertThat(question()).contains("Delete go.sh");
          fire("#editor-prompt-no");
          assertThat(folder.resolve("go.sh")).hasContent("echo\n");
          action("editor-delete").run();
          fire("#editor-prompt-yes");
          assertThat(folder.resolve("go.sh")).doesNotExist();
          action("editor-new").run();
          ((TextField) view.node().lookup("#editor-prompt-text")).setText("../out");
          fire("#editor-prompt-yes");
          assertThat(question()).contains("not a file of this workspace");
        });
  }

  @Test
  void tabsCloseAndTheLastOneLeavesAWayOn() {
    Fx.run(
        () -> {
          System.gc();
          for (int i = 0; i < 3; i++) {
            action("editor-close").run();
          }
          assertThat(model.open()).isEmpty();
          assertThat(((TabPane) view.node().lookup(".tab-pane")).getTabs()).isEmpty();
          assertThat(model.currentFileProperty().get()).isEmpty();
          assertThat(model.caretLineProperty().get()).isZero();
          model.reveal("app.py", 1);
          assertThat(area().getText()).startsWith("print");
        });
  }

  @Test
  void bytesAreNotShown() throws IOException {
    Files.write(folder.resolve("logo.png"), new byte[] {1, 0, 2});
    Fx.run(
        () -> {
          model.reveal("logo.png", 1);
          assertThat(view.area()).isNull();
          assertThat(current().obstacle().get()).contains("not text in UTF-8");
        });
  }
}
