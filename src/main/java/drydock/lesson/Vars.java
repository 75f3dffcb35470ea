// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values of a lesson's [Var]s.
public final class Vars {
  /// What Docker's own templates write looks different (`{{.Name}}`, `{{json .}}`), but for these words.
  private static final Set<String> DOCKERS = Set.of("end", "else", "range", "with", "if");

  private static final Pattern NAME = Pattern.compile("\\{\\{([a-z][a-z0-9-]{0,30})}}");
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int NAME_LETTERS = 4;

  private Vars() {}

  /// Values for all, the same for the same seed.
  public static Map<String, String> pick(Map<String, Var> vars, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
    Map<String, String> values = new LinkedHashMap<>();
    vars.forEach((name, kind) -> values.put(name, value(kind, random)));
    return values;
  }

  /// The lesson with values in place of all `{{name}}`, in its words, its logic and its other languages.
  public static Lesson resolve(Lesson lesson, Map<String, String> values) {
    return values.isEmpty() ? lesson : Texts.mapped(lesson, text -> fill(text, values));
  }

  /// `text` with values in place of `{{name}}`; names that are not among them stay.
  public static String fill(String text, Map<String, String> values) {
    return text.contains("{{")
        ? NAME.matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), m.group())))
        : text;
  }

  /// The names that `text` uses.
  public static Set<String> used(String text) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(text).results().map(m -> m.group(1)).forEach(names::add);
    names.removeAll(DOCKERS);
    return names;
  }

  /// Whether a var may be called so.
  public static boolean isName(String name) {
    return used("{{" + name + "}}").contains(name);
  }

  private static String value(Var kind, RandomGenerator random) {
    return switch (kind) {
      case Var.Name v -> v.prefix() + "-" + letters(NAME_LETTERS, random);
      case Var.Port v -> String.valueOf(random.nextInt(v.min(), v.max() + 1));
      case Var.Token v -> letters(v.length(), random);
      case Var.OneOf v -> oneOf(v.values(), random);
    };
  }

  private static String oneOf(List<String> values, RandomGenerator random) {
    return values.get(random.nextInt(values.size()));
  }

  private static String letters(int count, RandomGenerator random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
