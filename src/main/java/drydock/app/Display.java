// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened at all, asked before the toolkit is started, which would end in a stack trace.
public final class Display {
  private Display() {}

  /// True when this system has a screen to open a window on, as far as can be told beforehand: on Linux, JavaFX needs an
  /// X display (XWayland is one).
  public static boolean isThere(String osName, Map<String, String> environment, String platform) {
    boolean linux = osName.toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || platform.equalsIgnoreCase("Headless")
        || !environment.getOrDefault("DISPLAY", "").isBlank();
  }
}
