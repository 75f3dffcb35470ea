// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one YAML mapping, strictly: what is missing, of the wrong kind or unknown is a problem with its
/// place. Whatever is returned in place of a wrong value is never used, because a pack with errors is not opened.
final class Fields {
  static final Pattern ID =
      Pattern.compile("(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9][a-z0-9-]{0,63}");
  private static final int MAX_TEXT = 4_000;
  private static final int MAX_ITEMS = 200;

  private final YamlNode.Mapping mapping;
  private final Source source;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(YamlNode.Mapping mapping, Source source) {
    this.mapping = mapping;
    this.source = source;
  }

  boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  Set<String> names() {
    return mapping.entries().keySet();
  }

  String text(String name) {
    String text = optionalText(name);
    return text == null ? missing(name) : text;
  }

  @Nullable String optionalText(String name) {
    YamlNode node = get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Scalar s
        && s.type() == YamlNode.Type.TEXT
        && s.text().length() <= MAX_TEXT) {
      source.example(s.text(), s.line(), s.column());
      return s.text();
    }
    problem(node, Rule.FIELD_TEXT, name, MAX_TEXT);
    return "";
  }

  String textOr(String name, String otherwise) {
    String text = optionalText(name);
    return text == null ? otherwise : text;
  }

  /// A text that `pattern` matches; `rule` says the pattern in words.
  String matching(String name, Pattern pattern, String rule) {
    String text = optionalMatching(name, pattern, rule);
    return text == null ? missing(name) : text;
  }

  @Nullable String optionalMatching(String name, Pattern pattern, String rule) {
    YamlNode node = get(name);
    String text = optionalText(name);
    if (node instanceof YamlNode.Scalar s && s.type() == YamlNode.Type.TEXT) {
      match(s, name, pattern, rule);
    }
    return text;
  }

  String id(String name) {
    return matching(name, ID, Messages.get("lesson.pack.rule.id"));
  }

  int integer(String name, int min, int max) {
    Integer value = optionalInteger(name, min, max);
    if (value == null) {
      missing(name);
      return min;
    }
    return value;
  }

  int integerOr(String name, int min, int max, int otherwise) {
    Integer value = optionalInteger(name, min, max);
    return value == null ? otherwise : value;
  }

  @Nullable Integer optionalInteger(String name, int min, int max) {
    YamlNode node = get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Scalar s
        && s.type() == YamlNode.Type.INTEGER
        && s.text().matches("-?[0-9]{1,9}")) {
      int value = Integer.parseInt(s.text());
      if (min <= value && value <= max) {
        return value;
      }
    }
    problem(node, Rule.FIELD_INTEGER, name, String.valueOf(min), String.valueOf(max));
    return min;
  }

  /// False when it is not there.
  boolean flag(String name) {
    YamlNode node = get(name);
    if (node == null) {
      return false;
    }
    if (node instanceof YamlNode.Scalar s && s.type() == YamlNode.Type.BOOLEAN) {
      return Boolean.parseBoolean(s.text());
    }
    problem(node, Rule.FIELD_BOOLEAN, name);
    return false;
  }

  /// One of `allowed`; null, and a problem, when it is another word.
  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    if (!has(name)) {
      get(name);
      missing(name);
      return null;
    }
    return optionalOneOf(name, type);
  }

  /// Constants are written in small letters, with hyphens.
  <E extends Enum<E>> @Nullable E optionalOneOf(String name, Class<E> type) {
    String text = optionalText(name);
    if (text == null) {
      return null;
    }
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = word(constant);
      if (word.equals(text)) {
        return constant;
      }
      allowed.add(word);
    }
    YamlNode node = get(name);
    if (node instanceof YamlNode.Scalar s && s.type() == YamlNode.Type.TEXT) {
      problem(node, Rule.FIELD_ONE_OF, name, YamlReader.shown(text), String.join(", ", allowed));
    }
    return null;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(name)) {
      if (item instanceof YamlNode.Scalar s
          && s.type() == YamlNode.Type.TEXT
          && s.text().length() <= MAX_TEXT) {
        source.example(s.text(), s.line(), s.column());
        texts.add(s.text());
      } else {
        problem(item, Rule.FIELD_TEXTS, name);
      }
    }
    return texts;
  }

  /// Texts that all match `pattern`.
  List<String> textsMatching(String name, Pattern pattern, String rule) {
    for (YamlNode item : items(name)) {
      if (item instanceof YamlNode.Scalar s && s.type() == YamlNode.Type.TEXT) {
        match(s, name, pattern, rule);
      }
    }
    return texts(name);
  }

  /// Texts by names of the author's own, in order; numbers may stand without quotes.
  Map<String, String> textMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    YamlNode node = get(name);
    if (node == null) {
      return texts;
    }
    if (!(node instanceof YamlNode.Mapping m) || m.entries().size() > MAX_ITEMS) {
      problem(node, Rule.FIELD_MAPPING, name);
      return texts;
    }
    m.entries()
        .forEach(
            (key, entry) -> {
              source.example(key, entry.line(), entry.column());
              if (entry.value() instanceof YamlNode.Scalar s && s.text().length() <= MAX_TEXT) {
                source.example(s.text(), s.line(), s.column());
                texts.put(key, s.text());
              } else {
                problem(entry.value(), Rule.FIELD_TEXT, key, MAX_TEXT);
              }
            });
    return texts;
  }

  /// A text or a number as it is written; null when it is not there.
  YamlNode.@Nullable Scalar scalar(String name) {
    YamlNode node = get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Scalar s && s.text().length() <= MAX_TEXT) {
      return s;
    }
    problem(node, Rule.FIELD_TEXT, name, MAX_TEXT);
    return null;
  }

  /// The mappings of a list; empty when the field is not there.
  List<Fields> list(String name) {
    List<Fields> list = new ArrayList<>();
    for (YamlNode item : items(name)) {
      if (item instanceof YamlNode.Mapping m) {
        list.add(new Fields(m, source));
      } else {
        problem(item, Rule.FIELD_MAPPINGS, name);
      }
    }
    return list;
  }

  @Nullable Fields mapping(String name) {
    YamlNode node = get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Mapping m) {
      return new Fields(m, source);
    }
    problem(node, Rule.FIELD_MAPPING, name);
    return null;
  }

  boolean isMapping(String name) {
    return get(name) instanceof YamlNode.Mapping;
  }

  /// The mappings that stand under names of the author's own, in order.
  Map<String, Fields> mappings(String name) {
    Map<String, Fields> all = new LinkedHashMap<>();
    Fields outer = mapping(name);
    if (outer != null) {
      for (String key : outer.names()) {
        Fields inner = outer.mapping(key);
        if (inner != null) {
          all.put(key, inner);
        }
      }
    }
    return all;
  }

  /// Reports what nobody asked for.
  void end() {
    source.asked(Set.copyOf(known));
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                source.problem(
                    Rule.FIELD_UNKNOWN,
                    entry.line(),
                    entry.column(),
                    YamlReader.shown(name),
                    String.join(", ", known));
              }
            });
  }

  /// About the mapping as a whole.
  void problem(Rule rule, Object... arguments) {
    source.problem(rule, mapping.line(), mapping.column(), arguments);
  }

  /// About one of its fields.
  void problemAt(String name, Rule rule, Object... arguments) {
    YamlNode.Entry entry = mapping.entries().get(name);
    if (entry == null) {
      problem(rule, arguments);
    } else {
      problem(entry.value(), rule, arguments);
    }
  }

  /// The text as a learner may see it, to be held against a rule.
  String example(String text) {
    return source.example(text, mapping.line(), mapping.column());
  }

  private void match(YamlNode.Scalar s, String name, Pattern pattern, String rule) {
    String example = source.example(s.text(), s.line(), s.column());
    if (!pattern.matcher(example).matches()) {
      problem(s, Rule.FIELD_PATTERN, name, YamlReader.shown(s.text()), rule);
    }
  }

  private List<YamlNode> items(String name) {
    YamlNode node = get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence s && s.items().size() <= MAX_ITEMS) {
      return s.items();
    }
    problem(node, Rule.FIELD_LIST, name, MAX_ITEMS);
    return List.of();
  }

  private @Nullable YamlNode get(String name) {
    known.add(name);
    YamlNode.Entry entry = mapping.entries().get(name);
    return entry == null ? null : entry.value();
  }

  private String missing(String name) {
    problem(Rule.FIELD_MISSING, name);
    return "";
  }

  private void problem(YamlNode node, Rule rule, Object... arguments) {
    source.problem(rule, node.line(), node.column(), arguments);
  }
}
