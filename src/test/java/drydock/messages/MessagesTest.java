// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("drydock.messages", Locale.ROOT);

  /// Any string literal that looks like a key of the bundle's: feature.view.element.
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9_-]+)+)\"");

  private static final Pattern GET = Pattern.compile("Messages\\s*\\.get\\(\\s*\"([^\"]+)\"");

  @Test
  void everyKeyThatTheCodeNamesIsThere() throws IOException {
    Set<String> missing = new TreeSet<>(found(GET));
    keys().forEach(missing::remove);
    assertThat(missing.stream().map(key -> key + " = ").toList())
        .as("lines to paste into messages.properties")
        .isEmpty();
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    Set<String> unused = new TreeSet<>(keys());
    unused.removeAll(found(KEY));
    assertThat(unused).as("keys of messages.properties that no source names").isEmpty();
  }

  @Test
  void everyPatternIsValidAndHasNoPluralInBrackets() {
    for (String key : keys()) {
      String pattern = BUNDLE.getString(key);
      assertThat(new MessageFormat(pattern, Locale.ROOT).format(new Object[] {1, 2, 3, 4}))
          .as(key)
          .isNotBlank();
      assertThat(pattern).as(key).doesNotContain("(s)");
      assertThat(pattern.replace("''", ""))
          .as(key + ": write '' for an apostrophe")
          .doesNotContain("'");
    }
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Enumeration<String> all = BUNDLE.getKeys(); all.hasMoreElements(); ) {
      keys.add(all.nextElement());
    }
    return keys;
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1));
        }
      }
    }
    return keys;
  }
}
