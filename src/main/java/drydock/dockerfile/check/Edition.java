// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.FlagTable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which builder's checks: they have changed in small ways.
public enum Edition {
  /// The frontend inside Docker 28.5: CopyIgnoredFile is experimental, `# check=` counts at the top of a file only, and
  /// `PASSWORD_FILE` counts as a secret.
  DOCKER_28,
  /// BuildKit's newest that is known here.
  NEWEST;

  private static final Pattern VERSION =
      Pattern.compile("(?:docker\\.io/)?docker/dockerfile:1\\.(\\d{1,3})(?:\\..*)?");

  /// The edition that reads a file: `# syntax=` may name another frontend than the engine's own.
  Edition reading(Dockerfile file) {
    String image = file.syntaxImage();
    if (image == null) {
      return this;
    }
    Matcher version = VERSION.matcher(image);
    return version.matches() && Integer.parseInt(version.group(1)) <= FlagTable.BUILT_IN
        ? DOCKER_28
        : NEWEST;
  }
}
