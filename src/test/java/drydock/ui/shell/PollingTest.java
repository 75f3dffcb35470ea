// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollingTest {
  private final Held background = new Held();
  private final List<String> shown = new ArrayList<>();
  private int reads;

  private final Polling<String> polling =
      new Polling<>(
          background,
          Duration.ofSeconds(1),
          () -> {
            if (++reads == 2) {
              throw new IllegalStateException("gone");
            }
            return "answer " + reads;
          },
          shown::add,
          e -> shown.add("failed: " + e.getMessage()));

  @Test
  void readsAgainAfterAPauseEvenWhenAReadingFailed() {
    polling.want(true);
    background.next();
    background.passTime();
    background.next();
    background.passTime();
    background.next();
    assertThat(shown).containsExactly("answer 1", "failed: gone", "answer 3");
  }

  @Test
  void readsNothingUnlessItIsWanted() {
    polling.again();
    assertThat(background.held()).isZero();
    polling.want(true);
    polling.want(false);
    background.next();
    background.passTime();
    assertThat(shown).isEmpty();
    assertThat(background.held()).isZero();
  }

  @Test
  void anAnswerToAnOlderQuestionIsDropped() {
    polling.want(true);
    polling.again();
    background.next();
    assertThat(shown).isEmpty();
    background.next();
    background.passTime();
    assertThat(shown).containsExactly("failed: gone");
    assertThat(background.held()).isEqualTo(1);
  }
}
