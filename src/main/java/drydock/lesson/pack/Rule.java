// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.messages.Messages;

/// What a pack has to keep to.
public enum Rule {
  YAML_MAPPING("yaml-mapping", "lesson.pack.yaml.mapping"),
  YAML_DOCUMENTS("yaml-documents", "lesson.pack.yaml.documents"),
  YAML_SYNTAX("yaml-syntax", "lesson.pack.yaml.syntax"),
  YAML_LARGE("yaml-large", "lesson.pack.yaml.large"),
  YAML_ALIAS("yaml-alias", "lesson.pack.yaml.alias"),
  YAML_TWICE("yaml-twice", "lesson.pack.yaml.twice"),
  FIELD_MISSING("field-missing", "lesson.pack.field.missing"),
  FIELD_UNKNOWN("field-unknown", "lesson.pack.field.unknown"),
  FIELD_TEXT("field-text", "lesson.pack.field.text"),
  FIELD_TEXTS("field-texts", "lesson.pack.field.texts"),
  FIELD_INTEGER("field-integer", "lesson.pack.field.integer"),
  FIELD_BOOLEAN("field-boolean", "lesson.pack.field.boolean"),
  FIELD_AMOUNT("field-amount", "lesson.pack.field.amount"),
  FIELD_RANGE("field-range", "lesson.pack.field.range"),
  FIELD_ONE_OF("field-one-of", "lesson.pack.field.oneOf"),
  FIELD_LIST("field-list", "lesson.pack.field.list"),
  FIELD_MAPPING("field-mapping", "lesson.pack.field.mapping"),
  FIELD_MAPPINGS("field-mappings", "lesson.pack.field.mappings"),
  FIELD_PATTERN("field-pattern", "lesson.pack.field.pattern"),
  FIELD_CHOICE("field-choice", "lesson.pack.field.choice"),
  FILE_MISSING("file-missing", "lesson.pack.file.missing"),
  FILE_LARGE("file-large", "lesson.pack.file.large"),
  FILE_UTF8("file-utf8", "lesson.pack.file.utf8"),
  FILE_UNREADABLE("file-unreadable", "lesson.pack.file.unreadable"),
  FILE_WANTED("file-wanted", "lesson.pack.file.wanted"),
  FOLDER_WANTED("folder-wanted", "lesson.pack.folder.wanted"),
  NOT_A_PACK("not-a-pack", "lesson.pack.notAPack"),
  LINK("link", "lesson.pack.link"),
  TOTAL("total", "lesson.pack.total"),
  DEEP("deep", "lesson.pack.deep"),
  MANY("many", "lesson.pack.many"),
  NAME_OUTSIDE("name-outside", "lesson.pack.name.outside"),
  NAME_BAD("name-bad", "lesson.pack.name.bad"),
  NAME_CASE("name-case", "lesson.pack.name.case"),
  ZIP_BROKEN("zip-broken", "lesson.pack.zip.broken"),
  ZIP_METHOD("zip-method", "lesson.pack.zip.method"),
  ZIP_BOMB("zip-bomb", "lesson.pack.zip.bomb"),
  LOCALES("locales", "lesson.pack.locales"),
  LOCALE_UNKNOWN("locale-unknown", "lesson.pack.locale.unknown"),
  WORDS_MISSING("words-missing", "lesson.pack.words.missing", Severity.WARNING),
  IMAGE_LISTED("image-listed", "lesson.pack.image.listed"),
  LESSONS("lessons", "lesson.pack.lessons"),
  LESSON_FOLDER("lesson-folder", "lesson.pack.lesson.folder"),
  LESSON_UNKNOWN("lesson-unknown", "lesson.pack.lesson.unknown"),
  ID_TWICE("id-twice", "lesson.pack.id.twice"),
  ID_OTHER("id-other", "lesson.pack.id.other"),
  FRONT_MATTER("front-matter", "lesson.pack.frontMatter"),
  HEADING("heading", "lesson.pack.heading"),
  BLOCK_ID("block-id", "lesson.pack.blockId"),
  HINTS("hints", "lesson.pack.hints"),
  HINT_WHEN("hint-when", "lesson.pack.hint.when"),
  PICTURE("picture", "lesson.pack.picture"),
  HTML("html", "lesson.pack.html"),
  LINK_TARGET("link-target", "lesson.pack.linkTarget"),
  STEPS("steps", "lesson.pack.steps"),
  STEP_WORDS("step-words", "lesson.pack.step.words"),
  STEP_LOGIC("step-logic", "lesson.pack.step.logic"),
  GOALS_NONE("goals-none", "lesson.pack.goals.none"),
  GOALS_MANY("goals-many", "lesson.pack.goals.many"),
  GOAL_KIND("goal-kind", "lesson.pack.goal.kind"),
  GOAL_SETTING("goal-setting", "lesson.pack.goal.setting"),
  GOAL_DEMANDS("goal-demands", "lesson.pack.goal.demands"),
  GOAL_AFTER("goal-after", "lesson.pack.goal.after"),
  GOAL_UNKNOWN("goal-unknown", "lesson.pack.goal.unknown"),
  GOAL_TITLE("goal-title", "lesson.pack.goal.title"),
  PREDICT_FORM("predict-form", "lesson.pack.predict.form"),
  PREDICT_LOGIC("predict-logic", "lesson.pack.predict.logic"),
  PREDICT_WORDS("predict-words", "lesson.pack.predict.words"),
  PREDICT_CHOICES("predict-choices", "lesson.pack.predict.choices"),
  QUIZ_LOGIC("quiz-logic", "lesson.pack.quiz.logic"),
  QUIZ_WORDS("quiz-words", "lesson.pack.quiz.words"),
  QUIZ_RIGHT("quiz-right", "lesson.pack.quiz.right"),
  MISTAKE_WORDS("mistake-words", "lesson.pack.mistake.words"),
  MISTAKE_LOGIC("mistake-logic", "lesson.pack.mistake.logic"),
  SOLVE_LOGIC("solve-logic", "lesson.pack.solve.logic"),
  MOVE_KIND("move-kind", "lesson.pack.move.kind"),
  VAR_UNKNOWN("var-unknown", "lesson.pack.var.unknown"),
  VAR_NAME("var-name", "lesson.pack.var.name"),
  VARS_MANY("vars-many", "lesson.pack.vars.many");

  private final String code;
  private final String message;
  private final Severity severity;

  Rule(String code, String message) {
    this(code, message, Severity.ERROR);
  }

  Rule(String code, String message, Severity severity) {
    this.code = code;
    this.message = message;
    this.severity = severity;
  }

  /// For machines; never changes.
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  String sentence(Object... arguments) {
    return Messages.get(message, arguments);
  }
}
