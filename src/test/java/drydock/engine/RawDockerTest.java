// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@EngineTest
class RawDockerTest {
  @Test
  void theTestsOwnWayToTheEngineWorks() {
    assertThat(RawDocker.get("/version").json().get("ApiVersion").asText()).startsWith("1.");
  }
}
