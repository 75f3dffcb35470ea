// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.assist.Surroundings.Entry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks into a build context on disk.
public final class ContextFolder {
  private static final int MOST = 500;

  private ContextFolder() {}

  /// What lies in one folder, at most 500 entries; none when it is no folder of the context or
  /// cannot be read. Links are not followed: the builder copies them as links.
  ///
  /// @param root the context
  /// @param path as [Surroundings#folder(String)] has it
  public static List<Entry> list(Path root, String path) {
    List<Entry> entries = new ArrayList<>();
    try {
      Path folder = root.resolve(path).normalize();
      if (!folder.startsWith(root.normalize()) || !hasNoLink(root.normalize(), folder)) {
        return List.of();
      }
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path entry : stream) {
          if (entries.size() == MOST) {
            break;
          }
          entries.add(
              new Entry(
                  String.valueOf(entry.getFileName()),
                  Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)));
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return List.of(); // half-typed paths name nothing most of the time
    }
    return entries;
  }

  private static boolean hasNoLink(Path root, Path folder) {
    Path at = root;
    for (Path name : root.relativize(folder)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        return false;
      }
    }
    return true;
  }
}
