// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Lesson;
import drydock.lesson.PackFile;
import drydock.lesson.Step;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One lesson's folder -> [Lesson].
final class LessonReader {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---\r?\n(.*?\r?\n)---\r?\n", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(png|jpe?g)");
  private static final Pattern IMAGE =
      Pattern.compile("[a-z0-9][a-z0-9._/-]{0,100}:[A-Za-z0-9_.-]{1,60}");
  private static final int MAX_STEPS = 20;
  private static final int MAX_PICTURES = 30;

  private final PackFolder folder;
  private final String name;
  private final String pack;
  private final Problems problems;

  LessonReader(PackFolder folder, String name, String pack, Problems problems) {
    this.folder = folder;
    this.name = name;
    this.pack = pack;
    this.problems = problems;
  }

  /// Null when not enough can be read to go on; the reason is then among the problems.
  @Nullable Lesson read() {
    String wordsFile = name + "/lesson.md";
    String logicFile = name + "/steps.yaml";
    String words = folder.text(wordsFile, PackFolder.MAX_FILE);
    String logic = folder.text(logicFile, YamlReader.MAX_LENGTH);
    if (words == null || logic == null) {
      return null;
    }
    Matcher matcher = FRONT_MATTER.matcher(words);
    if (!matcher.find()) {
      problems.add(wordsFile, 1, Messages.get("lesson.pack.frontMatter"));
      return null;
    }
    YamlNode.Mapping front = YamlReader.read(matcher.group(1), wordsFile, 1, problems);
    YamlNode.Mapping root = YamlReader.read(logic, logicFile, 0, problems);
    if (front == null || root == null) {
      return null;
    }
    Fields head = new Fields(front, wordsFile, problems);
    String id = head.id("id");
    String title = head.text("title");
    int minutes = head.integer("minutes", 1, 240);
    List<String> needs = head.texts("needs");
    head.end();
    int offset = (int) matcher.group().lines().count();
    LessonText text = new LessonText(words.substring(matcher.end()), wordsFile, offset, problems);
    Fields logics = new Fields(root, logicFile, problems);
    String image = logics.matching("image", IMAGE, Messages.get("lesson.pack.rule.image"));
    List<Step> steps = steps(logics, text, wordsFile);
    return new Lesson(
        pack,
        id,
        title,
        minutes,
        needs,
        image,
        text.intro,
        steps,
        folder.files(name + "/files"),
        pictures(text, wordsFile));
  }

  private List<Step> steps(Fields root, LessonText text, String wordsFile) {
    List<Fields> logics = root.list("steps");
    root.end();
    if (logics.isEmpty() || logics.size() > MAX_STEPS) {
      root.problem(Messages.get("lesson.pack.steps", MAX_STEPS));
    }
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields logic : logics) {
      String id = logic.id("id");
      StepText words = text.steps.get(id);
      if (!ids.add(id)) {
        logic.problem(Messages.get("lesson.pack.id.twice", id));
      } else if (words == null) {
        logic.problem(Messages.get("lesson.pack.step.words", id, "## Title {#" + id + "}"));
      } else {
        steps.add(
            new StepReader(logic, words, problems, wordsFile)
                .read(folder.files(name + "/files." + id)));
      }
    }
    for (StepText words : text.steps.values()) {
      if (!ids.contains(words.id)) {
        problems.add(wordsFile, words.line, Messages.get("lesson.pack.step.logic", words.id));
      }
    }
    return steps;
  }

  private Map<String, PackFile> pictures(LessonText text, String wordsFile) {
    Map<String, PackFile> pictures = new LinkedHashMap<>();
    text.pictures.forEach(
        (path, line) -> {
          if (SafeNames.pathProblem(path) != null || !PICTURE.matcher(path).matches()) {
            problems.add(
                wordsFile, line, Messages.get("lesson.pack.picture", YamlReader.shown(path)));
          } else if (pictures.size() >= MAX_PICTURES) {
            problems.add(wordsFile, line, Messages.get("lesson.pack.many", MAX_PICTURES));
          } else {
            byte[] bytes = folder.bytes(name + "/" + path, PackFolder.MAX_FILE);
            if (bytes != null) {
              pictures.put(path, new PackFile(bytes));
            }
          }
        });
    return pictures;
  }
}
