// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerEngine;
import drydock.engine.Containers;
import drydock.engine.DiskUsage;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.Images;
import drydock.engine.Networks;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.engine.Volumes;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An engine whose answers to looking calls, and whose builds, are recorded.
final class RecordingEngine implements ContainerEngine {
  private final ContainerEngine live;
  private final Recorder recorder;

  RecordingEngine(ContainerEngine live, Recorder recorder) {
    this.live = live;
    this.recorder = recorder;
  }

  /// Asks, and records what came of it.
  static <T> T ask(
      Recorder recorder, Question question, Supplier<T> ask, Function<T, Answer> answer) {
    T result;
    try {
      result = ask.get();
    } catch (EngineException e) {
      Answer refused = new Answer.Refused(e.problem());
      recorder.tell(at -> new Entry.Answered(at, question, refused));
      throw e;
    }
    Answer given = answer.apply(result);
    recorder.tell(at -> new Entry.Answered(at, question, given));
    return result;
  }

  /// The listener, which the recorder hears before.
  static <T> StreamListener<T> heard(StreamListener<T> listener, Consumer<T> hear) {
    return new StreamListener<>() {
      @Override
      public void onNext(T item) {
        hear.accept(item);
        listener.onNext(item);
      }

      @Override
      public void onEnd(@Nullable EngineException failure) {
        listener.onEnd(failure);
      }
    };
  }

  @Override
  public EngineInfo info() {
    return live.info();
  }

  @Override
  public Images images() {
    return new RecordingImages(live.images(), recorder);
  }

  @Override
  public Containers containers() {
    return new RecordingContainers(live.containers(), recorder);
  }

  @Override
  public Networks networks() {
    return live.networks();
  }

  @Override
  public Volumes volumes() {
    return live.volumes();
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    String build = recorder.nextBuild();
    String tag = request.tags().isEmpty() ? "" : request.tags().getFirst();
    return live.build(
        request,
        heard(listener, event -> recorder.tell(at -> new Entry.Built(at, build, tag, event))));
  }

  @Override
  public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
    return live.events(since, listener);
  }

  @Override
  public DiskUsage diskUsage() {
    return ask(recorder, new Question.OfDiskUsage(), live::diskUsage, Answer.Used::new);
  }

  @Override
  public void close() {
    live.close();
  }
}
