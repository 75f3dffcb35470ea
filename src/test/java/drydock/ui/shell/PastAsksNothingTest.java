// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.Subscription;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While a moment of the past is looked at, what pictures ask comes to no engine.
class PastAsksNothingTest {
  @Test
  void picturesOfThePastReadTheRecordingAlone(@TempDir Path folder) {
    FakeMonitor monitor = new FakeMonitor();
    Past past = Fx.get(() -> new Past(PictureServices.of(monitor, new DirectBackground(), folder)));
    Subscription watching = past.engine().subscribe(_ -> {});
    monitor.ready();
    Fx.run(() -> past.add(monitor.status(), null));
    assertThat(past.seen().engine().info()).isEqualTo(FakeDocker.INFO);
    past.seen().engine().diskUsage();
    assertThat(monitor.docker.asked).as("the present is asked").isNotEmpty();
    monitor.docker.asked.clear();

    Fx.run(() -> past.goTo(Instant.now()));
    ContainerEngine seen = past.seen().engine();
    assertThatThrownBy(() -> seen.containers().top("c1", "-ef"))
        .isInstanceOf(EngineException.class);
    assertThat(monitor.docker.asked).isEmpty();

    Fx.run(past::goToNow);
    past.seen().engine().diskUsage();
    assertThat(monitor.docker.asked).isNotEmpty();
    watching.close();
    Fx.run(past::close);
  }
}
