// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.engine.BuildEvent;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Packs files so that the same content makes the same archive on every computer: root's, mode 0644, or 0755 for what can
/// be executed. A file system that knows no such bit (Windows) gives 0755 to all files, as docker does there, or else no
/// script could be started in the image.
final class ContextTar implements ContextWalk.Taker {
  static final long MOST_BYTES = 4L << 30;
  private static final int MOST_NOTICES = 20;
  private static final long LATEST_SECOND = (1L << 33) - 1;
  private static final int BUFFER = 1 << 16;
  static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;
  static final int LINK = 0777;

  private final TarArchiveOutputStream out;
  private final Consumer<BuildEvent> report;
  private final byte[] buffer = new byte[BUFFER];
  private int files;
  private long bytes;
  private int notices;

  ContextTar(OutputStream out, Consumer<BuildEvent> report) {
    this.out = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    this.out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    this.out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    this.out.setAddPaxHeadersForNonAsciiNames(true);
    this.report = report;
  }

  int files() {
    return files;
  }

  /// What the files hold, without the archive's own bytes.
  long bytes() {
    return bytes;
  }

  void finish() throws IOException {
    out.finish();
    out.flush();
  }

  @Override
  public void add(Path path, String name, BasicFileAttributes attributes) throws IOException {
    if (attributes.isDirectory()) {
      open(new TarArchiveEntry(name + "/"), EXECUTABLE, attributes);
      out.closeArchiveEntry();
    } else if (attributes.isSymbolicLink()) {
      link(path, name, attributes);
    } else if (attributes.isRegularFile()) {
      file(path, name, attributes);
    } else {
      notice(Messages.get("build.notice.special", name));
    }
  }

  private void open(TarArchiveEntry entry, int mode, BasicFileAttributes attributes)
      throws IOException {
    entry.setMode(mode);
    entry.setIds(0, 0);
    entry.setNames("", "");
    long second = attributes.lastModifiedTime().toMillis() / 1000;
    entry.setModTime(Math.clamp(second, 0L, LATEST_SECOND) * 1000);
    out.putArchiveEntry(entry);
  }

  private void link(Path path, String name, BasicFileAttributes attributes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    try {
      entry.setLinkName(target(path));
    } catch (IOException e) {
      throw BuildContext.bad(name, BuildContext.words(e));
    }
    open(entry, LINK, attributes);
    out.closeArchiveEntry();
    files++;
  }

  /// Where a link leads, with `/`.
  static String target(Path path) throws IOException {
    Path link = Files.readSymbolicLink(path);
    return link.toString().replace(link.getFileSystem().getSeparator(), "/");
  }

  private void file(Path path, String name, BasicFileAttributes attributes) throws IOException {
    long size = attributes.size();
    if (bytes + size > MOST_BYTES) {
      throw BuildContext.bad(name, Messages.get("build.context.tooLarge", MOST_BYTES >> 30));
    }
    try (InputStream in = source(path, name)) {
      int first = fill(in, name);
      checkLineEnds(name, first);
      // a small file is sent as it was read; a large one must keep the size that it had
      long sent = first < BUFFER ? first : size;
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(sent);
      open(entry, mode(path), attributes);
      copy(in, name, first, sent);
      out.closeArchiveEntry();
      bytes += sent;
    }
    files++;
  }

  private static InputStream source(Path path, String name) {
    try {
      return Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw BuildContext.bad(name, BuildContext.words(e));
    }
  }

  private int fill(InputStream in, String name) {
    try {
      return in.readNBytes(buffer, 0, BUFFER);
    } catch (IOException e) {
      throw BuildContext.bad(name, BuildContext.words(e));
    }
  }

  private void copy(InputStream in, String name, int first, long size) throws IOException {
    long left = size;
    for (int read = first; read > 0 && left > 0; read = left > 0 ? fill(in, name) : 0) {
      int part = (int) Math.min(read, left);
      out.write(buffer, 0, part);
      left -= part;
    }
    if (left > 0) {
      throw BuildContext.bad(name, Messages.get("build.context.shrank"));
    }
    if (size >= BUFFER && fill(in, name) > 0) {
      notice(Messages.get("build.notice.grew", name));
    }
  }

  /// Line ends are left alone, but where they break things it is said. Of scripts only: in other files they are common.
  private void checkLineEnds(String name, int length) {
    boolean script = name.endsWith(".sh") || (length > 1 && buffer[0] == '#' && buffer[1] == '!');
    if (script) {
      int end = 0;
      while (end < length && buffer[end] != '\n') {
        end++;
      }
      if (end > 0 && end < length && buffer[end - 1] == '\r') {
        notice(Messages.get("build.notice.crlf.script", name));
      }
    }
  }

  private void notice(String sentence) {
    if (notices++ < MOST_NOTICES) {
      report.accept(new BuildEvent.Notice(sentence));
    }
  }

  static int mode(Path path) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix == null) {
      return EXECUTABLE;
    }
    var permissions = posix.readAttributes().permissions();
    boolean executable =
        Arrays.asList(
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE)
            .stream()
            .anyMatch(permissions::contains);
    return executable ? EXECUTABLE : PLAIN;
  }
}
