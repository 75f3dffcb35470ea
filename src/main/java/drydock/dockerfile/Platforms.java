// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Platforms as `linux/arm64/v8`, by the rules of `github.com/containerd/platforms`.
public final class Platforms {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");

  /// The first part may have a version of the system in brackets.
  private static final Pattern VERSION = Pattern.compile("\\([^()]*\\)$");

  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "windows",
          "zos");

  /// What may stand alone beside systems, in any case of letters.
  private static final Set<String> ALONE =
      Set.of(
          "macos",
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "ppc64",
          "ppc64le",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm",
          "i386",
          "x86_64",
          "x86-64",
          "aarch64",
          "armhf",
          "armel",
          "local");

  private Platforms() {}

  /// Whether a name in small letters is that of an operating system, in its normal form.
  public static boolean isSystem(String name) {
    return SYSTEMS.contains(name);
  }

  /// What is wrong with a platform, in the library's words; null when nothing is.
  public static @Nullable String mistake(String platform) {
    String quoted = Chars.quote(platform);
    if (platform.contains("*")) {
      return quoted + ": wildcards not yet supported: invalid argument";
    }
    List<String> parts = List.of(platform.split("/", 4));
    if (parts.size() > 3) {
      return quoted + ": cannot parse platform specifier: invalid argument";
    }
    for (String part : parts) {
      String name = VERSION.matcher(part).replaceFirst("");
      if (!PART.matcher(name).matches()) {
        return Chars.quote(part)
            + " is an invalid component of "
            + quoted
            + ": platform specifier component must match \"^[A-Za-z0-9_.-]+$\": invalid argument";
      }
    }
    String alone = platform.toLowerCase(Locale.ROOT);
    if (parts.size() == 1 && !isSystem(alone) && !ALONE.contains(alone)) {
      return quoted + ": unknown operating system or architecture: invalid argument";
    }
    return null;
  }
}
