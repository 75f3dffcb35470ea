// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one YAML mapping, strictly: what is missing, of the wrong kind or unknown is a problem with its
/// line. Whatever is returned in place of a wrong value is never used, because a pack with problems is not opened.
final class Fields {
  static final Pattern ID =
      Pattern.compile("(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9][a-z0-9-]{0,63}");
  private static final int MAX_TEXT = 4_000;
  private static final int MAX_ITEMS = 200;

  private final YamlNode.Mapping mapping;
  private final String file;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(YamlNode.Mapping mapping, String file, Problems problems) {
    this.mapping = mapping;
    this.file = file;
    this.problems = problems;
  }

  int line() {
    return mapping.line();
  }

  boolean has(String name) {
    return mapping.entries().containsKey(name);
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
      return s.text();
    }
    wrong(node, Messages.get("lesson.pack.field.text", name, MAX_TEXT));
    return "";
  }

  /// A text that `pattern` matches; `rule` says the pattern in words.
  String matching(String name, Pattern pattern, String rule) {
    YamlNode node = get(name);
    String text = text(name);
    if (node != null && !text.isEmpty() && !pattern.matcher(text).matches()) {
      wrong(node, Messages.get("lesson.pack.field.pattern", name, YamlReader.shown(text), rule));
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
    wrong(
        node,
        Messages.get("lesson.pack.field.integer", name, String.valueOf(min), String.valueOf(max)));
    return min;
  }

  /// One of `allowed`; null, and a problem, when it is another word.
  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String text = text(name);
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(java.util.Locale.ROOT);
      if (word.equals(text)) {
        return constant;
      }
      allowed.add(word);
    }
    YamlNode node = get(name);
    if (node != null) {
      wrong(
          node,
          Messages.get(
              "lesson.pack.field.oneOf", name, YamlReader.shown(text), String.join(", ", allowed)));
    }
    return null;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(name)) {
      if (item instanceof YamlNode.Scalar s
          && s.type() == YamlNode.Type.TEXT
          && s.text().length() <= MAX_TEXT) {
        texts.add(s.text());
      } else {
        wrong(item, Messages.get("lesson.pack.field.texts", name));
      }
    }
    return texts;
  }

  /// The mappings of a list; empty when the field is not there.
  List<Fields> list(String name) {
    List<Fields> list = new ArrayList<>();
    for (YamlNode item : items(name)) {
      if (item instanceof YamlNode.Mapping m) {
        list.add(new Fields(m, file, problems));
      } else {
        wrong(item, Messages.get("lesson.pack.field.mappings", name));
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
      return new Fields(m, file, problems);
    }
    wrong(node, Messages.get("lesson.pack.field.mapping", name));
    return null;
  }

  Set<String> names() {
    return mapping.entries().keySet();
  }

  /// Reports what nobody asked for.
  void end() {
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                problems.add(
                    file,
                    entry.line(),
                    Messages.get(
                        "lesson.pack.field.unknown",
                        YamlReader.shown(name),
                        String.join(", ", known)));
              }
            });
  }

  void problem(String sentence) {
    problems.add(file, mapping.line(), sentence);
  }

  private List<YamlNode> items(String name) {
    YamlNode node = get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence s && s.items().size() <= MAX_ITEMS) {
      return s.items();
    }
    wrong(node, Messages.get("lesson.pack.field.list", name, MAX_ITEMS));
    return List.of();
  }

  private @Nullable YamlNode get(String name) {
    known.add(name);
    YamlNode.Entry entry = mapping.entries().get(name);
    return entry == null ? null : entry.value();
  }

  private String missing(String name) {
    problem(Messages.get("lesson.pack.field.missing", name));
    return "";
  }

  private void wrong(YamlNode node, String sentence) {
    problems.add(file, node.line(), sentence);
  }
}
