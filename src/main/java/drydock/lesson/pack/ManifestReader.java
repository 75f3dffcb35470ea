// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Lesson;
import drydock.lesson.LessonPath;
import drydock.lesson.Pack;
import drydock.lesson.PackFile;
import drydock.lesson.Permission;
import drydock.lesson.Requires;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `pack.yaml`, and the lessons that it lists -> [Pack].
final class ManifestReader {
  static final String FILE = "pack.yaml";
  private static final int MAX_LESSONS = 100;
  private static final Pattern PACK_ID =
      Pattern.compile("[a-z0-9-]{1,40}(\\.[a-z0-9-]{1,40}){1,5}");
  private static final Pattern VERSION =
      Pattern.compile("[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}(-[0-9A-Za-z.-]{1,40})?");
  private static final Pattern LESSON_FOLDER = Pattern.compile("[0-9]{3}-[a-z0-9-]{1,60}");
  private static final Pattern COVER = Pattern.compile("(?i)[^/]+\\.(png|jpe?g)");

  private final PackFolder folder;
  private final Problems problems;

  ManifestReader(PackFolder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  @Nullable Pack read() {
    String yaml = folder.text(FILE, YamlReader.MAX_LENGTH);
    YamlNode.Mapping root = yaml == null ? null : YamlReader.read(yaml, FILE, 0, problems);
    if (root == null) {
      return null;
    }
    Fields fields = new Fields(root, new Source(FILE, problems, Map.of()));
    fields.integer("schema", 1, 1);
    String id = fields.matching("id", PACK_ID, Messages.get("lesson.pack.rule.packId"));
    String rule = Messages.get("lesson.pack.rule.version");
    String version = fields.matching("version", VERSION, rule);
    String title = fields.text("title");
    String summary = fields.text("summary");
    List<String> authors = fields.texts("authors");
    String licence = fields.text("licence");
    String minimumApp =
        Objects.requireNonNullElse(fields.optionalMatching("minimumApp", VERSION, rule), "");
    List<String> images =
        fields.textsMatching("images", Patterns.PINNED, Messages.get("lesson.pack.rule.pinned"));
    List<String> locales = locales(fields);
    Requires requires = RequiresReader.read(fields.mapping("requires"));
    PackFile cover = cover(fields);
    List<LessonPath> paths = paths(fields);
    Map<String, Fields> translations = fields.mappings("translations");
    List<String> folders = fields.texts("lessons");
    List<Lesson> lessons = lessons(folders, new LessonReader.Manifest(id, locales, images), fields);
    check(lessons, paths, fields);
    Pack pack =
        new Pack(
            id,
            version,
            locales.getFirst(),
            locales,
            title,
            summary,
            authors,
            licence,
            minimumApp,
            images,
            requires,
            cover,
            lessons,
            paths,
            Map.of());
    Pack whole =
        with(
            pack,
            pack.locale(),
            title,
            summary,
            requires,
            paths,
            others(pack, translations, fields));
    fields.end();
    return whole;
  }

  private static List<String> locales(Fields fields) {
    List<String> locales =
        fields.textsMatching("locales", Patterns.LOCALE, Messages.get("lesson.pack.rule.locale"));
    if (locales.isEmpty() || new HashSet<>(locales).size() != locales.size()) {
      fields.problemAt("locales", Rule.LOCALES);
    }
    List<String> sound =
        locales.stream().filter(l -> Patterns.LOCALE.matcher(l).matches()).distinct().toList();
    return sound.isEmpty() ? List.of("en") : sound;
  }

  private @Nullable PackFile cover(Fields fields) {
    String path = fields.optionalMatching("cover", COVER, Messages.get("lesson.pack.rule.picture"));
    if (path == null || !COVER.matcher(path).matches()) {
      return null;
    }
    byte[] bytes = folder.bytes(path, PackFolder.MAX_FILE);
    return bytes == null ? null : new PackFile(bytes);
  }

  private static List<LessonPath> paths(Fields fields) {
    List<LessonPath> paths = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields each : fields.list("paths")) {
      LessonPath path = new LessonPath(each.id("id"), each.text("title"), each.texts("lessons"));
      each.end();
      if (!ids.add(path.id())) {
        each.problemAt("id", Rule.ID_TWICE, path.id());
      }
      paths.add(path);
    }
    return paths;
  }

  private List<Lesson> lessons(
      List<String> folders, LessonReader.Manifest manifest, Fields fields) {
    if (folders.isEmpty() || folders.size() > MAX_LESSONS) {
      fields.problemAt("lessons", Rule.LESSONS, MAX_LESSONS);
    }
    List<Lesson> lessons = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (String name : folders) {
      if (!LESSON_FOLDER.matcher(name).matches()) {
        fields.problemAt("lessons", Rule.LESSON_FOLDER, YamlReader.shown(name));
        continue;
      }
      if (!names.add(name)) {
        fields.problemAt("lessons", Rule.ID_TWICE, name);
        continue;
      }
      Lesson lesson = new LessonReader(folder, name, manifest, problems).read();
      if (lesson == null) {
        continue;
      }
      if (ids.put(lesson.id(), name) != null) {
        problems.add(Rule.ID_TWICE, name + "/lesson.md", lesson.id());
      }
      lessons.add(lesson);
    }
    return lessons;
  }

  /// Lessons that others name are there.
  private void check(List<Lesson> lessons, List<LessonPath> paths, Fields fields) {
    Set<String> ids = new HashSet<>(lessons.stream().map(Lesson::id).toList());
    for (LessonPath path : paths) {
      for (String id : path.lessons()) {
        if (!ids.contains(id)) {
          fields.problemAt("paths", Rule.LESSON_UNKNOWN, YamlReader.shown(id));
        }
      }
    }
    for (Lesson lesson : lessons) {
      for (String id : lesson.needs()) {
        if (!ids.contains(id)) {
          problems.add(Rule.LESSON_UNKNOWN, lesson.folder() + "/lesson.md", YamlReader.shown(id));
        }
      }
    }
  }

  private Map<String, Pack> others(Pack pack, Map<String, Fields> translations, Fields fields) {
    for (String locale : translations.keySet()) {
      if (!pack.locales().subList(1, pack.locales().size()).contains(locale)) {
        fields.problemAt("translations", Rule.LOCALE_UNKNOWN, YamlReader.shown(locale));
      }
    }
    Map<String, Pack> others = new LinkedHashMap<>();
    for (String locale : pack.locales().subList(1, pack.locales().size())) {
      Fields words = translations.get(locale);
      if (words == null) {
        problems.add(Rule.WORDS_MISSING, FILE, locale);
      }
      others.put(locale, words == null ? inOther(pack, locale) : translated(pack, locale, words));
    }
    return others;
  }

  private static Pack inOther(Pack pack, String locale) {
    return with(
        pack, locale, pack.title(), pack.summary(), pack.requires(), pack.paths(), Map.of());
  }

  private static Pack translated(Pack pack, String locale, Fields words) {
    String title = words.textOr("title", pack.title());
    String summary = words.textOr("summary", pack.summary());
    Map<String, String> whys = words.textMap("permissions");
    Map<String, String> titles = words.textMap("paths");
    words.end();
    Requires requires =
        new Requires(
            pack.requires().api(),
            pack.requires().features(),
            pack.requires().permissions().stream()
                .map(
                    p ->
                        new Permission(p.kind(), whys.getOrDefault(Fields.word(p.kind()), p.why())))
                .toList());
    List<LessonPath> paths =
        pack.paths().stream()
            .map(p -> new LessonPath(p.id(), titles.getOrDefault(p.id(), p.title()), p.lessons()))
            .toList();
    return with(pack, locale, title, summary, requires, paths, Map.of());
  }

  private static Pack with(
      Pack pack,
      String locale,
      String title,
      String summary,
      Requires requires,
      List<LessonPath> paths,
      Map<String, Pack> others) {
    return new Pack(
        pack.id(),
        pack.version(),
        locale,
        pack.locales(),
        title,
        summary,
        pack.authors(),
        pack.licence(),
        pack.minimumApp(),
        pack.images(),
        requires,
        pack.cover(),
        pack.lessons().stream().map(l -> l.in(locale)).toList(),
        paths,
        others);
  }
}
