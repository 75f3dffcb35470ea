// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineEvent;
import drydock.engine.EngineInfo;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Output;
import drydock.engine.PullProgress;
import drydock.engine.RunSpec;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Docker engine behind the port: every operation is one small class's.
final class DockerEngine implements ContainerEngine {
  private final DockerHttp http;
  private final EngineInfo info;

  /// @param http with the negotiated version
  DockerEngine(DockerHttp http, EngineInfo info) {
    this.http = http;
    this.info = info;
  }

  @Override
  public EngineInfo info() {
    return info;
  }

  @Override
  public List<ImageSummary> images() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Image image(String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<HistoryEntry> history(String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription pull(String reference, StreamListener<PullProgress> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeImage(String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    return new DockerBuild(http, info).start(request, listener);
  }

  @Override
  public List<Container> containers() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Container container(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String run(RunSpec spec) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stop(String id, Duration grace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    http.close();
  }
}
