// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PaletteTest {
  @TestFactory
  Stream<DynamicTest> textCanBeRead() {
    return Arrays.stream(Palette.values())
        .flatMap(
            palette ->
                Arrays.stream(Role.values())
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                palette + " " + role, () -> readable(palette, role))));
  }

  private static void readable(Palette palette, Role role) {
    for (Ink ink : Ink.values()) {
      for (String ground : List.of(palette.tone(role).fill(), palette.surface())) {
        assertThat(contrast(palette.ink(ink, role), ground))
            .as("%s on %s", ink, ground)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  /// Waiting, goal and plain boxes differ by outline and word; all others have to be told apart at their strips too.
  @Test
  void rolesThatMeetInOnePictureDifferInPattern() {
    assertThat(
            Stream.of(Role.WAITING, Role.RUNNING, Role.CACHED, Role.DONE, Role.FAILED)
                .map(Role::pattern))
        .doesNotHaveDuplicates();
    assertThat(Stream.of(Role.BASE, Role.SHARED, Role.ADDED, Role.UNKNOWN).map(Role::pattern))
        .doesNotHaveDuplicates();
  }

  private static double contrast(String a, String b) {
    double one = luminance(a);
    double two = luminance(b);
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  private static double luminance(String colour) {
    double[] parts = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      parts[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
}
