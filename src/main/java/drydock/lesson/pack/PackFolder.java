// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.PackFile;
import drydock.lesson.goal.Words;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A pack's folder, read with care: links are refused, names must be usable on every system, sizes and counts are
/// bounded.
final class PackFolder {
  static final int MAX_FILE = 1024 * 1024;
  private static final long MAX_TOTAL = 32L * 1024 * 1024;
  private static final int MAX_FILES = 200;
  private static final int MAX_DEPTH = 8;

  private final Path root;
  private final Problems problems;
  private long total;

  PackFolder(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /// Whether there is something of that name, not following links.
  boolean exists(String path) {
    return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /// A file's text; null when it cannot be had, which is then among the problems.
  @Nullable String text(String path, int maxBytes) {
    byte[] bytes = bytes(path, maxBytes);
    if (bytes == null) {
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      problems.add(path, 0, Messages.get("lesson.pack.file.utf8"));
      return null;
    }
  }

  byte @Nullable [] bytes(String path, int maxBytes) {
    if (!mayRead(path)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      total += bytes.length;
      if (bytes.length > maxBytes) {
        problems.add(path, 0, Messages.get("lesson.pack.file.large", Words.bytes(maxBytes)));
        return null;
      }
      if (total > MAX_TOTAL) {
        problems.add(path, 0, Messages.get("lesson.pack.total", Words.bytes(MAX_TOTAL)));
        return null;
      }
      return bytes;
    } catch (IOException e) {
      problems.add(
          path, 0, Messages.get("lesson.pack.file.unreadable", String.valueOf(e.getMessage())));
      return null;
    }
  }

  /// All files below a folder, by their path in it; empty when there is no such folder.
  Map<String, PackFile> files(String folder) {
    Map<String, PackFile> found = new TreeMap<>();
    if (exists(folder) && mayEnter(folder)) {
      walk(folder, "", 0, found, new HashSet<>());
    }
    return found;
  }

  private void walk(
      String folder, String inside, int depth, Map<String, PackFile> found, Set<String> lower) {
    if (depth > MAX_DEPTH) {
      problems.add(folder + inside, 0, Messages.get("lesson.pack.deep"));
      return;
    }
    for (String name : names(folder + inside)) {
      String path = inside + "/" + name;
      String full = folder + path;
      String wrong = SafeNames.problem(name);
      if (wrong != null) {
        problems.add(full, 0, wrong);
      } else if (!lower.add(path.toLowerCase(Locale.ROOT))) {
        problems.add(full, 0, Messages.get("lesson.pack.name.case"));
      } else if (Files.isDirectory(root.resolve(full), LinkOption.NOFOLLOW_LINKS)) {
        walk(folder, path, depth + 1, found, lower);
      } else if (found.size() >= MAX_FILES) {
        problems.add(folder, 0, Messages.get("lesson.pack.many", MAX_FILES));
        return;
      } else {
        byte[] bytes = bytes(full, MAX_FILE);
        if (bytes != null) {
          found.put(path.substring(1), new PackFile(bytes));
        }
      }
    }
  }

  /// The names in a folder, sorted; at most a few more than may be there.
  private List<String> names(String folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
      for (Path entry : entries) {
        if (names.size() > MAX_FILES) {
          break;
        }
        String name = String.valueOf(entry.getFileName());
        // a zip's folders end with a slash
        names.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
      }
    } catch (IOException e) {
      problems.add(
          folder, 0, Messages.get("lesson.pack.file.unreadable", String.valueOf(e.getMessage())));
    }
    names.sort(null);
    return names;
  }

  private boolean mayEnter(String folder) {
    return plain(folder, true);
  }

  private boolean mayRead(String path) {
    return plain(path, false);
  }

  /// Every part of the path has a harmless name and is no link; the last is a folder or a regular file.
  private boolean plain(String path, boolean folder) {
    Path at = root;
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      String wrong = SafeNames.problem(parts[i]);
      if (wrong != null) {
        problems.add(path, 0, wrong);
        return false;
      }
      at = at.resolve(parts[i]);
      boolean wantFolder = folder || i < parts.length - 1;
      try {
        BasicFileAttributes a =
            Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (a.isSymbolicLink()) {
          problems.add(path, 0, Messages.get("lesson.pack.link"));
          return false;
        }
        if (wantFolder ? !a.isDirectory() : !a.isRegularFile()) {
          problems.add(
              path,
              0,
              wantFolder
                  ? Messages.get("lesson.pack.folder.wanted")
                  : Messages.get("lesson.pack.file.wanted"));
          return false;
        }
      } catch (IOException e) {
        problems.add(path, 0, Messages.get("lesson.pack.file.missing"));
        return false;
      }
    }
    return true;
  }
}
