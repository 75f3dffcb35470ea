// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PaletteTest {
  /// Two outlines that are further apart than this are told apart at a glance, without being side
  /// by side: ten times the least difference that is noticed at all.
  private static final double TOLD_APART = 10;

  /// WCAG 2.2, 1.4.3: at least 4.5; high contrast by 1.4.6: at least 7.
  @TestFactory
  Stream<DynamicTest> textCanBeRead() {
    return each(PaletteTest::readable);
  }

  private static void readable(Palette palette, Role role) {
    for (Ink ink : Ink.values()) {
      for (String ground : List.of(palette.tone(role).fill(), palette.surface())) {
        assertThat(contrast(palette.ink(ink, role), ground))
            .as("%s on %s", ink, ground)
            .isGreaterThanOrEqualTo(palette == Palette.CONTRAST ? 7 : 4.5);
      }
    }
  }

  /// More than the 3 of WCAG 2.2, 1.4.11, since projectors wash colours out.
  @TestFactory
  Stream<DynamicTest> inHighContrastLinesCanBeSeenToo() {
    return each(
        (_, role) -> {
          Palette.Tone tone = Palette.CONTRAST.tone(role);
          for (String line : List.of(tone.stroke(), tone.mark(), Palette.CONTRAST.line())) {
            assertThat(contrast(line, tone.fill())).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(line, Palette.CONTRAST.surface())).isGreaterThanOrEqualTo(4.5);
          }
        });
  }

  /// The rule: two roles differ in the colour of their outlines, for people of usual vision and
  /// with each of the three colour-vision deficiencies, or in their pattern, or in whether the
  /// outline is broken. Roles of a series name one of several things of a kind and are held against
  /// each other, those of a state against each other.
  @TestFactory
  Stream<DynamicTest> rolesAreToldApartWithAnyEyes() {
    return each(
        (palette, role) -> {
          for (Role other : Role.values()) {
            if (role.compareTo(other) < 0
                && isSeries(role) == isSeries(other)
                && role.pattern() == other.pattern()
                && role.dashed() == other.dashed()) {
              apart(palette, role, other);
            }
          }
        });
  }

  /// What went wrong must not be looked for: its outline differs by colour too from that of what
  /// went well.
  @TestFactory
  Stream<DynamicTest> failureIsSeenByItsColourWithAnyEyes() {
    return Arrays.stream(Palette.values())
        .map(
            palette ->
                DynamicTest.dynamicTest(
                    palette.name(),
                    () -> {
                      for (Role well : List.of(Role.DONE, Role.CACHED, Role.ADDED, Role.WAITING)) {
                        apart(palette, Role.FAILED, well);
                      }
                    }));
  }

  private static boolean isSeries(Role role) {
    return IntStream.range(0, 6).anyMatch(n -> Role.series(n) == role);
  }

  private static void apart(Palette palette, Role one, Role two) {
    for (Vision vision : Vision.values()) {
      assertThat(vision.difference(palette.tone(one).stroke(), palette.tone(two).stroke()))
          .as("%s and %s with %s", one, two, vision)
          .isGreaterThanOrEqualTo(TOLD_APART);
    }
  }

  /// Roles that meet in one picture differ at their strips: no colour is needed at all, as in a
  /// print in black.
  @Test
  void rolesThatMeetInOnePictureDifferInPattern() {
    assertThat(
            Stream.of(Role.WAITING, Role.RUNNING, Role.CACHED, Role.DONE, Role.FAILED)
                .map(Role::pattern))
        .doesNotHaveDuplicates();
    assertThat(Stream.of(Role.BASE, Role.SHARED, Role.ADDED, Role.UNKNOWN).map(Role::pattern))
        .doesNotHaveDuplicates();
  }

  /// Pairs 1, 7, 17, 19 and 25 of the test data published with the formula.
  @Test
  void theDifferenceIsReckonedAsPublished() {
    double[][] pairs = {
      {50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
      {50, 0, 0, 50, -1, 2, 2.3669},
      {50, 2.5, 0, 73, 25, -18, 27.1492},
      {50, 2.5, 0, 56, -27, -3, 31.9030},
      {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644}
    };
    for (double[] p : pairs) {
      assertThat(
              Vision.difference(new double[] {p[0], p[1], p[2]}, new double[] {p[3], p[4], p[5]}))
          .isCloseTo(p[6], within(0.0001));
    }
    assertThat(Vision.USUAL.difference("#000000", "#ffffff")).isCloseTo(100, within(0.01));
    assertThat(Vision.DEUTERANOPIA.difference("#c0392b", "#6b7a1f"))
        .as("red and green, hardly told apart")
        .isLessThan(Vision.USUAL.difference("#c0392b", "#6b7a1f") / 3);
  }

  private interface Check {
    void check(Palette palette, Role role);
  }

  private static Stream<DynamicTest> each(Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Palette palette : Palette.values()) {
      for (Role role : Role.values()) {
        tests.add(DynamicTest.dynamicTest(palette + " " + role, () -> check.check(palette, role)));
      }
    }
    return tests.stream();
  }

  private static double contrast(String a, String b) {
    double one = luminance(a);
    double two = luminance(b);
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  private static double luminance(String colour) {
    double[] rgb = Vision.linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }
}
