// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// One pattern of a `.dockerignore`, in the meaning that moby's patternmatcher gives it: `*` and `?` stop at a slash, `**`
/// does not, `\` escapes, `[a-z]` and `[^a-z]` are classes.
///
/// Matched by walking all possibilities at once, so that no pattern takes longer than its length times the path's.
final class GlobPattern {
  /// Where in the pattern a match may stand. `DEEP` and `INSIDE` together are "any folders, or none".
  private sealed interface Token {
    record Literal(char c) implements Token {}

    record AnyCharacter() implements Token {}

    record Star() implements Token {}

    record Everything() implements Token {}

    record Deep() implements Token {}

    record Inside() implements Token {}

    record CharacterClass(boolean negated, List<Range> ranges) implements Token {
      boolean holds(char c) {
        return negated != ranges.stream().anyMatch(r -> r.first <= c && c <= r.last);
      }
    }

    record Range(char first, char last) {}
  }

  private final List<Token> tokens = new ArrayList<>();
  private final String text;
  private int at;

  /// @param text without surrounding blanks, without `!`, cleaned of `.`, `..` and doubled slashes
  /// @throws IllegalArgumentException when it is no pattern
  GlobPattern(String text) {
    this.text = text;
    boolean plainSuffix = text.startsWith("**") && text.substring(2).matches("[^*?\\[\\]\\\\]*");
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '*' -> star(plainSuffix);
        case '?' -> tokens.add(new Token.AnyCharacter());
        case '[' -> tokens.add(characterClass());
        case '\\' -> tokens.add(new Token.Literal(escaped()));
        default -> tokens.add(new Token.Literal(c));
      }
    }
  }

  private void star(boolean plainSuffix) {
    if (at == text.length() || text.charAt(at) != '*') {
      tokens.add(new Token.Star());
      return;
    }
    at++;
    boolean slash = at < text.length() && text.charAt(at) == '/';
    if (slash) {
      at++;
    }
    if (at == text.length() || (plainSuffix && !slash)) {
      tokens.add(new Token.Everything());
    } else {
      tokens.add(new Token.Deep());
      tokens.add(new Token.Inside());
    }
  }

  private Token characterClass() {
    boolean negated = at < text.length() && text.charAt(at) == '^';
    if (negated) {
      at++;
    }
    List<Token.Range> ranges = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != ']') {
      char first = classCharacter();
      char last = first;
      if (at + 1 < text.length() && text.charAt(at) == '-') {
        at++;
        last = classCharacter();
      }
      ranges.add(new Token.Range(first, last));
    }
    if (at == text.length() || ranges.isEmpty()) {
      throw new IllegalArgumentException("\"" + text + "\" has a [ without its ]");
    }
    at++;
    return new Token.CharacterClass(negated, ranges);
  }

  private char classCharacter() {
    char c = text.charAt(at++);
    return c == '\\' ? escaped() : c;
  }

  private char escaped() {
    if (at == text.length()) {
      throw new IllegalArgumentException("\"" + text + "\" ends with a \\ that escapes nothing");
    }
    return text.charAt(at++);
  }

  /// Whether it matches a path or one of the folders above it.
  boolean matches(String path) {
    BitSet places = start();
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '/' && places.get(tokens.size())) {
        return true;
      }
      places = after(path.charAt(i), places);
    }
    return places.get(tokens.size());
  }

  /// Whether it matches a path itself.
  boolean matchesAll(String path) {
    BitSet places = start();
    for (int i = 0; i < path.length() && !places.isEmpty(); i++) {
      places = after(path.charAt(i), places);
    }
    return places.get(tokens.size());
  }

  /// Whether it could match something below `folder`.
  boolean couldMatchBelow(String folder) {
    BitSet places = start();
    for (int i = 0; i < folder.length(); i++) {
      places = after(folder.charAt(i), places);
    }
    return !after('/', places).isEmpty();
  }

  private BitSet start() {
    BitSet places = new BitSet(tokens.size() + 1);
    enter(0, places);
    return places;
  }

  private BitSet after(char c, BitSet places) {
    BitSet next = new BitSet(tokens.size() + 1);
    for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
      if (p < tokens.size()) {
        step(p, c, next);
      }
    }
    return next;
  }

  private void step(int place, char c, BitSet next) {
    switch (tokens.get(place)) {
      case Token.Literal literal -> enterIf(literal.c == c, place + 1, next);
      case Token.AnyCharacter _ -> enterIf(c != '/', place + 1, next);
      case Token.CharacterClass set -> enterIf(set.holds(c), place + 1, next);
      case Token.Star _ -> enterIf(c != '/', place, next);
      case Token.Everything _ -> enter(place, next);
      case Token.Deep _ -> {}
      case Token.Inside _ -> {
        next.set(place);
        enterIf(c == '/', place + 1, next);
      }
    }
  }

  private void enterIf(boolean condition, int place, BitSet places) {
    if (condition) {
      enter(place, places);
    }
  }

  /// Adds a place, and those that are reached from it without a character.
  private void enter(int place, BitSet places) {
    places.set(place);
    if (place == tokens.size()) {
      return;
    }
    switch (tokens.get(place)) {
      case Token.Star _, Token.Everything _ -> enter(place + 1, places);
      case Token.Deep _ -> {
        places.set(place + 1);
        enter(place + 2, places);
      }
      case Token.Literal _, Token.AnyCharacter _, Token.CharacterClass _, Token.Inside _ -> {}
    }
  }
}
