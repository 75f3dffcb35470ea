// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The grammar of image names (`github.com/distribution/reference`).
public final class ImageName {
  private static final String LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final String DOMAIN =
      "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?";
  private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*+";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:"
              + DOMAIN
              + "/)?"
              + PART
              + "(?:/"
              + PART
              + ")*+"
              + "(?::\\w[\\w.-]{0,127})?"
              + "(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?");

  /// Longer than any name that is allowed.
  private static final int LONGEST = 1000;

  private ImageName() {}

  /// What is wrong with a name, in the library's words; null when nothing is.
  public static @Nullable String mistake(String reference) {
    int slash = reference.indexOf('/');
    String first = slash < 0 ? "" : reference.substring(0, slash);
    boolean hosted =
        slash >= 0
            && (first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT)));
    String rest = hosted ? reference.substring(slash + 1) : reference;
    String remote = !hosted && slash < 0 ? "library/" + rest : rest;
    int tag = remote.indexOf(':');
    String name = tag < 0 ? remote : remote.substring(0, tag);
    if (!name.equals(name.toLowerCase(Locale.ROOT))) {
      return "invalid reference format: repository name (" + name + ") must be lowercase";
    }
    boolean right = reference.length() <= LONGEST && REFERENCE.matcher(reference).matches();
    return right ? null : "invalid reference format";
  }
}
