// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.goal.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A pack in a zip, looked through before anything of it is read: every name, link, size and way of packing. Nothing is
/// unpacked to the disk, and archives inside it are files like any other.
final class ZipTree implements PackTree, Closeable {
  static final int MAX_ENTRIES = 4_000;

  /// Together, unpacked; saved images apart, which no reader opens.
  static final long MAX_TOTAL = 128L * 1024 * 1024;

  /// Text shrinks to a twentieth, hardly ever to a hundredth.
  private static final long MAX_RATIO = 200;

  private static final long RATIO_COUNTS_FROM = 1024L * 1024;
  private static final String IMAGES = "images/";

  private final ZipFile zip;
  private final Problems problems;

  /// By path, folders without their slash.
  private final NavigableMap<String, ZipArchiveEntry> entries = new TreeMap<>();

  private ZipTree(ZipFile zip, Problems problems) {
    this.zip = zip;
    this.problems = problems;
  }

  /// Null when it cannot be read as a zip; that and all that is wrong with its entries is then among the problems.
  static @Nullable ZipTree open(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    try {
      ZipTree tree = new ZipTree(ZipFile.builder().setPath(file).get(), problems);
      tree.look(name);
      return tree;
    } catch (IOException | RuntimeException e) {
      // the library throws both for archives that are none
      problems.add(Rule.ZIP_BROKEN, name, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void look(String name) {
    Map<String, String> lower = new HashMap<>();
    Enumeration<ZipArchiveEntry> all = zip.getEntries();
    long total = 0;
    int count = 0;
    while (all.hasMoreElements()) {
      ZipArchiveEntry entry = all.nextElement();
      if (++count > MAX_ENTRIES) {
        problems.add(Rule.MANY, name, MAX_ENTRIES);
        return;
      }
      String path = path(entry);
      Rule wrong = wrong(entry, path);
      if (wrong != null) {
        problems.add(wrong, shown(entry));
      } else if (clashes(path, entry, lower)) {
        problems.add(Rule.NAME_CASE, path);
      } else {
        entries.put(path, entry);
        total += path.startsWith(IMAGES) ? 0 : entry.getSize();
      }
    }
    if (total > MAX_TOTAL) {
      problems.add(Rule.TOTAL, name, Words.bytes(MAX_TOTAL));
    }
  }

  private @Nullable Rule wrong(ZipArchiveEntry entry, String path) {
    Rule name = SafeNames.pathProblem(path);
    if (name != null) {
      return name;
    }
    if (entry.isUnixSymlink()) {
      return Rule.LINK;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()
        || (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED)) {
      return Rule.ZIP_METHOD;
    }
    long packed = Math.max(1, entry.getCompressedSize());
    return entry.getSize() > RATIO_COUNTS_FROM && entry.getSize() / packed > MAX_RATIO
        ? Rule.ZIP_BOMB
        : null;
  }

  /// Whether on some system it would be the same file as another entry, or a file where a folder has to be.
  private static boolean clashes(String path, ZipArchiveEntry entry, Map<String, String> lower) {
    String as = "";
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      as = as.isEmpty() ? parts[i] : as + "/" + parts[i];
      boolean file = i == parts.length - 1 && !entry.isDirectory();
      String now = (file ? "file " : "folder ") + as;
      String before = lower.putIfAbsent(as.toLowerCase(Locale.ROOT), now);
      if (before != null && (file || !before.equals(now))) {
        return true;
      }
    }
    return false;
  }

  private static String path(ZipArchiveEntry entry) {
    String name = entry.getName();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private static String shown(ZipArchiveEntry entry) {
    return YamlReader.shown(entry.getName().replaceAll("\\p{Cntrl}", "?"));
  }

  @Override
  public Kind kind(String path) {
    ZipArchiveEntry entry = entries.get(path);
    if (entry != null && !entry.isDirectory()) {
      return Kind.FILE;
    }
    // folders need not have entries of their own
    String next = entries.ceilingKey(path + "/");
    boolean folder = entry != null || (next != null && next.startsWith(path + "/"));
    return folder ? Kind.FOLDER : Kind.NONE;
  }

  @Override
  public List<String> names(String folder, int most) {
    String prefix = folder + "/";
    return entries.subMap(prefix, folder + "0").keySet().stream()
        .map(path -> path.substring(prefix.length()).split("/", 2)[0])
        .distinct()
        .limit(most)
        .toList();
  }

  @Override
  public InputStream open(String path) throws IOException {
    ZipArchiveEntry entry = entries.get(path);
    if (entry == null) {
      throw new IOException(path);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
