// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.files.Disk;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.workspace.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files that cannot be written, and files that an editor had better not open.
class EditorTroubleTest extends EditorFixture {
  @TempDir Path other;

  private void type(String text) {
    Fx.run(() -> area().insertText(0, text));
    Fx.run(background::pass);
  }

  private void look() {
    Fx.run(model::checkDisk);
  }

  private void reopen(Workspace workspace, Theme theme) {
    close();
    model = Fx.get(() -> new EditorModel(workspace, background, FindingSource.NONE));
    view = Fx.get(() -> new EditorView(model));
    stage = Fx.show(new javafx.scene.layout.StackPane(view.node()), 620, 420, theme);
  }

  @Test
  void anEditOnAFullDiskIsKeptAndSavedWhenThereIsRoom() throws IOException {
    try (Disk disk = new Disk(1 << 20)) {
      Path file = Files.writeString(disk.folder("work").resolve("Dockerfile"), "FROM busybox\n");
      reopen(new Workspace(disk.folder("work")), Theme.LIGHT);
      disk.fill();
      type("# edited\n");
      assertThat(question())
          .isEqualTo(
              "Dockerfile could not be saved: the disk is full. The file on the disk is as it was."
                  + " Your edits stay here, and are saved as soon as that is possible again.");
      assertThat(view.node().lookup("#editor-elsewhere")).isNotNull();
      Fx.picture(stage, "editor-disk-full-light");
      assertThat(Files.readString(file)).isEqualTo("FROM busybox\n");
      assertThat(Fx.<Boolean>get(model::saveAllNow)).isFalse();
      assertThat(model.unsaved()).containsExactly("Dockerfile");
      Fx.run(model::dismissNotice);
      look();
      assertThat(model.noticeProperty().get()).as("said once, not every second").isEmpty();

      disk.makeRoom();
      look();
      assertThat(Files.readString(file)).isEqualTo("# edited\nFROM busybox\n");
      assertThat(question()).isEqualTo("Dockerfile is saved now.");
      assertThat(view.node().lookup("#editor-elsewhere")).isNull();
      assertThat(Fx.<Boolean>get(model::saveAllNow)).isTrue();
    }
  }

  @Test
  void editsThatAreKeptElsewhereAreSafeUntilTheNextOne() throws IOException {
    Files.writeString(other.resolve("Dockerfile"), "somebody's");
    try (Disk disk = new Disk(1 << 20)) {
      Files.writeString(disk.folder("work").resolve("Dockerfile"), "FROM busybox\n");
      reopen(new Workspace(disk.folder("work")), Theme.DARK);
      disk.fill();
      type("# edited\n");
      Fx.picture(stage, "editor-disk-full-dark");
      AtomicInteger done = new AtomicInteger();
      Fx.run(() -> model.keepElsewhere(other, done::incrementAndGet));
      assertThat(done).hasValue(1);
      assertThat(other.resolve("Dockerfile")).hasContent("somebody's");
      assertThat(other.resolve("Dockerfile.mine")).hasContent("# edited\nFROM busybox");
      assertThat(question()).contains(other.resolve("Dockerfile.mine").toString());
      assertThat(Fx.<Boolean>get(model::saveAllNow)).isTrue();
      type("# more\n");
      assertThat(Fx.<Boolean>get(model::saveAllNow)).isFalse();
      Path full = disk.folder("work");
      Fx.run(() -> model.keepElsewhere(full, done::incrementAndGet));
      assertThat(question()).contains("the disk is full");
      assertThat(done).hasValue(1);
    }
  }

  @Test
  void aFolderThatVanishesIsNamedAndItsReturnWaitedFor() throws IOException {
    Path moved = other.resolve("moved");
    Files.move(folder, moved);
    type("# edited\n");
    assertThat(question()).startsWith("The folder " + folder + " is not there any more");
    assertThat(area().getText()).startsWith("# edited\n");
    Files.move(moved, folder);
    look();
    assertThat(folder.resolve("Dockerfile")).content().startsWith("# edited\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoTextForAnEditorIsSaidAndLeftAlone() throws Exception {
    byte[] utf16 = "FROM busybox\n".getBytes(StandardCharsets.UTF_16LE);
    byte[] marked = new byte[utf16.length + 2];
    marked[0] = (byte) 0xFF;
    marked[1] = (byte) 0xFE;
    System.arraycopy(utf16, 0, marked, 2, utf16.length);
    Files.write(folder.resolve("utf16.txt"), marked);
    Files.write(folder.resolve("nul.txt"), new byte[] {'a', 0, 'b'});
    Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26});
    try (RandomAccessFile large = new RandomAccessFile(folder.resolve("data.csv").toFile(), "rw")) {
      large.setLength(50L << 20);
    }
    write("one-line.json", "[" + "1,".repeat(Workspace.MAX_LINE) + "1]");
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();
    Files.createSymbolicLink(folder.resolve("nowhere"), other.resolve("missing"));
    look();

    assertObstacle("utf16.txt", "UTF-16", "Out-File -Encoding utf8");
    assertObstacle("nul.txt", "not text in UTF-8", "the build gets it");
    assertObstacle("logo.png", "not text in UTF-8");
    assertObstacle("data.csv", "data.csv has 50 MB", "at most 2 MB", "the build gets it");
    Fx.picture(stage, "editor-too-large-light");
    assertObstacle("one-line.json", "a line of 20,003 characters", "at most 10,000");
    assertObstacle("pipe", "device, pipe or socket");
    assertObstacle("nowhere", "not a file of this workspace");
    assertThat(Files.size(folder.resolve("data.csv"))).isEqualTo(50L << 20);
    Fx.run(() -> model.open("Dockerfile"));
    assertThat(area().getText()).isEqualTo(DOCKERFILE);
  }

  private void assertObstacle(String name, String... words) {
    Fx.run(() -> model.open(name));
    assertThat(current().obstacle().get()).as(name).contains(words);
    assertThat(view.area()).as(name).isNull();
    assertThat(current().dirty().get()).as(name).isFalse();
  }

  @Test
  void aFileThatOutgrowsTheEditorHidesNoOthersNews() throws IOException {
    Fx.run(() -> model.open("app.py"));
    write("app.py", "x".repeat(3 << 20));
    write("Dockerfile", "FROM scratch\n");
    look();
    assertThat(current().obstacle().get()).contains("app.py has 3 MB");
    Fx.run(() -> model.open("Dockerfile"));
    assertThat(area().getText()).isEqualTo("FROM scratch\n");
  }

  @Test
  void twentyThousandLinesAreColouredInAFewGoes() throws IOException {
    AtomicInteger goes = new AtomicInteger();
    CodeArea area = area();
    Fx.run(() -> area.richChanges().subscribe(_ -> goes.incrementAndGet()));
    write("Dockerfile", "FROM busybox\n" + "RUN echo \"$HOME\" # what\n".repeat(20_000));
    look();
    Fx.run(background::pass);
    assertThat(area.getParagraphs()).hasSize(20_002);
    assertThat(style(1, 0)).contains("df-keyword");
    assertThat(style(20_000, 0)).contains("df-keyword");
    assertThat(style(20_000, 11)).contains("df-variable");
    assertThat(goes.get()).as("one by one would be 20,000").isLessThan(300);
    goes.set(0);
    Fx.run(() -> area.insertText(10_000, 0, "#"));
    Fx.run(background::pass);
    assertThat(style(10_000, 3)).contains("df-comment");
    assertThat(style(20_000, 0)).contains("df-keyword");
    assertThat(goes.get()).as("one edit touches its own lines").isLessThan(10);
  }

  @Test
  void aListOfManyFilesHasAnEnd() throws IOException {
    for (int i = 0; i < 1200; i++) {
      write("f" + i, "");
    }
    look();
    MenuButton menu = (MenuButton) view.node().lookup("#editor-files");
    Fx.run(() -> menu.getOnShowing().handle(new javafx.event.Event(MenuButton.ON_SHOWING)));
    List<MenuItem> items = menu.getItems();
    assertThat(items).hasSize(FileMenu.MOST + 5);
    assertThat(items.get(FileMenu.MOST).getText()).startsWith("More files are there");
  }
}
