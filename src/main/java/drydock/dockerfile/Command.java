// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A logical line taken apart: keyword, flags, arguments. Spans are offsets in that line.
record Command(
    String keyword, Span keywordSpan, List<String> flags, List<Span> flagSpans, Span arguments) {

  record Span(int start, int end) {
    String substring(String line) {
      return line.substring(start, end);
    }
  }

  static Command of(String line, int from) {
    int end = line.length();
    while (end > from && Chars.isSpace(line.charAt(end - 1))) {
      end--;
    }
    int start = Chars.skipSpace(line, from, end);
    int at = start;
    while (at < end && !endsKeyword(line.charAt(at))) {
      at++;
    }
    Span keyword = new Span(start, at);
    List<String> flags = new ArrayList<>();
    List<Span> flagSpans = new ArrayList<>();
    at = readFlags(line, at, end, flags, flagSpans);
    return new Command(
        keyword.substring(line).toUpperCase(Locale.ROOT),
        keyword,
        flags,
        flagSpans,
        new Span(Chars.skipSpace(line, at, end), end));
  }

  /// Narrower than white space: a pasted no-break space is part of the keyword, for the builder too.
  private static boolean endsKeyword(char c) {
    return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r';
  }

  /// Words that begin with -- directly behind the keyword; a bare -- ends them.
  private static int readFlags(
      String line, int from, int end, List<String> flags, List<Span> spans) {
    int at = Chars.skipSpace(line, from, end);
    while (line.startsWith("--", at) && at + 2 <= end) {
      int start = at;
      StringBuilder word = new StringBuilder();
      at = readWord(line, at, end, word);
      spans.add(new Span(start, at));
      if (word.toString().equals("--")) {
        return at;
      }
      flags.add(word.toString());
      at = Chars.skipSpace(line, at, end);
    }
    return at;
  }

  private static int readWord(String line, int from, int end, StringBuilder word) {
    char quote = 0;
    int at = from;
    for (; at < end; at++) {
      char c = line.charAt(at);
      if (quote == 0 && Chars.isSpace(c)) {
        break;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c != '\\') {
        word.append(c);
      } else if (at + 1 < end) {
        word.append(line.charAt(++at));
      }
    }
    return at;
  }
}
