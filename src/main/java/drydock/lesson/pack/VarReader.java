// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Var;
import drydock.lesson.Vars;
import drydock.messages.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// `vars` of `steps.yaml`.
final class VarReader {
  private static final int MAX = 20;
  private static final int LOWEST_PORT = 1_024;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x1f{}]{1,100}");
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  private VarReader() {}

  private enum Kind {
    NAME,
    PORT,
    TOKEN,
    ONE_OF
  }

  static Map<String, Var> read(Fields root) {
    Map<String, Var> vars = new LinkedHashMap<>();
    Map<String, Fields> all = root.mappings("vars");
    all.forEach(
        (name, fields) -> {
          if (!Vars.isName(name)) {
            fields.problem(Rule.VAR_NAME, YamlReader.shown(name));
          }
          vars.put(name, read(name, fields));
        });
    if (all.size() > MAX) {
      root.problemAt("vars", Rule.VARS_MANY, MAX);
    }
    return vars;
  }

  private static Var read(String name, Fields fields) {
    Kind kind = fields.oneOf("kind", Kind.class);
    Var var =
        switch (kind) {
          case NAME -> {
            String prefix =
                fields.optionalMatching("prefix", PREFIX, Messages.get("lesson.pack.rule.id"));
            yield new Var.Name(prefix == null ? name : prefix);
          }
          case PORT -> port(fields);
          case TOKEN -> new Var.Token(fields.integerOr("length", 4, 40, 12));
          case ONE_OF -> oneOf(fields);
          case null -> new Var.Token(1);
        };
    if (kind != null) {
      fields.end();
    }
    return var;
  }

  private static Var port(Fields fields) {
    int min = fields.integerOr("min", LOWEST_PORT, HIGHEST_PORT, 20_000);
    int max = fields.integerOr("max", LOWEST_PORT, HIGHEST_PORT, 29_999);
    if (min > max) {
      fields.problem(Rule.FIELD_RANGE);
    }
    return new Var.Port(min, Math.max(min, max));
  }

  private static Var oneOf(Fields fields) {
    List<String> values =
        fields.textsMatching("values", VALUE, Messages.get("lesson.pack.rule.value"));
    if (values.isEmpty()) {
      fields.problem(Rule.FIELD_MISSING, "values");
      return new Var.OneOf(List.of(""));
    }
    return new Var.OneOf(values);
  }
}
