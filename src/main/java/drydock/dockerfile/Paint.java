// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A kind for each character of a text. Painting over is allowed; whatever is painted, the tokens cover the text exactly.
final class Paint {
  private static final TokenKind[] KINDS = TokenKind.values();

  /// Added to the first character of a token.
  private static final byte START = 64;

  /// The ordinal of each character's kind.
  private final byte[] kinds;

  Paint(int length) {
    kinds = new byte[length];
    Arrays.fill(kinds, (byte) TokenKind.WHITESPACE.ordinal());
  }

  /// Makes `[from, to)` a token of its own, or several where it is painted over later.
  void paint(TokenKind kind, int from, int to) {
    if (from < to) {
      Arrays.fill(kinds, from, to, (byte) kind.ordinal());
      kinds[from] |= START;
      if (to < kinds.length) {
        kinds[to] |= START;
      }
    }
  }

  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= kinds.length; i++) {
      if (i == kinds.length || (kinds[i] & START) != 0) {
        tokens.add(new Token(KINDS[kinds[start] & ~START], start, i));
        start = i;
      }
    }
    return tokens;
  }
}
