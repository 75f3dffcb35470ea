// SPDX-License-Identifier: Apache-2.0
package drydock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void countsArguments() {
    assertThat(Main.run(new String[] {"a"})).isEqualTo(1);
  }
}
