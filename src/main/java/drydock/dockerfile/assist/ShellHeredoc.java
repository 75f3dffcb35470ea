// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

/// `<<WORD` inside a shell script.
///
/// @param isQuoted whether the shell leaves variables in the body alone
/// @param end behind the word
record ShellHeredoc(String word, boolean isQuoted, boolean stripsTabs, int end) {

  static boolean isAt(String text, int at, int end) {
    return at + 2 < end && text.startsWith("<<", at) && text.charAt(at + 2) != '<';
  }

  static ShellHeredoc read(String text, int from, int end) {
    int at = from + 2;
    boolean strips = at < end && text.charAt(at) == '-';
    at += strips ? 1 : 0;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    int start = at;
    while (at < end && " \t\r\n;&|<>()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String written = text.substring(start, at);
    String word = written.replaceAll("[\"'\\\\]", "");
    return new ShellHeredoc(word, !word.equals(written), strips, at);
  }

  /// Where the line begins that ends the body; `end` when none does.
  int bodyEnd(String text, int from, int end) {
    int at = from;
    while (at < end) {
      int line = text.indexOf('\n', at);
      int stop = line < 0 ? end : Math.min(line, end);
      String content = text.substring(at, stop);
      if (content.endsWith("\r")) {
        content = content.substring(0, content.length() - 1);
      }
      if ((stripsTabs ? content.replaceAll("^\t+", "") : content).equals(word)) {
        return at;
      }
      at = stop + 1;
    }
    return end;
  }
}
