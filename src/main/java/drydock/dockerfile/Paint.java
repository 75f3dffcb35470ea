// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A kind for each character of a text. Painting over is allowed; whatever is painted, the tokens cover the text exactly.
final class Paint {
  private final TokenKind[] kinds;
  private final BitSet starts = new BitSet();

  Paint(int length) {
    kinds = new TokenKind[length];
    Arrays.fill(kinds, TokenKind.WHITESPACE);
  }

  /// Makes `[from, to)` a token of its own, or several where it is painted over later.
  void paint(TokenKind kind, int from, int to) {
    if (from < to) {
      Arrays.fill(kinds, from, to, kind);
      starts.clear(from, to);
      starts.set(from);
      starts.set(to);
    }
  }

  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= kinds.length; i++) {
      if (i == kinds.length || kinds[i] != kinds[start] || starts.get(i)) {
        tokens.add(new Token(kinds[start], start, i));
        start = i;
      }
    }
    return tokens;
  }
}
