// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One record of comma-separated values, by the rules of RFC 4180 that Go's `encoding/csv` keeps to.
final class Csv {
  private Csv() {}

  /// Adds the fields that can be read; returns what is wrong with the rest, or null.
  static @Nullable String read(String text, List<String> fields) {
    if (text.isEmpty()) {
      return "EOF";
    }
    int at = 0;
    while (true) {
      int end;
      if (text.startsWith("\"", at)) {
        StringBuilder field = new StringBuilder();
        end = quoted(text, at + 1, field);
        if (end < 0) {
          return problem(text, -end, "extraneous or missing \" in quoted-field");
        }
        fields.add(field.toString());
      } else {
        int comma = text.indexOf(',', at);
        end = comma < 0 ? text.length() : comma;
        String field = text.substring(at, end);
        int quote = field.indexOf('"');
        if (quote >= 0) {
          return problem(text, at + quote + 1, "bare \" in non-quoted-field");
        }
        fields.add(field);
      }
      if (end == text.length()) {
        return null;
      }
      at = end + 1;
    }
  }

  /// Where the field ends; the negative column of the mistake when it does not.
  private static int quoted(String text, int from, StringBuilder field) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at == text.length() || text.charAt(at) == ',') {
        return at;
      } else if (text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return -at;
      }
    }
    return -(from + 1);
  }

  private static String problem(String text, int column, String what) {
    int bytes = Chars.utf8Length(text, 0, Math.min(column - 1, text.length())) + 1;
    return "parse error on line 1, column " + bytes + ": " + what;
  }
}
