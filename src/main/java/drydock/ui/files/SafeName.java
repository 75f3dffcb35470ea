// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import java.util.Locale;
import java.util.Set;

/// Names that every system takes for a file in one folder. A name out of an image can be anything.
final class SafeName {
  private static final int LONGEST = 120;
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

  private SafeName() {}

  static String of(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_");
    safe = safe.replaceAll("^[. ]+|[. ]+$", "");
    if (safe.length() > LONGEST) {
      safe = safe.substring(safe.length() - LONGEST);
    }
    String stem = safe.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
    if (safe.isEmpty()) {
      return "file";
    }
    return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]") ? "_" + safe : safe;
  }
}
