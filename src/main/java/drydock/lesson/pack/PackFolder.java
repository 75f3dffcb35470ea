// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.PackFile;
import drydock.lesson.goal.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A pack's files, read with care: links are refused, names must be usable on every system, sizes and counts are
/// bounded.
final class PackFolder {
  static final int MAX_FILE = 1024 * 1024;
  private static final long MAX_TOTAL = 64L * 1024 * 1024;
  private static final int MAX_FILES = 200;
  private static final int MAX_DEPTH = 8;

  private final PackTree tree;
  private final Problems problems;
  private long total;

  PackFolder(PackTree tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /// Whether there is something of that name, not following links.
  boolean exists(String path) {
    return tree.kind(path) != PackTree.Kind.NONE;
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
      problems.add(Rule.FILE_UTF8, path);
      return null;
    }
  }

  byte @Nullable [] bytes(String path, int maxBytes) {
    if (!plain(path, false)) {
      return null;
    }
    try (InputStream in = tree.open(path)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      total += bytes.length;
      if (bytes.length > maxBytes) {
        problems.add(Rule.FILE_LARGE, path, Words.bytes(maxBytes));
        return null;
      }
      if (total > MAX_TOTAL) {
        problems.add(Rule.TOTAL, path, Words.bytes(MAX_TOTAL));
        return null;
      }
      return bytes;
    } catch (IOException e) {
      problems.add(Rule.FILE_UNREADABLE, path, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /// All files below a folder, by their path in it; empty when there is no such folder.
  Map<String, PackFile> files(String folder) {
    Map<String, PackFile> found = new TreeMap<>();
    if (exists(folder) && plain(folder, true)) {
      walk(folder, "", 0, found, new HashSet<>());
    }
    return found;
  }

  private void walk(
      String folder, String inside, int depth, Map<String, PackFile> found, Set<String> lower) {
    if (depth > MAX_DEPTH) {
      problems.add(Rule.DEEP, folder + inside);
      return;
    }
    for (String name : names(folder + inside)) {
      String path = inside + "/" + name;
      String full = folder + path;
      Rule wrong = SafeNames.problem(name);
      if (wrong != null) {
        problems.add(wrong, full);
      } else if (!lower.add(path.toLowerCase(Locale.ROOT))) {
        problems.add(Rule.NAME_CASE, full);
      } else if (tree.kind(full) == PackTree.Kind.FOLDER) {
        walk(folder, path, depth + 1, found, lower);
      } else if (found.size() >= MAX_FILES) {
        problems.add(Rule.MANY, folder, MAX_FILES);
        return;
      } else {
        byte[] bytes = bytes(full, MAX_FILE);
        if (bytes != null) {
          found.put(path.substring(1), new PackFile(bytes));
        }
      }
    }
  }

  /// The names in a folder, sorted; at most one more than may be there.
  private List<String> names(String folder) {
    try {
      return tree.names(folder, MAX_FILES + 1).stream().sorted().toList();
    } catch (IOException e) {
      problems.add(Rule.FILE_UNREADABLE, folder, String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /// Every part of the path has a harmless name and is no link; the last is a folder or a regular file.
  private boolean plain(String path, boolean folder) {
    StringBuilder at = new StringBuilder();
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      Rule wrong = SafeNames.problem(parts[i]);
      if (wrong == null) {
        at.append(i == 0 ? "" : "/").append(parts[i]);
        boolean wantFolder = folder || i < parts.length - 1;
        wrong =
            switch (tree.kind(at.toString())) {
              case NONE -> Rule.FILE_MISSING;
              case LINK -> Rule.LINK;
              case FILE -> wantFolder ? Rule.FOLDER_WANTED : null;
              case FOLDER -> wantFolder ? null : Rule.FILE_WANTED;
              case OTHER -> wantFolder ? Rule.FOLDER_WANTED : Rule.FILE_WANTED;
            };
      }
      if (wrong != null) {
        problems.add(wrong, path);
        return false;
      }
    }
    return true;
  }
}
