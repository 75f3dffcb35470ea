// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
  @ParameterizedTest
  @CsvSource({
    "/app, ../srv/, /srv",
    "/, ../etc, /etc",
    "., /srv, /srv",
    "., app/./src, ./app/src",
    "., '', .",
    "., app/.., .",
    "./app, ../.., ./..",
    "., ../../etc, ./../../etc",
  })
  void aFolderThatIsNotKnownStaysTheStart(String folder, String path, String resolved) {
    assertThat(Paths.resolve(folder, path)).isEqualTo(resolved);
  }
}
