// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;

/// Variables that exist without a line that declares them (BuildKit's `docs/reference.md`).
public final class Predefined {
  /// FROM sees them; a stage does after an ARG of the same name. Their values depend on the platform that is built on and
  /// for.
  public static final List<String> PLATFORM =
      List.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDOSVERSION",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETOSVERSION",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETSTAGE");

  /// `--build-arg` takes them without an ARG, RUN has them then, and they are no part of what the cache compares unless
  /// an ARG declares them.
  public static final List<String> PROXY =
      List.of(
          "HTTP_PROXY",
          "http_proxy",
          "HTTPS_PROXY",
          "https_proxy",
          "FTP_PROXY",
          "ftp_proxy",
          "NO_PROXY",
          "no_proxy",
          "ALL_PROXY",
          "all_proxy");

  /// PATH of a stage whose base has none, as BuildKit sets it for Linux.
  public static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private Predefined() {}
}
