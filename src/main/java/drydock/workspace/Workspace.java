// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import drydock.files.AtomicFile;
import drydock.files.Reasons;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A folder of files. Names are paths below it, with "/" on every system; no name and no link leads out of it. Safe for
/// use by several threads.
public final class Workspace {
  /// A text larger than this is not opened: an editor of rich text opens it within a tenth of a second.
  public static final int MAX_BYTES = 2 * 1024 * 1024;

  /// A text with a longer line is not opened: a key in such a line takes an editor of rich text 20 ms, in one of three
  /// times the length 120 ms.
  public static final int MAX_LINE = 10_000;

  /// What is in the editor is saved up to this size: it may have grown there.
  private static final int MAX_SAVED = 10 * 1024 * 1024;

  private final Path root;

  /// @throws WorkspaceException when there is no such folder and it cannot be made
  public Workspace(Path folder) throws WorkspaceException {
    try {
      Files.createDirectories(folder);
      this.root = folder.toRealPath();
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.folder.unusable", folder, reason(e)), e);
    }
  }

  /// The folder, absolute, without links.
  public Path root() {
    return root;
  }

  /// The regular files of the folder, at most [FileList#MAX_FILES] and [FileList#MAX_DEPTH] folders deep.
  public Listing list() throws WorkspaceException {
    try {
      return FileList.of(root);
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.folder.unusable", root, reason(e)), e);
    }
  }

  /// @throws WorkspaceException when it is missing, unreadable, larger than [#MAX_BYTES], or a text with a line longer
  ///     than [#MAX_LINE]
  public Content read(String name) throws WorkspaceException {
    Path path = inside(name);
    try {
      byte[] bytes = bytes(name, path, MAX_BYTES);
      Content content = TextCodec.decode(bytes, Files.getLastModifiedTime(path));
      if (content instanceof Content.Text text && TextCodec.longestLine(text.text()) > MAX_LINE) {
        throw new WorkspaceException(
            Messages.get(
                "workspace.file.longLine", name, TextCodec.longestLine(text.text()), MAX_LINE));
      }
      return content;
    } catch (NoSuchFileException e) {
      throw new WorkspaceException(Messages.get("workspace.file.missing", name), e);
    } catch (WorkspaceException e) {
      throw e;
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.file.unreadable", name, reason(e)), e);
    }
  }

  /// Saves a text; the old file stays as it is unless all of the new one is on the disk.
  ///
  /// @param text lines end with "\n"; written as `format` says
  /// @param expected what the file was when the text was made from it; null for a file that did not exist. When it is
  ///     something else now, nothing is written
  public synchronized SaveResult save(
      String name, String text, Content.Format format, @Nullable Version expected)
      throws WorkspaceException {
    Version now = version(name, expected);
    if (now == null ? expected != null : expected == null || !now.sameContent(expected)) {
      return new SaveResult.Changed();
    }
    return new SaveResult.Saved(write(name, text, format));
  }

  /// Keeps a text that lost against another under a free name: "app.py.mine", "app.py.mine.2", …
  ///
  /// @return the name that it got
  public synchronized String keep(String name, String suffix, String text, Content.Format format)
      throws WorkspaceException {
    String free = name + "." + suffix;
    for (int i = 2; Files.exists(root.resolve(free), LinkOption.NOFOLLOW_LINKS); i++) {
      free = name + "." + suffix + "." + i;
    }
    write(free, text, format);
    return free;
  }

  /// Keeps a text in some other folder, under its own name if that is free there.
  ///
  /// @return the file that it got
  public static Path keepElsewhere(Path folder, String name, String text, Content.Format format)
      throws WorkspaceException {
    Workspace there = new Workspace(folder);
    boolean taken = Files.exists(there.root.resolve(name), LinkOption.NOFOLLOW_LINKS);
    if (taken) {
      return there.root.resolve(there.keep(name, "mine", text, format));
    }
    there.write(name, text, format);
    return there.root.resolve(name);
  }

  private Version write(String name, String text, Content.Format format) throws WorkspaceException {
    Path path = inside(name);
    byte[] bytes = TextCodec.encode(text, format);
    if (bytes.length > MAX_SAVED) {
      throw new WorkspaceException(tooLarge(name, bytes.length, MAX_SAVED));
    }
    try {
      if (Files.exists(path) && !Files.isWritable(path)) {
        throw new WorkspaceException(Messages.get("workspace.file.readonly", name));
      }
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      AtomicFile.write(path, bytes);
      return TextCodec.version(bytes, Files.getLastModifiedTime(path));
    } catch (WorkspaceException e) {
      throw e;
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.file.unsaved", name, reason(e)), e);
    }
  }

  /// Makes an empty file; its folders too.
  public synchronized void create(String name) throws WorkspaceException {
    Path path = inside(name);
    Names.requirePortable(name);
    try {
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.createFile(path);
    } catch (FileAlreadyExistsException e) {
      throw new WorkspaceException(Messages.get("workspace.file.exists", name), e);
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.file.unsaved", name, reason(e)), e);
    }
  }

  public synchronized void rename(String from, String to) throws WorkspaceException {
    Path source = inside(from);
    Path target = inside(to);
    Names.requirePortable(to);
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.move(source, target);
    } catch (FileAlreadyExistsException e) {
      throw new WorkspaceException(Messages.get("workspace.file.exists", to), e);
    } catch (NoSuchFileException e) {
      throw new WorkspaceException(Messages.get("workspace.file.missing", from), e);
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.file.unsaved", to, reason(e)), e);
    }
  }

  /// Deletes a file, or the link when it is one; never a folder.
  public synchronized void delete(String name) throws WorkspaceException {
    inside(name);
    Path path = root.resolve(name).normalize();
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new WorkspaceException(Messages.get("workspace.file.missing", name));
      }
      Files.deleteIfExists(path);
    } catch (WorkspaceException e) {
      throw e;
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.file.undeleted", name, reason(e)), e);
    }
  }

  /// What the file is now; null when it is gone. Cheap while size and time are those of `known`.
  public @Nullable Version version(String name, @Nullable Version known) throws WorkspaceException {
    Path path = inside(name);
    try {
      if (!Files.isRegularFile(path)) {
        return null;
      }
      if (known != null
          && Files.size(path) == known.size()
          && Files.getLastModifiedTime(path).equals(known.modified())) {
        return known;
      }
      return TextCodec.version(bytes(name, path, MAX_SAVED), Files.getLastModifiedTime(path));
    } catch (NoSuchFileException e) {
      return null;
    } catch (WorkspaceException e) {
      throw e;
    } catch (IOException e) {
      throw new WorkspaceException(Messages.get("workspace.file.unreadable", name, reason(e)), e);
    }
  }

  /// @throws WorkspaceException also when the folder itself is gone, so that nothing is said of the file then
  private Path inside(String name) throws WorkspaceException {
    if (!Files.isDirectory(root)) {
      throw new WorkspaceException(Messages.get("workspace.folder.gone", root));
    }
    return Names.inside(root, name);
  }

  private static byte[] bytes(String name, Path path, int most) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(name);
    }
    if (!Files.isRegularFile(path)) {
      throw new WorkspaceException(Messages.get("workspace.file.special", name));
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new WorkspaceException(
            tooLarge(name, Math.max(bytes.length, Files.size(path)), most));
      }
      return bytes;
    }
  }

  private static String tooLarge(String name, long bytes, int most) {
    return Messages.get(
        "workspace.file.large", name, bytes / (1024.0 * 1024), most / (1024 * 1024));
  }

  private static String reason(IOException e) {
    return Reasons.of(e);
  }
}
