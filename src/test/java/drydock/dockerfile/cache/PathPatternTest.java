// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases of Go's `path/match_test.go` that have no slash.
class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "*, abc, true",
    "*c, abc, true",
    "a*, a, true",
    "a*, abc, true",
    "a*b*c*d*e*, axbxcxdxe, true",
    "a*b*c*d*e*, axbxcxdxexxx, true",
    "a*b?c*x, abxbbxdbxebxczzx, true",
    "a*b?c*x, abxbbxdbxebxczzy, false",
    "ab[c], abc, true",
    "ab[b-d], abc, true",
    "ab[e-g], abc, false",
    "ab[^c], abc, false",
    "ab[^b-d], abc, false",
    "ab[^e-g], abc, true",
    "a\\*b, a*b, true",
    "a\\*b, ab, false",
    "a???b, aaaab, true",
    "[\\]a], ], true",
    "[\\-], -, true",
    "[x\\-], -, true",
    "[x\\-], z, false",
    "[, a, false",
    "a[, a, false",
    "*x, xxx, true"
  })
  void matchesAsGoDoes(String pattern, String name, boolean matches) {
    assertThat(new PathPattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void anEscapedStarIsNoPattern() {
    assertThat(PathPattern.isIn("a\\*b")).isFalse();
    assertThat(PathPattern.isIn("a*b")).isTrue();
  }

  @Test
  void manyStarsTakeNoLongerThanFew() {
    assertThat(new PathPattern("*a".repeat(200) + "b").matches("a".repeat(4000))).isFalse();
  }
}
