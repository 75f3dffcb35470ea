// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A pattern of `${v#p} ${v%p} ${v/p/r}`: `*` and `?`, no brackets. Matched by walking all
/// possibilities at once, and no longer than there is room for.
final class Wildcard {
  private static final int STAR = -1;
  private static final int ANY = -2;

  /// How many steps one character of room is worth.
  private static final int STEPS = 8;

  private final List<Integer> tokens = new ArrayList<>();
  private final int room;
  private int steps;

  /// @param room how long a result may be; more, or more work than that is worth, is
  ///   [ShellLexer.TooMuch]
  /// @throws ShellLexer.BadWord with BuildKit's words, when an escape character escapes nothing
  ///   that needs it
  Wildcard(String pattern, int room) throws ShellLexer.BadWord {
    this.room = room;
    int[] points = pattern.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int next = i + 1 < points.length ? points[i + 1] : 0xFFFD;
      if (points[i] == '*') {
        tokens.add(STAR);
      } else if (points[i] == '?') {
        tokens.add(ANY);
      } else if (points[i] != '\\') {
        tokens.add(points[i]);
      } else if (next == '*' || next == '?' || next == '\\') {
        tokens.add(next);
        i++;
      } else if (next != '}' && next != '/') {
        throw new ShellLexer.BadWord(
            "invalid pattern (%s) in substitution: invalid escape '\\%s'"
                .formatted(pattern, Character.toString(next)));
      }
    }
  }

  /// The value without the shortest or longest match at its begin.
  String trimStart(String value, boolean longest) {
    int[] points = value.codePoints().toArray();
    int end = end(points, 0, longest);
    return end < 0 ? value : new String(points, end, points.length - end);
  }

  /// The value without the shortest or longest match at its end.
  String trimEnd(String value, boolean longest) {
    Wildcard backwards = this.reversed();
    String turned = new StringBuilder(value).reverse().toString();
    return new StringBuilder(backwards.trimStart(turned, longest)).reverse().toString();
  }

  private Wildcard(List<Integer> tokens, int room) {
    this.tokens.addAll(tokens);
    this.room = room;
  }

  private Wildcard reversed() {
    return new Wildcard(tokens.reversed(), room);
  }

  /// The value with the first match, or all, replaced.
  String replace(String value, String replacement, boolean all) {
    int[] points = value.codePoints().toArray();
    StringBuilder result = new StringBuilder();
    int at = 0;
    boolean done = false;
    boolean afterMatch = false;
    while (at <= points.length) {
      int end = done ? -1 : end(points, at, true);
      if (end > at || (end == at && !afterMatch)) {
        String matched = new String(points, at, end - at);
        result.append(all ? template(replacement, matched) : replacement);
        done = !all;
        if (result.length() > room) {
          throw new ShellLexer.TooMuch();
        }
      }
      if (end > at) {
        at = end;
        afterMatch = true;
      } else {
        if (at < points.length) {
          result.appendCodePoint(points[at]);
        }
        at++;
        afterMatch = false;
      }
    }
    return result.toString();
  }

  /// Where a match that begins at `start` ends; -1 when there is none.
  private int end(int[] value, int start, boolean longest) {
    BitSet places = new BitSet(tokens.size() + 1);
    enter(0, places);
    int end = -1;
    for (int at = start; !places.isEmpty(); at++) {
      if (places.get(tokens.size())) {
        end = at;
        if (!longest) {
          return end;
        }
      }
      if (at >= value.length) {
        break;
      }
      places = after(value[at], places);
    }
    return end;
  }

  private BitSet after(int c, BitSet places) {
    BitSet next = new BitSet(tokens.size() + 1);
    steps += 1 + tokens.size() / Long.SIZE + places.cardinality();
    if (steps / STEPS > room) {
      throw new ShellLexer.TooMuch();
    }
    for (int p = places.nextSetBit(0); p >= 0 && p < tokens.size(); p = places.nextSetBit(p + 1)) {
      int token = tokens.get(p);
      if (token == STAR && c != '\n') {
        enter(p, next);
      } else if (token == c || (token == ANY && c != '\n')) {
        enter(p + 1, next);
      }
    }
    return next;
  }

  private void enter(int place, BitSet places) {
    int at = place;
    places.set(at);
    while (at < tokens.size() && tokens.get(at) == STAR) {
      at++;
      places.set(at);
    }
  }

  /// In `${v//p/r}` a `$` of the replacement is Go's: `$0` and `${0}` are what matched, other names are nothing, `$$` is
  /// a dollar sign.
  private static String template(String replacement, String matched) {
    if (replacement.indexOf('$') < 0) {
      return replacement;
    }
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < replacement.length()) {
      char c = replacement.charAt(at++);
      if (c != '$' || at == replacement.length()) {
        result.append(c);
        continue;
      }
      boolean braced = replacement.charAt(at) == '{';
      int from = braced ? at + 1 : at;
      int end = from;
      while (end < replacement.length() && Chars.isNamePart(replacement.charAt(end))) {
        end++;
      }
      boolean closed = !braced || (end < replacement.length() && replacement.charAt(end) == '}');
      if (replacement.charAt(at) == '$') {
        result.append('$');
        at++;
      } else if (end == from || !closed) {
        result.append('$');
      } else {
        result.append(replacement.substring(from, end).equals("0") ? matched : "");
        at = braced ? end + 1 : end;
      }
    }
    return result.toString();
  }
}
