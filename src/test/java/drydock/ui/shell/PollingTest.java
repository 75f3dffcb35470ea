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
    passThePause();
    background.next();
    passThePause();
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
    passThePause();
    assertThat(shown).isEmpty();
    assertThat(background.held()).isZero();
  }

  @Test
  void whatChangesDuringAReadingIsReadOnceMoreAndNotAtOnce() {
    polling.want(true);
    for (int i = 0; i < 50; i++) {
      polling.again();
    }
    assertThat(background.held()).isEqualTo(1);
    background.next();
    assertThat(shown).containsExactly("answer 1");
    polling.again();
    assertThat(background.held()).isZero();
    background.passTime();
    assertThat(background.held()).isEqualTo(1);
    background.next();
    background.passTime();
    assertThat(background.held()).as("nothing changed since").isZero();
  }

  @Test
  void whatChangesWhileItRestsIsReadAtOnce() {
    polling.want(true);
    background.next();
    background.passTime();
    polling.again();
    assertThat(background.held()).isEqualTo(1);
    background.passTime();
    assertThat(background.held()).as("the pause began anew").isEqualTo(1);
  }

  @Test
  void anAnswerFromAnEarlierLookIsDropped() {
    polling.want(true);
    polling.want(false);
    polling.want(true);
    background.next();
    assertThat(shown).isEmpty();
    background.next();
    passThePause();
    assertThat(shown).containsExactly("failed: gone");
    assertThat(background.held()).isEqualTo(1);
  }

  private void passThePause() {
    background.passTime();
    background.passTime();
  }
}
