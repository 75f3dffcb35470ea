// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who puts files aside that an image does not need. The folders are the managers' own defaults for the system's user.
public enum PackageManager {
  APT("/var/lib/apt/lists/", "/var/cache/apt/"),
  APK("/var/cache/apk/", "/etc/apk/cache/"),
  DNF("/var/cache/dnf/", "/var/cache/yum/", "/var/cache/libdnf5/"),
  ZYPPER("/var/cache/zypp/"),
  PACMAN("/var/cache/pacman/"),
  PIP("/root/.cache/pip/"),
  UV("/root/.cache/uv/"),
  CONDA("/opt/conda/pkgs/"),
  NPM("/root/.npm/"),
  YARN("/usr/local/share/.cache/yarn/", "/root/.yarn/berry/cache/", "/root/.cache/yarn/"),
  PNPM("/root/.local/share/pnpm/store/"),
  GO("/root/.cache/go-build/", "/go/pkg/mod/"),
  MAVEN("/root/.m2/repository/"),
  GRADLE("/root/.gradle/caches/", "/home/gradle/.gradle/caches/"),
  CARGO("/root/.cargo/registry/", "/usr/local/cargo/registry/"),
  COMPOSER("/root/.composer/cache/", "/root/.cache/composer/");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> folders;

  PackageManager(String... folders) {
    this.folders = List.of(folders);
  }

  /// Where it puts them; each ends with a slash.
  public List<String> folders() {
    return folders;
  }

  /// Whose cache a file lies in.
  static Optional<PackageManager> of(String path) {
    return Stream.of(values())
        .filter(m -> m.folders.stream().anyMatch(path::startsWith))
        .findFirst();
  }
}
