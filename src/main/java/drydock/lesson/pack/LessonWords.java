// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Level;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One `lesson.md`, of the pack's first language or of another.
///
/// @param file its path in the pack
/// @param head what the front matter says
record LessonWords(String file, Head head, LessonText text) {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---\r?\n(.*?\r?\n)---\r?\n", Pattern.DOTALL);

  /// In a translation only the id and the title.
  record Head(String id, String title, int minutes, @Nullable Level level, List<String> needs) {}

  /// Null when not enough can be read to go on; the reason is then among the problems.
  ///
  /// @param examples a value for each of the lesson's vars
  static @Nullable LessonWords read(
      PackFolder folder,
      String file,
      boolean first,
      Map<String, String> examples,
      Problems problems) {
    String words = folder.text(file, PackFolder.MAX_FILE);
    if (words == null) {
      return null;
    }
    Matcher matcher = FRONT_MATTER.matcher(words);
    if (!matcher.find()) {
      problems.addAt(Rule.FRONT_MATTER, file, 1, 1);
      return null;
    }
    YamlNode.Mapping front = YamlReader.read(matcher.group(1), file, 1, problems);
    if (front == null) {
      return null;
    }
    Source source = new Source(file, problems, examples);
    Fields fields = new Fields(front, source);
    Head head =
        first ? head(fields) : new Head(fields.id("id"), fields.text("title"), 0, null, List.of());
    fields.end();
    int offset = (int) matcher.group().lines().count();
    return new LessonWords(
        file, head, new LessonText(words.substring(matcher.end()), source, offset));
  }

  private static Head head(Fields fields) {
    return new Head(
        fields.id("id"),
        fields.text("title"),
        fields.integer("minutes", 1, 240),
        fields.optionalOneOf("level", Level.class),
        fields.texts("needs"));
  }
}
