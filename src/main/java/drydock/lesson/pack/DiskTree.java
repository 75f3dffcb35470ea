// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// A pack in a folder of the disk, or of the app's own jar.
final class DiskTree implements PackTree {
  private final Path root;

  DiskTree(Path root) {
    this.root = root;
  }

  @Override
  public Kind kind(String path) {
    try {
      BasicFileAttributes a =
          Files.readAttributes(
              root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (a.isSymbolicLink()) {
        return Kind.LINK;
      }
      return a.isDirectory() ? Kind.FOLDER : a.isRegularFile() ? Kind.FILE : Kind.OTHER;
    } catch (IOException e) {
      return Kind.NONE;
    }
  }

  @Override
  public List<String> names(String folder, int most) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
      for (Path entry : entries) {
        if (names.size() >= most) {
          break;
        }
        String name = String.valueOf(entry.getFileName());
        // a jar's folders end with a slash
        names.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
      }
    }
    return names;
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(root.resolve(path));
  }
}
