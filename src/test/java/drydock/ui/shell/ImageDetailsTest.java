// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImageDetailsTest {
  private final FakeMonitor monitor = new FakeMonitor();
  private final Held background = new Held();
  private final AtomicInteger told = new AtomicInteger();
  private final ImageDetails details = new ImageDetails(monitor, background, told::incrementAndGet);

  @Test
  void looksAtAGoalsImageOnce() {
    monitor.ready();
    details.inspect(monitor.docker.state(), "busybox:1.37");
    details.inspect(monitor.docker.state(), "busybox:1.37");
    assertThat(background.held()).as("while the answer is on its way, too").isEqualTo(1);
    background.next();
    details.inspect(monitor.docker.state(), "busybox:1.37");
    details.inspect(monitor.docker.state(), "not-there:1");
    assertThat(background.held()).isZero();
    assertThat(details.known()).containsOnlyKeys("sha256:base");
    assertThat(told).hasValue(1);
  }
}
