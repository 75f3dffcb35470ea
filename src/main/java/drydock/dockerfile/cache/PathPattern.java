// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

/// One name of a COPY source with `*`, `?` and `[…]`, as Go's `path.Match` takes it.
final class PathPattern {
  private static final int NO = -1;

  private final String text;

  PathPattern(String text) {
    this.text = text;
  }

  /// Whether a path holds anything that is not to be taken as it stands.
  static boolean isIn(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '*' || c == '?' || c == '[') {
        return true;
      }
    }
    return false;
  }

  /// Whether a name matches. Goes back to the last `*` only, so that it takes no longer than both
  /// lengths multiplied.
  boolean matches(String name) {
    int at = 0;
    int read = 0;
    int star = NO;
    int tried = 0;
    while (read < name.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        tried = read;
        continue;
      }
      int next = one(at, name.charAt(read));
      if (next != NO) {
        at = next;
        read++;
      } else if (star != NO) {
        at = star + 1;
        read = ++tried;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }

  /// Where the pattern goes on behind what matched one character.
  private int one(int at, char c) {
    if (at >= text.length()) {
      return NO;
    }
    return switch (text.charAt(at)) {
      case '?' -> at + 1;
      case '[' -> set(at + 1, c);
      case '\\' -> at + 1 < text.length() && text.charAt(at + 1) == c ? at + 2 : NO;
      default -> text.charAt(at) == c ? at + 1 : NO;
    };
  }

  private int set(int from, char c) {
    int at = from;
    boolean not = at < text.length() && text.charAt(at) == '^';
    at += not ? 1 : 0;
    boolean found = false;
    for (boolean first = true; at < text.length(); first = false) {
      if (text.charAt(at) == ']' && !first) {
        return found == not ? NO : at + 1;
      }
      at += text.charAt(at) == '\\' ? 1 : 0;
      if (at >= text.length()) {
        return NO;
      }
      char low = text.charAt(at++);
      char high = low;
      if (at + 1 < text.length() && text.charAt(at) == '-') {
        at += text.charAt(at + 1) == '\\' ? 2 : 1;
        if (at >= text.length()) {
          return NO;
        }
        high = text.charAt(at++);
      }
      found |= low <= c && c <= high;
    }
    return NO;
  }
}
