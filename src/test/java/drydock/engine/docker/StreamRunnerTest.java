// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamRunnerTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\n\r\n";

  private final FakeEngine fake = new FakeEngine();
  private final DockerHttp http = fake.http();
  private final Recorder recorder = new Recorder();

  @AfterEach
  void close() throws IOException {
    http.close();
    fake.close();
  }

  @Test
  void endsOnceByItself() throws InterruptedException {
    fake.on(
        "/events", out -> out.write((HEAD + event("start")).getBytes(StandardCharsets.US_ASCII)));
    open();
    assertThat(recorder.item()).isEqualTo("start");
    assertThat(recorder.end()).isEmpty();
    assertThat(recorder.nothingFollows()).isTrue();
  }

  @Test
  void closingBeforeTheAnswerEndsIt() throws InterruptedException {
    fake.mute("/events");
    Subscription stream = open();
    RealEngine.eventually("the request arrived", () -> !fake.requests.isEmpty());
    stream.close();
    stream.close();
    assertThat(recorder.end()).isEmpty();
    assertThat(recorder.nothingFollows()).isTrue();
  }

  @Test
  void closingAtOnceEndsIt() throws InterruptedException {
    fake.mute("/events");
    for (int i = 0; i < 50; i++) {
      open().close();
      assertThat(recorder.end()).isEmpty();
    }
    assertThat(recorder.nothingFollows()).isTrue();
  }

  @Test
  void closingInTheMiddleEndsItForTheEngineToo() throws InterruptedException {
    BlockingQueue<String> engineSaw = new LinkedBlockingQueue<>();
    fake.on(
        "/events",
        out -> {
          out.write((HEAD + event("start")).getBytes(StandardCharsets.US_ASCII));
          try {
            while (true) {
              out.write('\n');
              Thread.sleep(5);
            }
          } catch (IOException e) {
            engineSaw.add("gone");
          }
        });
    Subscription stream = open();
    assertThat(recorder.item()).isEqualTo("start");
    stream.close();
    assertThat(recorder.end()).isEmpty();
    assertThat(engineSaw.poll(5, TimeUnit.SECONDS)).isEqualTo("gone");
    assertThat(recorder.nothingFollows()).isTrue();
  }

  @Test
  void closingFromInsideEndsIt() throws InterruptedException {
    fake.on(
        "/events",
        out -> {
          out.write((HEAD + event("start")).getBytes(StandardCharsets.US_ASCII));
          fake.hangUp.await();
        });
    recorder.closeOnItem = true;
    recorder.subscription = open();
    assertThat(recorder.item()).isEqualTo("start");
    assertThat(recorder.end()).isEmpty();
  }

  @Test
  void failuresAreToldOnce() throws InterruptedException {
    fake.on("/events", 500, "{\"message\":\"no events today\"}");
    open();
    assertThat(recorder.end())
        .containsInstanceOf(EngineProblem.Failed.class)
        .get()
        .matches(p -> p.toString().contains("no events today"));
    fake.on("/events", out -> out.write((HEAD + "{broken\n").getBytes(StandardCharsets.US_ASCII)));
    open();
    assertThat(recorder.end()).containsInstanceOf(EngineProblem.BadAnswer.class);
    recorder.throwOnItem = true;
    fake.on("/events", out -> out.write((HEAD + event("x")).getBytes(StandardCharsets.US_ASCII)));
    open();
    assertThat(recorder.end()).containsInstanceOf(EngineProblem.BadAnswer.class);
    assertThat(recorder.nothingFollows()).isTrue();
  }

  @Test
  void manyStreamsAtOnceLeaveRoomForCalls() throws InterruptedException {
    fake.on(
            "/events",
            out -> {
              out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
              fake.hangUp.await();
            })
        .on("/x", 200, "{}");
    List<Subscription> streams = new java.util.ArrayList<>();
    for (int i = 0; i < 150; i++) {
      streams.add(open());
    }
    RealEngine.eventually("all are open", () -> fake.requests.size() == 150);
    assertThat(http.json(Call.get("testing", "/x")).isObject()).isTrue();
    streams.forEach(Subscription::close);
    for (int i = 0; i < 150; i++) {
      assertThat(recorder.end()).isEmpty();
    }
  }

  private Subscription open() {
    return new Events(http).open(null, null, List.of(), recorder);
  }

  private static String event(String action) {
    return "{\"Type\":\"container\",\"Action\":\"" + action + "\",\"Actor\":{\"ID\":\"1\"}}\n";
  }

  private static final class Recorder implements StreamListener<EngineEvent> {
    private final BlockingQueue<String> items = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<EngineProblem>> ends = new LinkedBlockingQueue<>();
    private volatile boolean closeOnItem;
    private volatile boolean throwOnItem;
    private volatile @Nullable Subscription subscription;

    @Override
    public void onNext(EngineEvent item) {
      if (throwOnItem) {
        throw new IllegalStateException("the listener's own mistake");
      }
      items.add(item.action());
      if (closeOnItem) {
        RealEngine.eventually("subscribed", () -> subscription != null);
        java.util.Objects.requireNonNull(subscription).close();
      }
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      ends.add(Optional.ofNullable(failure).map(EngineException::problem));
    }

    @Nullable String item() throws InterruptedException {
      return items.poll(10, TimeUnit.SECONDS);
    }

    Optional<EngineProblem> end() throws InterruptedException {
      Optional<EngineProblem> end = ends.poll(10, TimeUnit.SECONDS);
      assertThat(end).as("an end").isNotNull();
      return end;
    }

    boolean nothingFollows() throws InterruptedException {
      Thread.sleep(100);
      return items.isEmpty() && ends.isEmpty();
    }
  }
}
