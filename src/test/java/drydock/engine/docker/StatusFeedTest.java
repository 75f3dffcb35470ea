// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineStatus;
import drydock.engine.Subscription;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusFeedTest {
  private final StatusFeed feed = new StatusFeed();
  private final BlockingQueue<EngineStatus> seen = new LinkedBlockingQueue<>();

  @Test
  void everyListenerHearsThePresentAndThenAllInOrder() throws InterruptedException {
    feed.subscribe(seen::add);
    IntStream.range(0, 50).forEach(i -> feed.publish(status(i)));
    assertThat(next()).isEqualTo(new EngineStatus.Searching());
    for (int i = 0; i < 50; i++) {
      assertThat(next()).isEqualTo(status(i));
    }
    feed.subscribe(seen::add);
    assertThat(next()).isEqualTo(status(49));
  }

  @Test
  void whatDidNotChangeIsNotSaidAgain() throws InterruptedException {
    feed.subscribe(seen::add);
    feed.publish(status(1));
    feed.publish(status(1));
    feed.publish(status(2));
    assertThat(List.of(next(), next(), next()))
        .containsExactly(new EngineStatus.Searching(), status(1), status(2));
  }

  @Test
  void oneThatThrowsHearsTheNextAndHarmsNobody() throws InterruptedException {
    BlockingQueue<EngineStatus> thrower = new LinkedBlockingQueue<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
    Thread.setDefaultUncaughtExceptionHandler((t, e) -> reported.add(e));
    try {
      feed.subscribe(
          status -> {
            thrower.add(status);
            throw new IllegalStateException("a listener's mistake");
          });
      feed.subscribe(seen::add);
      feed.publish(status(1));
      assertThat(List.of(next(), next())).endsWith(status(1));
      assertThat(thrower.poll(5, TimeUnit.SECONDS)).isEqualTo(new EngineStatus.Searching());
      assertThat(thrower.poll(5, TimeUnit.SECONDS)).isEqualTo(status(1));
      for (int i = 0; i < 2; i++) {
        assertThat(reported.poll(5, TimeUnit.SECONDS)).hasMessage("a listener's mistake");
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void oneThatHangsKeepsAboundedPastAndTheLatest() throws InterruptedException {
    CountDownLatch free = new CountDownLatch(1);
    BlockingQueue<EngineStatus> slow = new LinkedBlockingQueue<>();
    feed.subscribe(
        status -> {
          try {
            free.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          slow.add(status);
        });
    IntStream.range(0, 10_000).forEach(i -> feed.publish(status(i)));
    free.countDown();
    RealEngine.eventually("the latest arrived", () -> slow.contains(status(9999)));
    assertThat(slow).hasSizeLessThan(110);
  }

  @Test
  void nothingComesAfterTheEnd() throws InterruptedException {
    Subscription subscription = feed.subscribe(seen::add);
    assertThat(next()).isEqualTo(new EngineStatus.Searching());
    subscription.close();
    subscription.close();
    feed.publish(status(1));
    feed.close();
    feed.publish(status(2));
    feed.subscribe(seen::add);
    assertThat(seen.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  private EngineStatus next() throws InterruptedException {
    EngineStatus status = seen.poll(5, TimeUnit.SECONDS);
    assertThat(status).isNotNull();
    return status;
  }

  private static EngineStatus status(int number) {
    return new EngineStatus.Unavailable(
        List.of(
            new EndpointAttempt(
                new Endpoint("unix:///" + number, Endpoint.Origin.WELL_KNOWN, "test"),
                EndpointAttempt.Result.REFUSED,
                "")));
  }
}
