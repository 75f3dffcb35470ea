// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Good and bad Dockerfiles with what BuildKit of Docker 28.5 says to each.
final class Corpus {
  private static final String NEXT = "=====";

  private Corpus() {}

  /// @param sentence what the builder says; "accepted" when it builds the file
  record Sample(String sentence, String text) {}

  /// The file has a line `===== sentence` before each sample; behind `=====E` the sample is one line with escapes.
  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (InputStream in = Corpus.class.getResourceAsStream("/dockerfile/corpus.txt")) {
      if (in == null) {
        throw new IOException("no corpus");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.substring(NEXT.length()).split("\n" + NEXT, -1)) {
        int end = part.indexOf('\n');
        boolean escaped = part.startsWith("E ");
        String text = part.substring(end + 1);
        samples.add(
            new Sample(part.substring(escaped ? 2 : 1, end), escaped ? unescape(text) : text));
      }
    }
    return samples;
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char code = line.charAt(++i);
      switch (code) {
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          plain.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> plain.append(code);
      }
    }
    return plain.toString();
  }
}
