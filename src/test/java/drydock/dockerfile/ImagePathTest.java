// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePathTest {
  @ParameterizedTest
  @CsvSource({
    "/, app, /app",
    "/app, src/main, /app/src/main",
    "/app, /srv, /srv",
    "/app, '', /app",
    "/app, ., /app",
    "/app/, ./src/., /app/src",
    "/app, ../srv/, /srv",
    "/app, ../../.., /",
    "/, /../etc, /etc",
    "/app, //a///b, /a/b",
    "/app, a/b/../../c, /app/c",
    "/app, ...,  /app/...",
  })
  void aPathIsFollowedAsTheSystemDoes(String directory, String path, String resolved) {
    assertThat(ImagePath.resolve(directory, path)).isEqualTo(resolved);
  }
}
