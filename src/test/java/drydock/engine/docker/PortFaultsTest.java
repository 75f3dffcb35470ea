// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.ContainerEngine;
import drydock.engine.Leaks;
import drydock.engine.Subscription;
import drydock.engine.docker.PortCalls.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every call of the port against every fault, at each of the requests that the call sends: it ends
/// within its bound, in an [drydock.engine.EngineException] that reads as a sentence, and leaves
/// neither thread nor connection.
class PortFaultsTest {
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final Duration ENDLESS = Duration.ofMinutes(10);
  private static final long SOON = 6_000;
  private static final Set<String> CALLS = PortCalls.BLOCKING.keySet();
  private static final Set<String> STREAMS = PortCalls.STREAMS.keySet();
  private static final Set<String> SESSIONS = Set.of("exec", "attach");

  /// How often each asks an engine that answers; measured, so that no request is forgotten.
  private static final Map<String, Integer> REQUESTS = new LinkedHashMap<>();

  private final Leaks leaks = new Leaks();

  /// One call against an engine of which one request goes wrong.
  @FunctionalInterface
  private interface Trial {
    void run(String name, FakeEngine fake, ContainerEngine engine) throws InterruptedException;
  }

  @BeforeAll
  static void everythingSucceedsWithoutAFault() throws IOException, InterruptedException {
    for (String name : CALLS) {
      try (FakeEngine fake = PortCalls.engine();
          ContainerEngine engine = fake.engine(ENDLESS)) {
        assertThat(PortCalls.call(engine, name)).as(name).isNull();
        REQUESTS.put(name, fake.asked());
      }
    }
    for (String name : STREAMS) {
      try (FakeEngine fake = PortCalls.engine();
          ContainerEngine engine = fake.engine(ENDLESS)) {
        Told told = new Told();
        PortCalls.open(engine, name, told);
        assertThat(told.endsWithin(SOON)).as(name).isTrue();
        assertThat(told.sentence()).as(name).isNull();
        REQUESTS.put(name, fake.asked());
      }
    }
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(leaks.left(5)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyCallEndsInASentence(Fault fault) throws InterruptedException {
    everywhere(
        CALLS,
        fault.script,
        PATIENCE,
        (name, fake, engine) -> {
          if (moves(name, fault)) {
            return;
          }
          String failure = PortCalls.call(engine, name);
          // one image that cannot be looked at does not hide the others
          boolean listed = name.equals("list images") && fake.asked() >= 2;
          // the head says already that all was unpacked
          boolean unpacked = name.equals("put archive") && fake.asked() >= 3;
          if (failure != null || !(listed || unpacked)) {
            sentence(failure);
          }
        });
  }

  /// What moves an archive may take as long as it moves, and stand still for a minute: `Transfer` has tests of its own.
  private static boolean moves(String name, Fault fault) {
    return fault.hangs && Set.of("save", "get archive", "put archive").contains(name);
  }

  @ParameterizedTest
  @EnumSource
  void everyStreamEndsOnceInASentence(Fault fault) throws InterruptedException {
    everywhere(
        STREAMS,
        fault.script,
        PATIENCE,
        (name, fake, engine) -> {
          Told told = new Told();
          try (Subscription _ = PortCalls.open(engine, name, told)) {
            if (told.endsWithin(fault.hangs ? 2 * PATIENCE.toMillis() : SOON)) {
              if (!onlyHowItEnded(name, fake)) {
                sentence(told.sentence());
              }
            } else {
              // how long a stream may be silent is for whoever reads it to say
              assertThat(fault.hangs).as("no end").isTrue();
            }
          }
          assertThat(told.endsWithin(SOON)).as("an end when closed").isTrue();
          assertThat(told.ends()).isEqualTo(1);
        });
  }

  /// Answers that are whole, and not what they should be. Some are as good as others to who wants
  /// to know nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "5",
        "\"text\"",
        "[null]",
        "[[]]",
        "[5]",
        "{\"Id\":{}}",
        "{\"Id\":[1]}",
        "<html>It works!</html>",
        "{\"Id\":\"c1\"",
        "{} {}",
        "\u0000",
        "NaN",
        "[{\"Id\":\"../x\"}]",
        "{\"Id\":\"../../x\"}",
        "{\"StatusCode\":\"x\",\"Volumes\":5,\"Processes\":{},\"Titles\":[[]]}"
      })
  void nonsenseIsToldOrTakenForNothing(String body) throws InterruptedException {
    FakeEngine.Script script = out -> Fault.answer(out, "200 OK", body);
    everywhere(
        CALLS,
        script,
        PATIENCE,
        (name, _, engine) -> {
          String failure = PortCalls.call(engine, name);
          if (failure != null) {
            sentence(failure);
          }
        });
    everywhere(STREAMS, script, PATIENCE, (name, _, engine) -> endsOnce(name, engine));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{},", "[1,"})
  void answersThatAreTooDeepOrTooMuchAreRefused(String piece) throws InterruptedException {
    FakeEngine.Script script =
        out -> Fault.answer(out, "200 OK", piece.repeat((32 << 20) / piece.length()));
    everywhere(
        Set.of("inspect container", "list images"),
        script,
        Duration.ofSeconds(60),
        (name, _, engine) -> sentence(PortCalls.call(engine, name)));
    everywhere(
        Set.of("events", "pull", "build"),
        script,
        Duration.ofSeconds(60),
        (name, _, engine) -> endsOnce(name, engine));
  }

  @Test
  void anAnswerInAnOldDialectWillDo() throws InterruptedException {
    everywhere(
        Set.of("inspect container"),
        out ->
            out.write(
                "HTTP/1.0 200 OK\nContent-Type: text/plain\n\n{\"Id\":\"c1\"}"
                    .getBytes(StandardCharsets.US_ASCII)),
        PATIENCE,
        (name, _, engine) -> assertThat(PortCalls.call(engine, name)).isNull());
  }

  @Test
  void aHeadOfMegabytesIsReadAndForgotten() throws InterruptedException {
    String head =
        "HTTP/1.1 200 OK\r\nX-Much: " + "x".repeat(4 << 20) + "\r\n" + "X: y\r\n".repeat(50_000);
    everywhere(
        Set.of("inspect container"),
        out ->
            out.write((head + "Content-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII)),
        Duration.ofSeconds(20),
        (name, _, engine) -> assertThat(PortCalls.call(engine, name)).isNull());
  }

  @Test
  void interruptionEndsEveryCall() throws InterruptedException {
    everywhere(
        CALLS,
        Fault.SILENT.script,
        ENDLESS,
        (name, fake, engine) -> {
          interruptAtFault(fake);
          sentence(PortCalls.call(engine, name));
          assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        });
  }

  @Test
  void closingEndsEveryStreamWhereverItHangs() throws InterruptedException {
    everywhere(
        STREAMS,
        Fault.SILENT.script,
        ENDLESS,
        (name, fake, engine) -> {
          Told told = new Told();
          boolean session = SESSIONS.contains(name);
          if (session) {
            interruptAtFault(fake); // who opens a session waits until it stands
          }
          Subscription stream = PortCalls.open(engine, name, told);
          while (session && !Thread.interrupted()) {
            LockSupport.parkNanos(1_000_000);
          }
          RealEngine.eventually("asked", fake::atFault);
          stream.close();
          // before a build says that it was cancelled, it asks the engine to end it, for ten
          // seconds at most
          assertThat(told.endsWithin(name.equals("build") ? 12_000 : SOON)).as("an end").isTrue();
          assertThat(session || told.sentence() == null).as(told.sentence()).isTrue();
        });
  }

  @Test
  void closingTheEngineEndsEveryStreamWhereverItHangs() throws InterruptedException {
    everywhere(
        STREAMS,
        Fault.HANGS_AFTER_THE_HEAD.script,
        ENDLESS,
        (name, fake, engine) -> {
          Told told = new Told();
          Thread.ofVirtual()
              .start(
                  () -> {
                    RealEngine.eventually("asked", fake::atFault);
                    engine.close();
                  });
          PortCalls.open(engine, name, told);
          assertThat(told.endsWithin(SOON)).as("an end").isTrue();
          if (!onlyHowItEnded(name, fake)) {
            sentence(told.sentence());
          }
        });
  }

  /// Whether all that a container's process wrote was told, and its exit code alone stays unknown.
  private static boolean onlyHowItEnded(String name, FakeEngine fake) {
    return name.equals("attach") && fake.asked() >= 3;
  }

  /// Interrupts the calling thread when the engine is at its fault.
  private static void interruptAtFault(FakeEngine fake) {
    Thread caller = Thread.currentThread();
    Thread.ofVirtual()
        .start(
            () -> {
              RealEngine.eventually("asked", fake::atFault);
              caller.interrupt();
            });
  }

  private static void endsOnce(String name, ContainerEngine engine) throws InterruptedException {
    Told told = new Told();
    PortCalls.open(engine, name, told);
    assertThat(told.endsWithin(60_000)).as("an end").isTrue();
    if (told.sentence() != null) {
      sentence(told.sentence());
    }
  }

  private static void sentence(@Nullable String words) {
    assertThat(words)
        .as("a failure")
        .isNotNull()
        .doesNotContain("Exception", "{0}")
        .matches("(?s)\\p{Lu}.*\\.");
  }

  /// Runs a trial for each request of each of these, all at the same time.
  private static void everywhere(
      Set<String> names, FakeEngine.Script fault, Duration patience, Trial trial)
      throws InterruptedException {
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    List<Thread> running = new ArrayList<>();
    for (String name : names) {
      for (int good = 0; good < REQUESTS.getOrDefault(name, 0); good++) {
        int before = good;
        running.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      try (FakeEngine fake = PortCalls.engine().after(before, fault);
                          ContainerEngine engine = fake.engine(patience)) {
                        trial.run(name, fake, engine);
                      } catch (Exception | AssertionError e) {
                        wrong.add(name + ", request " + (before + 1) + ": " + e);
                      }
                    }));
      }
    }
    for (Thread thread : running) {
      thread.join();
    }
    assertThat(wrong).isEmpty();
  }
}
