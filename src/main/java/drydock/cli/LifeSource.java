// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.diagram.Scene;
import drydock.diagram.picture.LifeFacts;
import drydock.diagram.picture.LifePicture;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Journal;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.observe.Lives;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Draws lives from what an engine still tells of its last events; Docker keeps 256.
final class LifeSource {
  private static final Duration FAR_BACK = Duration.ofDays(7);

  /// An engine that kept events tells them at once.
  private static final Duration QUIET = Duration.ofMillis(500);

  private static final Duration MOST = Duration.ofSeconds(5);
  private static final Duration LEAST_SHOWN = Duration.ofMinutes(1);

  private LifeSource() {}

  static Scene draw(PictureSource.Request request) {
    ContainerEngine engine = request.engine().get();
    Instant byEngine = Instant.now().plus(engine.info().clockSkew());
    List<EngineEvent> events = kept(engine, byEngine.minus(FAR_BACK));
    Map<String, Container> containers =
        engine.containers().list().stream().collect(Collectors.toMap(Container::id, c -> c));
    Instant now = Instant.now();
    EngineState state =
        new EngineState(engine.info(), Map.of(), containers, Map.of(), Map.of(), now);
    Instant whole = events.isEmpty() ? byEngine : events.getFirst().at();
    return draw(state, Journal.of(whole, events, 0), now, request.last(), request.width());
  }

  /// @param now the moment at the right edge
  /// @param time how much of it; null for as much as there are events of
  static Scene draw(EngineStatus.Ready ready, Instant now, @Nullable Duration time, double width) {
    return draw(ready.state(), ready.journal(), now, time, width);
  }

  private static Scene draw(
      EngineState state, Journal journal, Instant now, @Nullable Duration time, double width) {
    Duration skew = state.info().clockSkew();
    Instant first = now;
    Instant last = now;
    for (EngineEvent event : journal.events()) {
      Instant at = event.at().minus(skew);
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
    }
    Duration told = Duration.between(first, last);
    Duration all = told.compareTo(LEAST_SHOWN) < 0 ? LEAST_SHOWN : told.plus(told.dividedBy(20));
    Duration span = time == null || time.isZero() ? all : time;
    return LifePicture.of(
        new LifeFacts(
            new Lives().read(state, journal),
            Map.of(),
            last.minus(span),
            last,
            last,
            skew,
            journal.dropped(),
            state.at(),
            ZoneId.systemDefault()),
        width);
  }

  private static List<EngineEvent> kept(ContainerEngine engine, Instant since) {
    List<EngineEvent> events = new ArrayList<>();
    BlockingQueue<EngineEvent> told = new LinkedBlockingQueue<>();
    long end = System.nanoTime() + MOST.toNanos();
    Subscription subscription = engine.events(since, listener(told));
    try {
      EngineEvent next = told.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
      while (next != null && System.nanoTime() < end) {
        events.add(next);
        next = told.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // what came so far is drawn
    } finally {
      subscription.close();
    }
    return events;
  }

  private static StreamListener<EngineEvent> listener(BlockingQueue<EngineEvent> told) {
    return new StreamListener<>() {
      @Override
      public void onNext(EngineEvent event) {
        told.add(event);
      }

      @Override
      public void onEnd(@Nullable EngineException failure) {
        // an engine that cannot tell says so when it is asked for its containers
      }
    };
  }
}
