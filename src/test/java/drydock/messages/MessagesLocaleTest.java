// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every language says all that English says.
class MessagesLocaleTest {
  private static final Path FOLDER = Path.of("src/main/resources/drydock");
  private static final Map<String, String> ENGLISH = texts("messages.properties");
  private static final Map<String, String> GERMAN = texts("messages_de.properties");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)\\s*(?:,\\s*(\\w+))?");
  private static final Pattern NUMBER = Pattern.compile("\\{\\d+,number,[^}]*}");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /// Words that are the same in both languages: names, units, and what Docker's terms are in German, too.
  private static final Set<String> SAME =
      Set.of(
          "API",
          "Build",
          "BuildKit",
          "CPU",
          "DOCKER",
          "Desktop",
          "Docker",
          "Drydock",
          "Engine",
          "Esc",
          "HOST",
          "CONTEXT",
          "MB",
          "MiB",
          "NAME",
          "Name",
          "Namespaces",
          "OK",
          "OOM",
          "Podman",
          "Shift",
          "build",
          "cgroups",
          "container",
          "context",
          "in",
          "load",
          "min",
          "trace",
          "vertex",
          "choice",
          "number");

  @Test
  void germanHasTheKeysOfEnglishInTheirOrder() throws IOException {
    assertThat(keys("messages_de.properties")).isEqualTo(keys("messages.properties"));
  }

  @Test
  void everyTextTakesTheSameArgumentsInTheSameWay() {
    Set<String> differ = new TreeSet<>();
    GERMAN.forEach(
        (key, german) -> {
          if (!places(german).equals(places(ENGLISH.getOrDefault(key, "")))) {
            differ.add(key);
          }
        });
    assertThat(differ).isEmpty();
  }

  @Test
  void everyGermanPatternIsValid() {
    GERMAN.forEach(
        (key, pattern) -> {
          for (int count : new int[] {0, 1, 2, 1000}) {
            assertThat(
                    new MessageFormat(pattern, Locale.GERMAN)
                        .format(new Object[] {count, count, count, count, "a", "b", "c", "d"}))
                .as(key)
                .isNotBlank()
                .doesNotContain("{", "1#", "|");
          }
          assertThat(pattern.replace("''", ""))
              .as(key + ": write '' for an apostrophe")
              .doesNotContain("'");
          assertThat(pattern).as(key + ": quote as „…“").doesNotContain("”");
        });
  }

  @Test
  void noEnglishIsLeftByAccident() {
    Set<String> left = new TreeSet<>();
    GERMAN.forEach(
        (key, german) -> {
          if (german.equals(ENGLISH.get(key))) {
            Matcher words = WORD.matcher(NUMBER.matcher(german).replaceAll(""));
            while (words.find()) {
              if (!SAME.contains(words.group())) {
                left.add(key + " = " + german);
              }
            }
          }
        });
    assertThat(left).isEmpty();
  }

  @Test
  void textsNumbersAndPluralsFollowTheLanguage() {
    try {
      Messages.use(Locale.GERMANY);
      assertThat(Messages.locale()).isEqualTo(Locale.GERMANY);
      assertThat(Messages.get("shell.help.size", 1234.5)).isEqualTo("1.234,5 MB");
      assertThat(Messages.get("state.text.networks", 0)).isEqualTo("Keine Netzwerke");
      assertThat(Messages.get("state.text.networks", 1)).isEqualTo("1 Netzwerk");
      assertThat(Messages.get("state.text.networks", 2)).isEqualTo("2 Netzwerke");
      Messages.use(Language.ENGLISH);
      assertThat(Messages.get("shell.help.size", 1234.5)).isEqualTo("1,234.5 MB");
      assertThat(Messages.get("state.text.networks", 1)).isEqualTo("1 network");
    } finally {
      Messages.use(Language.ENGLISH);
    }
  }

  @Test
  void aLanguageThatIsNotSpokenIsEnglishAndNotTheSystems() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      Messages.use(Locale.FRENCH);
      assertThat(Messages.get("shell.menu.file")).isEqualTo("File");
    } finally {
      Locale.setDefault(before);
      Messages.use(Language.ENGLISH);
    }
  }

  @Test
  void thePseudoLanguageKeepsArgumentsAndIsLonger() {
    PseudoLanguage.during(
        () ->
            assertThat(Messages.get("engine.problem.unreachable", "{why}"))
                .startsWith("[Ñö çöñţåîñér éñğîñé åñšŵérš".replace('ŵ', 'w'))
                .contains("{why}")
                .endsWith("]")
                .hasSizeGreaterThan(40));
  }

  private static Set<String> places(String pattern) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group(1) + " " + matcher.group(2));
    }
    return places;
  }

  private static List<String> keys(String file) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      int end = line.indexOf('=');
      if (!line.startsWith("#") && end > 0) {
        keys.add(line.substring(0, end).strip());
      }
    }
    return keys;
  }

  private static Map<String, String> texts(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }
}
