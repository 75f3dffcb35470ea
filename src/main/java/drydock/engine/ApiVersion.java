// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the Engine API: "1.41".
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
  private static final Comparator<ApiVersion> ORDER =
      Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

  /// The oldest that Drydock speaks: Docker 20.10.
  public static final ApiVersion OLDEST = new ApiVersion(1, 41);

  /// The newest that Drydock speaks: Docker 28.5. Every later engine up to API 1.55 still accepts it.
  public static final ApiVersion NEWEST = new ApiVersion(1, 51);

  /// Empty for what is no version.
  public static Optional<ApiVersion> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new ApiVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /// A version that was understood before.
  public static ApiVersion of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  public boolean atLeast(int wantedMajor, int wantedMinor) {
    return compareTo(new ApiVersion(wantedMajor, wantedMinor)) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
