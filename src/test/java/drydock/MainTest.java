// SPDX-License-Identifier: Apache-2.0
package drydock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void passesArgumentsToTheCommandLine() {
    assertThat(Main.run(new String[] {"--version"})).isZero();
    assertThat(Main.run(new String[] {"no-such-command"})).isEqualTo(2);
  }
}
