// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Lesson;
import drydock.lesson.PackFile;
import drydock.lesson.Part;
import drydock.lesson.Requires;
import drydock.lesson.Step;
import drydock.lesson.Var;
import drydock.lesson.Vars;
import drydock.markup.Block;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One lesson's folder -> [Lesson].
final class LessonReader {
  private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(png|jpe?g)");
  private static final int MAX_STEPS = 20;
  private static final int MAX_PICTURES = 30;
  private static final int MAX_RECORDING = 8 * 1024 * 1024;

  private final PackFolder folder;
  private final String name;
  private final Manifest manifest;
  private final Problems problems;

  /// What of `pack.yaml` a lesson has to do with.
  ///
  /// @param locales the first one is complete
  record Manifest(String id, List<String> locales, List<String> images) {}

  LessonReader(PackFolder folder, String name, Manifest manifest, Problems problems) {
    this.folder = folder;
    this.name = name;
    this.manifest = manifest;
    this.problems = problems;
  }

  /// Null when not enough can be read to go on; the reason is then among the problems.
  @Nullable Lesson read() {
    String logicFile = name + "/steps.yaml";
    String logic = folder.text(logicFile, YamlReader.MAX_LENGTH);
    YamlNode.Mapping root = logic == null ? null : YamlReader.read(logic, logicFile, 0, problems);
    if (root == null) {
      folder.text(name + "/lesson.md", PackFolder.MAX_FILE);
      return null;
    }
    // what the vars are has to be known before texts are read that name them
    Map<String, Var> vars =
        VarReader.read(new Fields(root, new Source(logicFile, problems, Map.of())));
    Map<String, String> examples = Vars.pick(vars, 0);
    LessonWords first = LessonWords.read(folder, name + "/lesson.md", true, examples, problems);
    if (first == null) {
      return null;
    }
    Fields fields = new Fields(root, new Source(logicFile, problems, examples));
    VarReader.read(fields);
    String image =
        fields.optionalMatching("image", Patterns.IMAGE, Messages.get("lesson.pack.rule.image"));
    Requires requires = RequiresReader.read(fields.mapping("requires"));
    Lesson.Recording recording = recording(fields);
    List<StepLogic> steps = steps(fields, first.text());
    check(steps, first, examples);
    Lesson lesson =
        new Lesson(
            manifest.id(),
            first.head().id(),
            name,
            manifest.locales().getFirst(),
            first.head().title(),
            first.head().minutes(),
            first.head().level(),
            first.head().needs(),
            requires,
            Objects.requireNonNullElse(image, ""),
            vars,
            first.text().intro,
            made(steps, first, first),
            folder.files(name + "/files"),
            pictures(first),
            recording,
            Set.of(),
            Map.of());
    Map<String, Lesson> others = new LinkedHashMap<>();
    for (String locale : manifest.locales().subList(1, manifest.locales().size())) {
      others.put(locale, translated(lesson, locale, steps, first, examples));
    }
    return with(lesson, lesson.locale(), first, first, lesson.steps(), lesson.pictures(), others);
  }

  private List<StepLogic> steps(Fields root, LessonText text) {
    List<Fields> logics = root.list("steps");
    root.end();
    if (logics.isEmpty() || logics.size() > MAX_STEPS) {
      root.problem(Rule.STEPS, MAX_STEPS);
    }
    StageReader stages = new StageReader(folder, name, manifest.images());
    List<StepLogic> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields logic : logics) {
      String id = logic.id("id");
      Map<String, PackFile> files =
          Fields.ID.matcher(id).matches() ? folder.files(name + "/files." + id) : Map.of();
      StepLogic step = new StepReader(logic, stages).read(id, files);
      if (!ids.add(id)) {
        logic.problemAt("id", Rule.ID_TWICE, id);
      } else if (!text.steps.containsKey(id)) {
        logic.problemAt("id", Rule.STEP_WORDS, id, "## Title {#" + id + "}");
      } else {
        steps.add(step);
      }
    }
    return steps;
  }

  /// The first language.
  private void check(List<StepLogic> steps, LessonWords first, Map<String, String> examples) {
    Source source = new Source(first.file(), problems, examples);
    for (StepLogic step : steps) {
      StepText words = Objects.requireNonNull(first.text().steps.get(step.id()));
      new WordsCheck(step, words, source).first();
    }
    extra(steps, first);
  }

  private void extra(List<StepLogic> steps, LessonWords words) {
    Set<String> ids = new HashSet<>(steps.stream().map(StepLogic::id).toList());
    for (StepText step : words.text().steps.values()) {
      if (!ids.contains(step.id)) {
        problems.addAt(Rule.STEP_LOGIC, words.file(), step.line, 1, step.id);
      }
    }
  }

  private Lesson translated(
      Lesson lesson,
      String locale,
      List<StepLogic> steps,
      LessonWords first,
      Map<String, String> examples) {
    String file = name + "/lesson." + locale + ".md";
    if (!folder.exists(file)) {
      problems.add(Rule.WORDS_MISSING, file, locale);
      return with(
          lesson, locale, first, null, made(steps, first, null), lesson.pictures(), Map.of());
    }
    LessonWords words = LessonWords.read(folder, file, false, examples, problems);
    if (words == null) {
      return lesson;
    }
    if (!words.head().id().equals(lesson.id())) {
      problems.addAt(Rule.ID_OTHER, file, 1, 1, words.head().id(), lesson.id());
    }
    Source source = new Source(file, problems, examples);
    for (StepLogic step : steps) {
      StepText text = words.text().steps.get(step.id());
      if (text != null) {
        new WordsCheck(step, text, source).any();
      }
    }
    extra(steps, words);
    Map<String, PackFile> pictures = new LinkedHashMap<>(lesson.pictures());
    pictures.putAll(pictures(words));
    List<Step> made = made(steps, first, words);
    for (Step step : made) {
      if (!step.untranslated().isEmpty()) {
        problems.add(Rule.WORDS_MISSING, file, locale);
      }
    }
    return with(lesson, locale, first, words, made, pictures, Map.of());
  }

  private static List<Step> made(
      List<StepLogic> steps, LessonWords first, @Nullable LessonWords words) {
    return steps.stream()
        .map(
            step ->
                new StepMaker(
                        step,
                        Objects.requireNonNull(first.text().steps.get(step.id())),
                        words == null ? null : words.text().steps.get(step.id()))
                    .step())
        .toList();
  }

  private static Lesson with(
      Lesson lesson,
      String locale,
      LessonWords first,
      @Nullable LessonWords words,
      List<Step> steps,
      Map<String, PackFile> pictures,
      Map<String, Lesson> others) {
    Set<Part> untranslated = EnumSet.noneOf(Part.class);
    if (words == null) {
      untranslated.add(Part.TITLE);
    }
    List<Block> intro = words == null ? List.of() : words.text().intro;
    if (intro.isEmpty() && !first.text().intro.isEmpty()) {
      intro = first.text().intro;
      untranslated.add(Part.TEXT);
    }
    return new Lesson(
        lesson.pack(),
        lesson.id(),
        lesson.folder(),
        locale,
        words == null ? lesson.title() : words.head().title(),
        lesson.minutes(),
        lesson.level(),
        lesson.needs(),
        lesson.requires(),
        lesson.image(),
        lesson.vars(),
        intro,
        steps,
        lesson.files(),
        pictures,
        lesson.recording(),
        untranslated,
        others);
  }

  private Lesson.@Nullable Recording recording(Fields fields) {
    String path = fields.optionalText("recording");
    if (path == null) {
      return null;
    }
    Rule wrong = SafeNames.pathProblem(path);
    if (wrong != null) {
      fields.problemAt("recording", wrong);
      return null;
    }
    String full = name + "/" + path;
    byte[] bytes = folder.bytes(full, MAX_RECORDING);
    return bytes == null ? null : new Lesson.Recording(full, new PackFile(bytes));
  }

  private Map<String, PackFile> pictures(LessonWords words) {
    Map<String, PackFile> pictures = new LinkedHashMap<>();
    words
        .text()
        .pictures
        .forEach(
            (path, line) -> {
              if (SafeNames.pathProblem(path) != null || !PICTURE.matcher(path).matches()) {
                problems.addAt(Rule.PICTURE, words.file(), line, 1, YamlReader.shown(path));
              } else if (pictures.size() >= MAX_PICTURES) {
                problems.addAt(Rule.MANY, words.file(), line, 1, MAX_PICTURES);
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
