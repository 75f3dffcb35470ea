// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.files.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path temp;
  private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectories(temp.resolve("work"));
    workspace = new Workspace(folder);
  }

  @Test
  void listsDockerfilesFirstAndLeavesOutWhatToolsMake() throws IOException {
    for (String name :
        List.of("app.py", "Dockerfile", ".dockerignore", ".env", "src/a.txt", "Dockerfile.dev")) {
      write(name, "x");
    }
    write(".git/config", "x");
    write("node_modules/a/b.js", "x");
    write(AtomicFile.PREFIX + "1f", "x");
    Files.createSymbolicLink(folder.resolve("out"), temp);
    Listing listing = workspace.list();
    assertThat(listing.files())
        .extracting(Listing.Entry::name)
        .containsExactly(
            "Dockerfile", "Dockerfile.dev", ".dockerignore", ".env", "app.py", "src/a.txt");
    assertThat(listing.files())
        .filteredOn(Listing.Entry::hidden)
        .extracting(Listing.Entry::name)
        .containsExactly(".env");
    assertThat(listing.complete()).isTrue();
  }

  @Test
  void aListHasAnEnd() throws IOException {
    for (int i = 0; i <= FileList.MAX_FILES; i++) {
      write("f" + i, "");
    }
    assertThat(workspace.list().files()).hasSize(FileList.MAX_FILES);
    assertThat(workspace.list().complete()).isFalse();
  }

  @Test
  void windowsLineEndsAndByteOrderMarkStay() throws IOException {
    write("a", "\uFEFFone\r\ntwo\r\n");
    Content.Text text = text("a");
    assertThat(text.text()).isEqualTo("one\ntwo\n");
    assertThat(save(text, "a", "one\nthree\n")).isInstanceOf(SaveResult.Saved.class);
    assertThat(Files.readString(folder.resolve("a"))).isEqualTo("\uFEFFone\r\nthree\r\n");
  }

  @Test
  void tellsTextFromBytes() throws IOException {
    Files.write(folder.resolve("a"), new byte[] {'a', (byte) 0xE9, 'b'});
    Files.write(folder.resolve("b"), new byte[] {'a', 0, 'b'});
    assertThat(workspace.read("a")).isInstanceOf(Content.Binary.class);
    assertThat(workspace.read("b")).isInstanceOf(Content.Binary.class);
    Files.write(folder.resolve("c"), new byte[Workspace.MAX_BYTES + 1]);
    assertThatThrownBy(() -> workspace.read("c"))
        .hasMessageContaining("c has 2")
        .hasMessageContaining("at most 2 MB");
  }

  @Test
  void aSaveKeepsTheMode() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    write("run.sh", "a");
    Files.setPosixFilePermissions(
        folder.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));
    save(text("run.sh"), "run.sh", "b");
    assertThat(Files.getPosixFilePermissions(folder.resolve("run.sh")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
  }

  @Test
  void aFileThatChangedIsNotOverwritten() throws IOException {
    write("a", "one");
    Content.Text text = text("a");
    write("a", "two");
    assertThat(save(text, "a", "mine")).isInstanceOf(SaveResult.Changed.class);
    assertThat(folder.resolve("a")).hasContent("two");
    Files.delete(folder.resolve("a"));
    assertThat(save(text, "a", "mine")).isInstanceOf(SaveResult.Changed.class);
    assertThat(workspace.save("a", "mine", Content.Format.PLAIN, null))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(workspace.save("a", "again", Content.Format.PLAIN, null))
        .isInstanceOf(SaveResult.Changed.class);
    assertThat(folder.resolve("a")).hasContent("mine");
  }

  @Test
  void aTouchedFileIsTheSame() throws IOException {
    write("a", "one");
    Version before = text("a").version();
    Files.setLastModifiedTime(folder.resolve("a"), java.nio.file.attribute.FileTime.fromMillis(1));
    Version after = workspace.version("a", before);
    assertThat(after).isNotNull().isNotEqualTo(before);
    assertThat(after != null && after.sameContent(before)).isTrue();
    assertThat(workspace.version("none", before)).isNull();
  }

  @Test
  void theLoserIsKeptUnderAFreeName() throws IOException {
    write("a.mine", "older");
    assertThat(workspace.keep("a", "mine", "x\n", Content.Format.PLAIN)).isEqualTo("a.mine.2");
    assertThat(folder.resolve("a.mine")).hasContent("older");
  }

  @Test
  void noNameLeadsOut() throws IOException {
    Files.writeString(temp.resolve("secret"), "s");
    Files.createSymbolicLink(folder.resolve("link"), temp.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("dir"), temp);
    Files.createSymbolicLink(folder.resolve("dangling"), temp.resolve("nothing"));
    for (String name :
        List.of(
            "../secret",
            "/etc/hostname",
            "",
            ".",
            "a/../../secret",
            "link",
            "dir/secret",
            "dir/new",
            "dangling",
            "a\0b")) {
      assertThatThrownBy(() -> workspace.read(name))
          .as(name)
          .isInstanceOf(WorkspaceException.class);
      assertThatThrownBy(() -> workspace.save(name, "x", Content.Format.PLAIN, null))
          .as(name)
          .isInstanceOf(WorkspaceException.class);
      assertThatThrownBy(() -> workspace.create(name))
          .as(name)
          .isInstanceOf(WorkspaceException.class);
      assertThatThrownBy(() -> workspace.delete(name))
          .as(name)
          .isInstanceOf(WorkspaceException.class);
      assertThatThrownBy(() -> workspace.rename("x", name))
          .as(name)
          .isInstanceOf(WorkspaceException.class);
    }
    assertThat(temp.resolve("secret")).hasContent("s");
    assertThat(temp.resolve("nothing")).doesNotExist();
  }

  @Test
  void aLinkInsideIsFollowedAndStays() throws IOException {
    write("a", "one");
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    save(text("b"), "b", "two");
    assertThat(Files.isSymbolicLink(folder.resolve("b"))).isTrue();
    assertThat(folder.resolve("a")).hasContent("two");
  }

  @Test
  void createRenameDelete() throws IOException {
    workspace.create("src/new.txt");
    assertThatThrownBy(() -> workspace.create("src/new.txt")).hasMessageContaining("already");
    workspace.rename("src/new.txt", "b.txt");
    workspace.create("c.txt");
    assertThatThrownBy(() -> workspace.rename("c.txt", "b.txt")).hasMessageContaining("already");
    assertThatThrownBy(() -> workspace.rename("zzz", "y")).hasMessageContaining("no file zzz");
    workspace.delete("b.txt");
    assertThat(folder.resolve("b.txt")).doesNotExist();
    assertThatThrownBy(() -> workspace.delete("src")).isInstanceOf(WorkspaceException.class);
    for (String bad : List.of("con", "NUL.txt", "a:b", "a.", "a ", "x\ny", "a\\b", "a//b")) {
      assertThatThrownBy(() -> workspace.create(bad)).as(bad).hasMessageContaining("every system");
    }
  }

  private SaveResult save(Content.Text from, String name, String text) throws IOException {
    return workspace.save(name, text, from.format(), from.version());
  }

  private Content.Text text(String name) throws IOException {
    return (Content.Text) workspace.read(name);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
