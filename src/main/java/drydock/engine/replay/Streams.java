// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.EngineException;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/// The open streams of a replay: each is told what it is about as the position passes it.
final class Streams implements AutoCloseable {
  private final Replay replay;
  private final List<Subscription> open = new CopyOnWriteArrayList<>();

  Streams(Replay replay) {
    this.replay = replay;
  }

  /// @param pick what of an entry the stream is about
  /// @param past which of what lies behind already is told at once
  <T> Subscription open(
      StreamListener<T> listener, Function<Entry, Optional<T>> pick, Predicate<T> past) {
    for (Entry entry : replay.past()) {
      pick.apply(entry).filter(past).ifPresent(listener::onNext);
    }
    Subscription following =
        replay.listen(
            step -> {
              for (Entry entry : step.happened()) {
                pick.apply(entry).ifPresent(listener::onNext);
              }
            });
    AtomicBoolean over = new AtomicBoolean();
    Subscription subscription =
        () -> {
          if (over.compareAndSet(false, true)) {
            following.close();
            listener.onEnd(null);
          }
        };
    open.add(subscription);
    return subscription;
  }

  /// A stream that ends at once, for this reason.
  static <T> Subscription refused(StreamListener<T> listener, EngineException reason) {
    listener.onEnd(reason);
    return () -> {};
  }

  @Override
  public void close() {
    open.forEach(Subscription::close);
    open.clear();
  }
}
