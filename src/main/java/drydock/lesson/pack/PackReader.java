// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Pack;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Reads lesson packs, whole and into memory. A pack is untrusted input: whatever is wrong becomes a problem with its
/// place and a sentence; nothing is thrown, and nothing is written to the disk.
public final class PackReader {
  /// What a pack's zip is called.
  public static final String EXTENSION = ".drydock";

  /// The packs that come with the app, folders below `/lessons` on the class path.
  private static final List<String> BUNDLED = List.of("containers-from-zero");

  private PackReader() {}

  /// Reads a pack from its folder or from one zip file.
  public static PackReading read(Path pack) {
    return read(pack, new Problems());
  }

  static PackReading read(Path pack, Problems problems) {
    if (Files.isDirectory(pack)) {
      return read(new DiskTree(pack), problems);
    }
    String name = String.valueOf(pack.getFileName());
    if (!Files.isRegularFile(pack)) {
      problems.add(Rule.NOT_A_PACK, name);
      return new PackReading(null, problems.all());
    }
    try (ZipTree zip = ZipTree.open(pack, problems)) {
      // what is wrong with the archive itself comes before what is in it
      return zip == null || problems.hasErrors()
          ? new PackReading(null, problems.all())
          : read(zip, problems);
    } catch (IOException e) {
      problems.add(Rule.FILE_UNREADABLE, name, String.valueOf(e.getMessage()));
      return new PackReading(null, problems.all());
    }
  }

  private static PackReading read(PackTree tree, Problems problems) {
    Pack pack = new ManifestReader(new PackFolder(tree, problems), problems).read();
    return new PackReading(problems.hasErrors() ? null : pack, problems.all());
  }

  /// Reads the packs that come with the app, from a folder of classes or from the app's jar.
  public static List<PackReading> bundled() {
    return BUNDLED.stream().map(PackReader::bundled).toList();
  }

  private static PackReading bundled(String name) {
    Problems problems = new Problems();
    URL manifest = PackReader.class.getResource("/lessons/" + name + "/" + ManifestReader.FILE);
    if (manifest == null) {
      problems.add(Rule.FILE_MISSING, name + "/" + ManifestReader.FILE);
      return new PackReading(null, problems.all());
    }
    try {
      URI uri = manifest.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(new DiskTree(Path.of(uri).resolveSibling("")), problems);
      }
      String inside = uri.getRawSchemeSpecificPart();
      int bang = inside.lastIndexOf("!/");
      // a file system of its own: nobody else's is shared or closed
      try (FileSystem jar =
          FileSystems.newFileSystem(Path.of(URI.create(inside.substring(0, bang))), Map.of())) {
        Path folder = jar.getPath("/lessons", name);
        return read(new DiskTree(folder), problems);
      }
    } catch (IOException | URISyntaxException e) {
      problems.add(
          Rule.FILE_UNREADABLE, name + "/" + ManifestReader.FILE, String.valueOf(e.getMessage()));
      return new PackReading(null, problems.all());
    }
  }
}
