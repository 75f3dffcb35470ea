// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.BuildEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {
  @TempDir Path folder;
  private final List<BuildEvent> reported = new ArrayList<>();

  @BeforeEach
  void writeDockerfile() throws IOException {
    write("Dockerfile", "FROM scratch\n");
  }

  @Test
  void allFilesAreSentInTheOrderOfTheirNames() throws IOException {
    write("b/2.txt", "two");
    write("b/1.txt", "one");
    write("a.txt", "é");
    assertThat(names()).containsExactly("Dockerfile", "a.txt", "b/", "b/1.txt", "b/2.txt");
    assertThat(reported).containsExactly(new BuildEvent.ContextSent(4, 13 + 2 + 3 + 3));
  }

  @Test
  void theArchiveDependsOnContentAlone() throws IOException {
    write("run.sh", "#!/bin/sh\n");
    write("data.txt", "x");
    Files.setPosixFilePermissions(
        folder.resolve("run.sh"), PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        folder.resolve("data.txt"), PosixFilePermissions.fromString("rw-rw----"));
    Files.setLastModifiedTime(
        folder.resolve("data.txt"), FileTime.from(Instant.parse("2020-01-02T03:04:05.678Z")));
    for (TarArchiveEntry entry : entries()) {
      assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
      assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
      assertThat(entry.getMode() & 0777)
          .as(entry.getName())
          .isEqualTo(entry.getName().equals("run.sh") ? 0755 : 0644);
      if (entry.getName().equals("data.txt")) {
        assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("2020-01-02T03:04:05Z");
      }
    }
    assertThat(archive()).isEqualTo(archive());
  }

  @Test
  void rulesLeaveOutAndTakeBackWithTheFoldersOnTheWay() throws IOException {
    write(".dockerignore", "*\n!src/keep\n**/*.log\n");
    write("secret.env", "x");
    write("src/keep/a.txt", "x");
    write("src/keep/a.log", "x");
    write("src/drop/b.txt", "x");
    write("target/c.txt", "x");
    assertThat(names())
        .containsExactly(".dockerignore", "Dockerfile", "src/", "src/keep/", "src/keep/a.txt");
  }

  @Test
  void theDockerfilesOwnRulesWin() throws IOException {
    write(".dockerignore", "a.txt\n");
    write("docker/app.Dockerfile.dockerignore", "b.txt\ndocker\n");
    write("docker/app.Dockerfile", "FROM scratch\n");
    write("a.txt", "x");
    write("b.txt", "x");
    BuildContext context = BuildContext.open(folder, "docker/../docker/app.Dockerfile");
    assertThat(context.dockerfile()).isEqualTo("docker/app.Dockerfile");
    assertThat(names(context))
        .containsExactly(
            ".dockerignore",
            "Dockerfile",
            "a.txt",
            "docker/",
            "docker/app.Dockerfile",
            "docker/app.Dockerfile.dockerignore");
  }

  @Test
  void linksStayLinksAndAreNotFollowed(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    write("dir/a.txt", "x");
    Files.createSymbolicLink(folder.resolve("in"), Path.of("dir/a.txt"));
    Files.createSymbolicLink(folder.resolve("out"), outside);
    Files.createSymbolicLink(folder.resolve("out-file"), outside.resolve("secret"));
    assertThat(names()).containsExactly("Dockerfile", "dir/", "dir/a.txt", "in", "out", "out-file");
    assertThat(entries().stream().filter(TarArchiveEntry::isSymbolicLink))
        .extracting(TarArchiveEntry::getLinkName)
        .containsExactly("dir/a.txt", outside.toString(), outside.resolve("secret").toString());
    assertThat(new String(archive(), StandardCharsets.ISO_8859_1)).doesNotContain("secret\0\0\0x");
  }

  @Test
  void aDockerfileThatLeadsOutOfTheFolderIsRefused(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("Dockerfile"), "FROM scratch\n");
    Files.delete(folder.resolve("Dockerfile"));
    Files.createSymbolicLink(folder.resolve("Dockerfile"), outside.resolve("Dockerfile"));
    Files.createSymbolicLink(folder.resolve("dir"), outside);
    assertRefused("Dockerfile", "Dockerfile", "leads out");
    assertRefused("dir/Dockerfile", "dir/Dockerfile", "leads out");
    assertRefused("../Dockerfile", "../Dockerfile", "inside the folder");
    assertRefused("nope", "nope", "no such file");
    assertThatThrownBy(() -> BuildContext.open(folder.resolve("nope"), "Dockerfile"))
        .satisfies(e -> assertThat(problem(e).path()).endsWith("nope"));
  }

  @Test
  void aBrokenRuleIsNamed() throws IOException {
    write(".dockerignore", "ok\n[a\n");
    assertRefused("Dockerfile", ".dockerignore", "line 2");
  }

  @Test
  void anUnreadableFileIsNamed() throws IOException {
    write("dir/locked", "x");
    Path locked = folder.resolve("dir/locked");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(locked), "root may read everything");
    assertThatThrownBy(this::archive)
        .satisfies(e -> assertThat(problem(e).path()).isEqualTo("dir/locked"));
  }

  @Test
  void whatIsNoFileIsLeftOutAndSaid() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("app.sock")));
      assertThat(names()).containsExactly("Dockerfile");
    }
    assertThat(notices()).singleElement().asString().contains("app.sock");
  }

  @Test
  void windowsLineEndsAreKeptAndReportedWhereTheyBreakThings() throws IOException {
    write("Dockerfile", "FROM scratch\r\n");
    write("start.sh", "echo\r\n");
    write("tool", "#!/bin/sh\r\necho\r\n");
    write("notes.txt", "a\r\nb\r\n");
    assertThat(names()).hasSize(4);
    assertThat(notices())
        .hasSize(3)
        .anyMatch(n -> n.startsWith("Dockerfile has Windows line ends"))
        .anyMatch(n -> n.startsWith("start.sh has"))
        .anyMatch(n -> n.startsWith("tool has"));
    assertThat(new String(archive(), StandardCharsets.UTF_8)).contains("FROM scratch\r\n");
  }

  @Test
  void namesOfAnyLengthAndAlphabetArrive() throws IOException {
    String name = "ordner-ä/" + "文".repeat(60) + "/" + "x".repeat(200) + ".txt";
    write(name, "x");
    assertThat(names()).contains(name);
  }

  @Test
  void aFileThatGrowsKeepsTheSizeItHad() throws IOException {
    Path log = folder.resolve("app.log");
    Files.writeString(log, "x".repeat(3 << 20));
    Changing out = new Changing(() -> Files.writeString(log, "y".repeat(9 << 20)));
    BuildContext.open(folder, "Dockerfile").writeTo(out, reported::add);
    assertThat(entries(out.toByteArray()).getLast().getSize()).isEqualTo(3 << 20);
    assertThat(notices()).singleElement().asString().contains("app.log grew");
  }

  @Test
  void aFileThatShrinksIsNamed() throws IOException {
    Path log = folder.resolve("app.log");
    Files.writeString(log, "x".repeat(3 << 20));
    Changing out = new Changing(() -> Files.writeString(log, "y"));
    BuildContext context = BuildContext.open(folder, "Dockerfile");
    assertThatThrownBy(() -> context.writeTo(out, reported::add))
        .satisfies(e -> assertThat(problem(e).path()).isEqualTo("app.log"));
  }

  /// Changes a file as soon as the archive is a megabyte long.
  private static final class Changing extends ByteArrayOutputStream {
    private final Action action;
    private boolean done;

    interface Action {
      Object run() throws IOException;
    }

    Changing(Action action) {
      this.action = action;
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      if (!done && size() > 1 << 20) {
        done = true;
        try {
          action.run();
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void assertRefused(String dockerfile, String path, String detail) {
    assertThatThrownBy(() -> BuildContext.open(folder, dockerfile))
        .satisfies(
            e -> {
              assertThat(problem(e).path()).isEqualTo(path);
              assertThat(problem(e).detail()).contains(detail);
            });
  }

  private static EngineProblem.BadContext problem(Throwable e) {
    return (EngineProblem.BadContext) ((EngineException) e).problem();
  }

  private List<String> notices() {
    return reported.stream()
        .filter(BuildEvent.Notice.class::isInstance)
        .map(e -> ((BuildEvent.Notice) e).sentence())
        .toList();
  }

  private byte[] archive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BuildContext.open(folder, "Dockerfile").writeTo(out, reported::add);
    return out.toByteArray();
  }

  private List<TarArchiveEntry> entries() throws IOException {
    return entries(archive());
  }

  private static List<TarArchiveEntry> entries(byte[] archive) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new ByteArrayInputStream(archive), "UTF-8")) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        entries.add(e);
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return entries;
  }

  private List<String> names() throws IOException {
    return entries().stream().map(TarArchiveEntry::getName).toList();
  }

  private List<String> names(BuildContext context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    context.writeTo(out, reported::add);
    return entries(out.toByteArray()).stream().map(TarArchiveEntry::getName).toList();
  }
}
