// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Lesson;
import drydock.lesson.Pack;
import drydock.messages.Messages;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads lesson packs, whole and into memory. A pack is untrusted input: whatever is wrong becomes a problem with its
/// place and a sentence; nothing is thrown.
public final class PackReader {
  /// The packs that come with the app, folders below `/lessons` on the class path.
  private static final List<String> BUNDLED = List.of("containers-from-zero");

  private static final String MANIFEST = "pack.yaml";
  private static final int MAX_LESSONS = 100;
  private static final Pattern PACK_ID =
      Pattern.compile("[a-z0-9-]{1,40}(\\.[a-z0-9-]{1,40}){1,5}");
  private static final Pattern VERSION =
      Pattern.compile("[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}(-[0-9A-Za-z.-]{1,40})?");
  private static final Pattern LESSON_FOLDER = Pattern.compile("[0-9]{3}-[a-z0-9-]{1,60}");
  private static final Pattern PINNED =
      Pattern.compile(
          "[a-z0-9][a-z0-9._/:-]*(@sha256:[0-9a-f]{64}|:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]*)");

  private PackReader() {}

  /// Reads the pack in a folder.
  public static PackReading read(Path folder) {
    Problems problems = new Problems();
    if (!Files.isDirectory(folder)) {
      problems.add(String.valueOf(folder.getFileName()), 0, Messages.get("lesson.pack.notAFolder"));
      return new PackReading(null, problems.all());
    }
    Pack pack = read(new PackFolder(folder, problems), problems);
    return new PackReading(problems.isEmpty() ? pack : null, problems.all());
  }

  /// Reads the packs that come with the app, from a folder of classes or from the app's jar.
  public static List<PackReading> bundled() {
    return BUNDLED.stream().map(PackReader::bundled).toList();
  }

  private static PackReading bundled(String name) {
    URL manifest = PackReader.class.getResource("/lessons/" + name + "/" + MANIFEST);
    if (manifest == null) {
      return failure(name, Messages.get("lesson.pack.file.missing"));
    }
    try {
      URI uri = manifest.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri).resolveSibling(""));
      }
      String inside = uri.getRawSchemeSpecificPart();
      int bang = inside.lastIndexOf("!/");
      // a file system of its own: nobody else's is shared or closed
      try (FileSystem jar =
          FileSystems.newFileSystem(Path.of(URI.create(inside.substring(0, bang))), Map.of())) {
        return read(jar.getPath("/lessons", name, MANIFEST).resolveSibling(""));
      }
    } catch (IOException | URISyntaxException e) {
      return failure(
          name, Messages.get("lesson.pack.file.unreadable", String.valueOf(e.getMessage())));
    }
  }

  private static PackReading failure(String name, String sentence) {
    return new PackReading(null, List.of(new PackProblem(name + "/" + MANIFEST, 0, sentence)));
  }

  private static @Nullable Pack read(PackFolder folder, Problems problems) {
    String yaml = folder.text(MANIFEST, YamlReader.MAX_LENGTH);
    YamlNode.Mapping root = yaml == null ? null : YamlReader.read(yaml, MANIFEST, 0, problems);
    if (root == null) {
      return null;
    }
    Fields fields = new Fields(root, MANIFEST, problems);
    fields.integer("schema", 1, 1);
    String id = fields.matching("id", PACK_ID, Messages.get("lesson.pack.rule.packId"));
    String version = fields.matching("version", VERSION, Messages.get("lesson.pack.rule.version"));
    String title = fields.text("title");
    String summary = fields.text("summary");
    List<String> authors = fields.texts("authors");
    String licence = fields.text("licence");
    List<String> images = fields.texts("images");
    for (String image : images) {
      if (!PINNED.matcher(image).matches()) {
        fields.problem(Messages.get("lesson.pack.image.pinned", YamlReader.shown(image)));
      }
    }
    if (!fields.texts("locales").equals(List.of("en"))) {
      fields.problem(Messages.get("lesson.pack.locales"));
    }
    List<String> folders = fields.texts("lessons");
    fields.end();
    if (folders.isEmpty() || folders.size() > MAX_LESSONS) {
      fields.problem(Messages.get("lesson.pack.lessons", MAX_LESSONS));
      return null;
    }
    List<Lesson> lessons = lessons(folders, id, folder, problems, fields);
    return new Pack(id, version, title, summary, authors, licence, images, lessons);
  }

  private static List<Lesson> lessons(
      List<String> folders, String pack, PackFolder folder, Problems problems, Fields manifest) {
    List<Lesson> lessons = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String name : folders) {
      if (!LESSON_FOLDER.matcher(name).matches()) {
        manifest.problem(Messages.get("lesson.pack.lesson.folder", YamlReader.shown(name)));
        continue;
      }
      Lesson lesson = new LessonReader(folder, name, pack, problems).read();
      if (lesson == null) {
        continue;
      }
      if (!ids.add(lesson.id())) {
        problems.add(name + "/lesson.md", 0, Messages.get("lesson.pack.id.twice", lesson.id()));
      }
      lessons.add(lesson);
    }
    return lessons;
  }
}
