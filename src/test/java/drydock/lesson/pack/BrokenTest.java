// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The pack that breaks every rule which a folder of texts can break. `GOLDEN=rewrite` writes the list of its problems.
class BrokenTest {
  private static final Path FOLDER = Path.of("src/test/resources/packs/broken");
  private static final Path EXPECTED = Path.of("src/test/resources/packs/broken.expected.txt");

  /// [HostilePackTest] and [HostileZipTest] break them, because not every system could keep such files, and
  /// [SchemaTest] the last one, because then there is no lesson at all.
  private static final Set<Rule> ELSEWHERE =
      EnumSet.of(
          Rule.YAML_LARGE,
          Rule.FILE_LARGE,
          Rule.FILE_UTF8,
          Rule.FILE_UNREADABLE,
          Rule.FILE_WANTED,
          Rule.FOLDER_WANTED,
          Rule.NOT_A_PACK,
          Rule.LINK,
          Rule.TOTAL,
          Rule.DEEP,
          Rule.MANY,
          Rule.NAME_CASE,
          Rule.ZIP_BROKEN,
          Rule.ZIP_METHOD,
          Rule.ZIP_BOMB,
          Rule.LESSONS);

  @Test
  void everyProblemIsNamedWithItsPlaceAndCode() throws IOException {
    PackReading reading = PackReader.read(FOLDER);
    assertThat(reading.pack()).isNull();
    List<String> lines =
        reading.problems().stream()
            .map(p -> p.severity() + " " + p.code() + " " + p)
            .sorted()
            .toList();
    if (System.getProperty("drydock.golden", "compare").equals("rewrite")) {
      Files.write(EXPECTED, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(EXPECTED));
  }

  @Test
  void everyRuleIsBroken() {
    Set<String> broken =
        PackReader.read(FOLDER).problems().stream()
            .map(PackProblem::code)
            .collect(Collectors.toSet());
    List<Rule> unbroken = new ArrayList<>(Arrays.asList(Rule.values()));
    unbroken.removeIf(rule -> broken.contains(rule.code()));
    assertThat(unbroken).containsExactlyInAnyOrderElementsOf(ELSEWHERE);
  }

  @Test
  void everyRuleHasACodeOfItsOwnAndASentence() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::code)).doesNotHaveDuplicates();
    for (Rule rule : Rule.values()) {
      assertThat(rule.code()).matches("[a-z0-9-]+");
      assertThat(rule.sentence("a", "b", "c")).isNotBlank();
    }
  }
}
