// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A here-document of RUN, COPY or ADD.
///
/// @param name what its last line must be
/// @param expands whether the builder replaces variables in it: no when any part of the name was quoted
/// @param stripsTabs `<<-`: leading tabs of its lines do not count
public record Heredoc(String name, boolean expands, boolean stripsTabs) {
  // The word as BuildKit's parser splits it, blanks after << included. "1<<3" is one too: a file
  // descriptor and a name.
  private static final Pattern WORD = Pattern.compile("\\d*<<(-?)\\s*([^<]*)");

  /// A heredoc and where its marker stands in the line.
  record Marker(Heredoc heredoc, int start, int end) {}

  /// The markers of a logical line, in the order of their bodies.
  static List<Marker> in(String line) {
    List<Marker> markers = new ArrayList<>();
    if (line.contains("<<")) {
      for (ShellLexer.Word word : ShellLexer.rawWords(line)) {
        Heredoc heredoc = of(word.text());
        if (heredoc != null) {
          markers.add(new Marker(heredoc, word.start(), word.end()));
        }
      }
    }
    return markers;
  }

  private static @Nullable Heredoc of(String word) {
    Matcher matcher = WORD.matcher(word);
    if (!matcher.matches()) {
      return null;
    }
    String rest = matcher.group(2);
    List<String> names = ShellLexer.unquotedWords(rest);
    if (names.size() != 1) {
      return null;
    }
    return new Heredoc(
        names.getFirst(), quotes(rest) == quotes(names.getFirst()), !matcher.group(1).isEmpty());
  }

  private static long quotes(String text) {
    return text.chars().filter(c -> c == '"' || c == '\'').count();
  }
}
