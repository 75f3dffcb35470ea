// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.picture.PictureModel;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LayersFeedTest {
  private final FakeMonitor monitor = new FakeMonitor();
  private final FakeDocker docker = monitor.docker;
  private final Held background = new Held();
  private final PictureModel pictures = new PictureModel(background);
  private final AtomicInteger told = new AtomicInteger();
  private final LayersFeed feed =
      new LayersFeed(monitor, background, Clock.systemUTC(), pictures, told::incrementAndGet);

  LayersFeedTest() {
    monitor.ready();
  }

  private void built(String id) {
    docker.put(
        id,
        "kiosk:dev",
        List.of("sha256:l1", "sha256:" + id),
        FakeDocker.row("BusyBox 1.37", 4_000_000),
        FakeDocker.row("COPY index.html /www/", 300));
  }

  private boolean shown() {
    return pictures.kinds().contains(PictureModel.Kind.LAYERS);
  }

  @Test
  void asksOnceForEachImage() {
    built("sha256:a");
    feed.show(docker.state(), "kiosk:dev");
    feed.show(docker.state(), "kiosk:dev");
    assertThat(background.held()).isEqualTo(1);
    background.next();
    feed.show(docker.state(), "kiosk:dev");
    assertThat(background.held()).isZero();
    assertThat(shown()).isTrue();
    assertThat(feed.details()).containsOnlyKeys("sha256:a");
    assertThat(told).hasValue(1);
    built("sha256:b");
    feed.show(docker.state(), "kiosk:dev");
    assertThat(background.held()).as("another image has the tag now").isEqualTo(1);
  }

  @Test
  void clearsWhenTheTagOrTheEngineGoes() {
    built("sha256:a");
    feed.show(docker.state(), "kiosk:dev");
    background.next();
    docker.removeAllBut("busybox:1.37");
    feed.show(docker.state(), "kiosk:dev");
    assertThat(shown()).isFalse();
    built("sha256:a");
    feed.show(docker.state(), "kiosk:dev");
    background.next();
    assertThat(shown()).isTrue();
    feed.show(null, "kiosk:dev");
    assertThat(shown()).isFalse();
  }

  @Test
  void aLateAnswerDoesNotShowWhatIsGone() {
    built("sha256:a");
    feed.show(docker.state(), "kiosk:dev");
    feed.show(null, "kiosk:dev");
    background.next();
    assertThat(shown()).isFalse();
  }

  @Test
  void aLateFailureDoesNotForgetTheImageThatCameSince() {
    built("sha256:a");
    feed.show(docker.state(), "kiosk:dev");
    built("sha256:b"); // takes a's tag, and a is removed
    feed.show(docker.state(), "kiosk:dev");
    background.next(); // a is not there any more
    background.next();
    assertThat(shown()).isTrue();
    feed.show(docker.state(), "kiosk:dev");
    assertThat(background.held()).as("b is known").isZero();
  }

  @Test
  void looksAtAGoalsImageOnce() {
    feed.inspect(docker.state(), "busybox:1.37");
    feed.inspect(docker.state(), "busybox:1.37");
    assertThat(background.held()).as("while the answer is on its way, too").isEqualTo(1);
    background.next();
    feed.inspect(docker.state(), "busybox:1.37");
    feed.inspect(docker.state(), "not-there:1");
    assertThat(background.held()).isZero();
    assertThat(feed.details()).containsOnlyKeys("sha256:base");
  }
}
