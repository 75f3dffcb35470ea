// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON form of an instruction's arguments: an array of strings and nothing else. Anything else is shell form, which
/// is how BuildKit decides, silently.
final class JsonStrings {
  private final String text;
  private int at;

  private JsonStrings(String text) {
    this.text = text;
  }

  /// The strings, or null when this is not the JSON form.
  static @Nullable List<String> read(String text) {
    return new JsonStrings(text).array();
  }

  private @Nullable List<String> array() {
    List<String> strings = new ArrayList<>();
    if (!take('[')) {
      return null;
    }
    if (!take(']')) {
      do {
        String string = string();
        if (string == null) {
          return null;
        }
        strings.add(string);
      } while (take(','));
      if (!take(']')) {
        return null;
      }
    }
    return Chars.skipSpace(text, at, text.length()) == text.length() ? strings : null;
  }

  private boolean take(char c) {
    at = Chars.skipSpace(text, at, text.length());
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private @Nullable String string() {
    if (!take('"')) {
      return null;
    }
    StringBuilder string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      } else if (c < ' ') {
        return null;
      } else if (c != '\\') {
        string.append(c);
      } else if (!escaped(string)) {
        return null;
      }
    }
    return null;
  }

  private boolean escaped(StringBuilder string) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      string.append("\"\\/\b\f\n\r\t".charAt(plain));
      return true;
    }
    if (c != 'u' || at + 4 > text.length()) {
      return false;
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at++), 16);
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    string.append((char) code);
    return true;
  }
}
