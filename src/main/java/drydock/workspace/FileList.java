// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import drydock.files.AtomicFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Walks a folder without following links, within bounds.
final class FileList extends SimpleFileVisitor<Path> {
  static final int MAX_FILES = 1000;
  static final int MAX_DEPTH = 8;

  /// Folders that tools fill, not people.
  private static final Set<String> SKIPPED = Set.of("node_modules", "__pycache__", "target");

  private final Path root;
  private final List<Listing.Entry> files = new ArrayList<>();
  private boolean complete = true;

  private FileList(Path root) {
    this.root = root;
  }

  static Listing of(Path root) throws IOException {
    FileList list = new FileList(root);
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, list);
    list.files.sort(
        Comparator.comparing(
                (Listing.Entry e) ->
                    !Path.of(e.name()).getFileName().toString().startsWith("Dockerfile"))
            .thenComparing(Listing.Entry::name));
    return new Listing(list.files, list.complete);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
    return skipped && !folder.equals(root)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      complete = false;
    } else if (files.size() >= MAX_FILES) {
      complete = false;
      return FileVisitResult.TERMINATE;
    } else if (attributes.isRegularFile()
        && !file.getFileName().toString().startsWith(AtomicFile.PREFIX)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      String last = file.getFileName().toString();
      boolean hidden = last.startsWith(".") && !last.equals(".dockerignore");
      files.add(new Listing.Entry(name, attributes.size(), hidden));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw failure;
    }
    complete = false;
    return FileVisitResult.CONTINUE;
  }
}
