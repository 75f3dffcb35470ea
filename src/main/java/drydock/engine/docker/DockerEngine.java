// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Output;
import drydock.engine.PullProgress;
import drydock.engine.RunSpec;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Docker engine behind the port: every operation is one small class's.
public final class DockerEngine implements ContainerEngine {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final DockerHttp http;
  private final EngineInfo info;
  private final Images images;
  private final Containers containers;

  /// @param http with the negotiated version
  DockerEngine(DockerHttp http, EngineInfo info) {
    this.http = http;
    this.info = info;
    images = new Images(http, info);
    containers = new Containers(http);
  }

  @Override
  public EngineInfo info() {
    return info;
  }

  @Override
  public List<ImageSummary> images() {
    return images.list();
  }

  @Override
  public Image image(String reference) {
    return images.image(reference);
  }

  @Override
  public List<HistoryEntry> history(String reference) {
    return images.history(reference);
  }

  @Override
  public Subscription pull(String reference, StreamListener<PullProgress> listener) {
    return StreamRunner.start(
        Messages.get("engine.doing.pull", reference),
        stream -> new Pull(http).run(stream, reference, listener::onNext),
        listener::onEnd);
  }

  @Override
  public void removeImage(String reference) {
    images.remove(reference);
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    return new DockerBuild(http, info).start(request, listener);
  }

  @Override
  public List<Container> containers() {
    return containers.list();
  }

  @Override
  public Container container(String id) {
    return containers.container(id);
  }

  @Override
  public String run(RunSpec spec) {
    return containers.run(spec);
  }

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    return new Logs(http).open(id, follow, listener);
  }

  @Override
  public void stop(String id, Duration grace) {
    containers.stop(id, grace);
  }

  @Override
  public void remove(String id) {
    containers.remove(id);
  }

  @Override
  public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
    return new Events(http).open(since, List.of(), listener);
  }

  /// The events that change images and containers.
  Subscription changes(Instant since, StreamListener<EngineEvent> listener) {
    return new Events(http).open(since, List.of(Changes.CONTAINER, Changes.IMAGE), listener);
  }

  /// Now, by the engine's own clock, which the times of its events go by.
  Instant clock() {
    Instant now =
        Json.instant(http.json(Call.get(Messages.get("engine.doing.info"), "/info")), "SystemTime");
    return now == null ? Instant.now() : now;
  }

  /// Whether the same engine still answers.
  boolean answers() {
    try {
      Call call = Call.get(Messages.get("engine.doing.info"), "/version").within(ANSWER_LIMIT);
      return Json.text(http.json(call), "Version").equals(info.version());
    } catch (EngineException e) {
      return false;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
