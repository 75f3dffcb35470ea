// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// The JSON form of an instruction's operands: an array of strings and nothing else. Anything that is no JSON array is the
/// shell form, silently; an array of something else is refused.
final class JsonArray {
  /// Deeper than anyone nests, and safe for the stack.
  private static final int DEEPEST = 500;

  private final Word word;
  private final String text;
  private int at;
  private boolean onlyStrings = true;

  private JsonArray(Word word) {
    this.word = word;
    this.text = word.text();
  }

  sealed interface Answer {
    /// No array: the shell form.
    record No() implements Answer {}

    record Strings(List<Value> values) implements Answer {}

    /// An array with something else in it.
    record Others() implements Answer {}
  }

  static Answer read(Word word) {
    return new JsonArray(word).array();
  }

  private Answer array() {
    at = Chars.skipSpace(text, 0, text.length());
    List<Value> values = new ArrayList<>();
    if (!take('[')) {
      return new Answer.No();
    }
    if (!take(']')) {
      do {
        skipBlanks();
        int start = at;
        StringBuilder string = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
          if (!string(string)) {
            return new Answer.No();
          }
          values.add(new Value(word.part(start, at), withoutHalves(string)));
        } else if (value(0)) {
          onlyStrings = false;
        } else {
          return new Answer.No();
        }
      } while (take(','));
      if (!take(']')) {
        return new Answer.No();
      }
    }
    skipBlanks();
    if (at < text.length()) {
      return new Answer.No();
    }
    return onlyStrings ? new Answer.Strings(values) : new Answer.Others();
  }

  /// Any value but a string at the top; only its shape matters.
  private boolean value(int depth) {
    skipBlanks();
    if (at == text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '"' -> string(new StringBuilder());
      case '[' -> {
        at++;
        yield take(']') || (elements(depth, false) && take(']'));
      }
      case '{' -> {
        at++;
        yield take('}') || (elements(depth, true) && take('}'));
      }
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean elements(int depth, boolean named) {
    do {
      if (named) {
        skipBlanks();
        if (!string(new StringBuilder()) || !take(':')) {
          return false;
        }
      }
      if (!value(depth + 1)) {
        return false;
      }
    } while (take(','));
    return true;
  }

  private boolean word(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  private boolean number() {
    at += text.charAt(at) == '-' ? 1 : 0;
    boolean zero = at < text.length() && text.charAt(at) == '0';
    if (zero) {
      at++;
    } else if (!digits()) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    skipBlanks();
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean string(StringBuilder string) {
    if (at >= text.length() || text.charAt(at) != '"') {
      return false;
    }
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      } else if (c < ' ' || (c == '\\' && !escaped(string))) {
        return false;
      } else if (c != '\\') {
        string.append(c);
      }
    }
    return false;
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
      char digit = text.charAt(at++);
      int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
      if (value < 0) {
        return false;
      }
      code = code * 16 + value;
    }
    string.append((char) code);
    return true;
  }

  /// Half a surrogate pair becomes the replacement character, as in Go.
  private static String withoutHalves(StringBuilder string) {
    StringBuilder whole = new StringBuilder();
    string
        .codePoints()
        .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
