// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Platforms;
import drydock.dockerfile.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A platform in its normal form (`github.com/containerd/platforms`).
///
/// @param variant possibly empty
record Platform(String os, String arch, String variant) {
  /// Null when it is none.
  ///
  /// @param here completes a system or processor that stands alone
  static @Nullable Platform parse(String text, @Nullable Platform here) {
    if (Platforms.mistake(text) != null) {
      return null;
    }
    List<String> parts = List.of(text.toLowerCase(Locale.ROOT).split("/", -1));
    String first = parts.getFirst().equals("macos") ? "darwin" : parts.getFirst();
    if (parts.size() > 1) {
      return normal(first, parts.get(1), parts.size() > 2 ? parts.get(2) : "");
    }
    if (first.equals("local")) {
      return here;
    }
    if (Platforms.isSystem(first)) {
      return new Platform(first, here == null ? "" : here.arch, "");
    }
    return normal(here == null ? "linux" : here.os, first, "");
  }

  private static Platform normal(String os, String arch, String variant) {
    return switch (arch) {
      case "i386" -> new Platform(os, "386", "");
      case "x86_64", "x86-64", "amd64" ->
          new Platform(os, "amd64", variant.equals("v1") ? "" : variant);
      case "aarch64", "arm64" ->
          new Platform(os, "arm64", variant.equals("8") || variant.equals("v8") ? "" : variant);
      case "armhf" -> new Platform(os, "arm", "v7");
      case "armel" -> new Platform(os, "arm", "v6");
      case "arm" -> new Platform(os, "arm", variant.isEmpty() ? "v7" : variant);
      default -> new Platform(os, arch, variant);
    };
  }

  boolean runsLike(Platform other) {
    return os.equals(other.os) && arch.equals(other.arch);
  }

  /// The values of `TARGETPLATFORM` and its like.
  static Map<String, String> variables(CheckContext context, Dockerfile file) {
    Platform parsed = parse(context.platform(), null);
    Platform platform = parsed == null ? new Platform("linux", "amd64", "") : parsed;
    Map<String, String> variables = new HashMap<>();
    for (String side : List.of("TARGET", "BUILD")) {
      variables.put(side + "PLATFORM", platform.toString());
      variables.put(side + "OS", platform.os);
      variables.put(side + "OSVERSION", "");
      variables.put(side + "ARCH", platform.arch);
      variables.put(side + "VARIANT", platform.variant);
    }
    variables.put("TARGETSTAGE", targetStage(context, file));
    return variables;
  }

  private static String targetStage(CheckContext context, Dockerfile file) {
    String target = context.target();
    if (target != null) {
      return target;
    }
    Stage last = file.stages().isEmpty() ? null : file.stages().getLast();
    String name = last == null ? null : last.name();
    return name == null ? "default" : name;
  }

  @Override
  public String toString() {
    return os + "/" + arch + (variant.isEmpty() ? "" : "/" + variant);
  }
}
